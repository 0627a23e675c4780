package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Stories: an opening, events, statements that do not matter, a closing question.
 *
 * @param worlds what they are made of
 * @param difficulty steps, numbers and statements that do not matter
 * @param isReworded whether they are told as training never has them
 * @param company who else is in them
 */
record StoryGenerator(List<StoryWorld> worlds, Difficulty difficulty, boolean isReworded, Company company)
        implements Generator {
    /** Who is in a story beside the one it begins with. */
    enum Company {
        /** Nobody of whom anything is told that could be taken for a step. */
        NOBODY,
        /** Somebody of whom a little is told in between; the question does not need it. */
        ASIDE,
        /** A second person whose quantity is told in turn with that of the first; the question is for both, or for one of them. */
        IN_TURN
    }

    /** What is told of somebody who does not matter, in fragments. */
    private static final int MOST_ASIDES = 3;

    /** One story of so many of two persons asks for one of them alone; the other does not matter. */
    private static final int ONE_ALONE = 3;

    /** Steps that a story has at the least, where not all that is told matters. */
    private static final int LEAST_NEEDED = 3;

    /** A fragment and whom it is about. */
    private record Piece(StoryFragment fragment, Hero hero) {}

    StoryGenerator {
        worlds = List.copyOf(worlds);
    }

    @Override
    public Optional<StoryDraft> draw(Random random) {
        StoryWorld world = any(worlds, random);
        return switch (company) {
            case NOBODY -> ofOne(world, random);
            case ASIDE -> withAside(world, random);
            case IN_TURN -> ofTwo(world, random);
        };
    }

    private Optional<StoryDraft> ofOne(StoryWorld world, Random random) {
        StoryFragment opening = any(world.openings(), random);
        StoryFragment closing = any(world.closings(), random);
        Optional<List<Piece>> told = untilClosing(opening, closing, Hero.ONLY, world, random);
        return told.flatMap(story -> {
            addDistractors(story, 1, world, random);
            story.add(new Piece(closing, Hero.ONLY));
            return draft(story, world, random);
        });
    }

    /** The story of one person, and in between what somebody else has and does, in order too. */
    private Optional<StoryDraft> withAside(StoryWorld world, Random random) {
        StoryFragment opening = any(world.openings(), random);
        StoryFragment closing = any(world.closings(), random);
        Optional<List<Piece>> told = untilClosing(opening, closing, Hero.FIRST, world, random);
        return told.flatMap(story -> {
            int place = random.nextInt(story.size() + 1);
            story.add(place, new Piece(any(ofNobodyElse(world.openings()), random), Hero.SECOND));
            int more = random.nextInt(MOST_ASIDES);
            for (int i = 0; i < more; i++) {
                place = RelationGenerator.between(random, place + 1, story.size());
                story.add(place, new Piece(any(world.events(), random), Hero.SECOND));
            }
            addDistractors(story, 1, world, random);
            story.add(new Piece(closing, Hero.FIRST));
            return draft(story, world, random);
        });
    }

    /** An opening and events that with a closing have as many steps as wanted; empty where that cannot be. */
    private Optional<List<Piece>> untilClosing(
            StoryFragment opening, StoryFragment closing, Hero hero, StoryWorld world, Random random) {
        int wanted = RelationGenerator.between(random, difficulty.leastSteps(), difficulty.mostSteps());
        return events(world, wanted - opening.steps().size() - closing.steps().size(), random)
                .map(events -> {
                    List<Piece> story = new ArrayList<>(List.of(new Piece(opening, hero)));
                    events.forEach(event -> story.add(new Piece(event, hero)));
                    return story;
                });
    }

    /** Two openings, events of both in turn, and a question for both, or for one of them. */
    private Optional<StoryDraft> ofTwo(StoryWorld world, Random random) {
        Piece closing = random.nextInt(ONE_ALONE) == 0
                ? new Piece(any(world.closings(), random), oneOfTwo(random))
                : new Piece(any(world.pairClosings(), random), Hero.FIRST);
        StoryFragment first = any(world.openings(), random);
        StoryFragment second = any(ofNobodyElse(world.openings()), random);
        int wanted = RelationGenerator.between(random, difficulty.leastSteps(), difficulty.mostSteps());
        int others = first.steps().size()
                + second.steps().size()
                + closing.fragment.steps().size();
        Optional<List<StoryFragment>> events = events(world, wanted - others, random);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<Piece> story = new ArrayList<>(List.of(new Piece(first, Hero.FIRST), new Piece(second, Hero.SECOND)));
        events.get().forEach(event -> story.add(new Piece(event, oneOfTwo(random))));
        addDistractors(story, 2, world, random);
        story.add(closing);
        return draft(story, world, random).filter(draft -> draft.needed().size() >= LEAST_NEEDED);
    }

    private static Hero oneOfTwo(Random random) {
        return random.nextBoolean() ? Hero.FIRST : Hero.SECOND;
    }

    private Optional<StoryDraft> draft(List<Piece> story, StoryWorld world, Random random) {
        StoryDraft draft = new StoryDraft(world, difficulty, isReworded, random);
        return story.stream().allMatch(piece -> draft.add(piece.fragment, piece.hero))
                ? Optional.of(draft)
                : Optional.empty();
    }

    /** Those that bring in no other person with a quantity of their own. */
    private static List<StoryFragment> ofNobodyElse(List<StoryFragment> fragments) {
        return fragments.stream()
                .filter(fragment -> fragment.texts().noneMatch(text -> text.contains("{name2}")))
                .toList();
    }

    /** Events that have so many steps together; empty where that cannot be. */
    private static Optional<List<StoryFragment>> events(StoryWorld world, int steps, Random random) {
        List<StoryFragment> events = new ArrayList<>();
        int left = steps;
        while (left > 0) {
            int most = left;
            List<StoryFragment> fitting = world.events().stream()
                    .filter(event -> event.steps().size() <= most
                            && (events.isEmpty() || events.get(events.size() - 1) != event))
                    .toList();
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            events.add(any(fitting, random));
            left -= events.get(events.size() - 1).steps().size();
        }
        return left < 0 ? Optional.empty() : Optional.of(events);
    }

    /** Puts them in anywhere after the first so many pieces. */
    private void addDistractors(List<Piece> story, int behind, StoryWorld world, Random random) {
        int count = RelationGenerator.between(random, difficulty.leastDistractors(), difficulty.mostDistractors());
        List<StoryFragment> left = new ArrayList<>(world.distractors());
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            StoryFragment distractor = left.remove(random.nextInt(left.size()));
            story.add(behind + random.nextInt(story.size() - behind + 1), new Piece(distractor, Hero.ONLY));
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

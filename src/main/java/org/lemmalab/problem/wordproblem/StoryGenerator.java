package org.lemmalab.problem.wordproblem;

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
 */
record StoryGenerator(List<StoryWorld> worlds, Difficulty difficulty, boolean isReworded) implements Generator {
    StoryGenerator {
        worlds = List.copyOf(worlds);
    }

    @Override
    public Optional<StoryDraft> draw(Random random) {
        StoryWorld world = any(worlds, random);
        StoryFragment opening = any(world.openings(), random);
        StoryFragment closing = any(world.closings(), random);
        int wanted = RelationGenerator.between(random, difficulty.leastSteps(), difficulty.mostSteps());
        Optional<List<StoryFragment>> events =
                events(world, wanted - opening.steps().size() - closing.steps().size(), random);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<StoryFragment> story = new ArrayList<>(List.of(opening));
        story.addAll(events.get());
        addDistractors(story, world, random);
        story.add(closing);
        StoryDraft draft = new StoryDraft(world, difficulty, isReworded, random);
        return story.stream().allMatch(draft::add) ? Optional.of(draft) : Optional.empty();
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

    private void addDistractors(List<StoryFragment> story, StoryWorld world, Random random) {
        int count = RelationGenerator.between(random, difficulty.leastDistractors(), difficulty.mostDistractors());
        List<StoryFragment> left = new ArrayList<>(world.distractors());
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            StoryFragment distractor = left.remove(random.nextInt(left.size()));
            story.add(1 + random.nextInt(story.size()), distractor);
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;
import org.lemmalab.synthetic.wordproblem.StoryGenerator.Company;

/**
 * The named sets. {@link #STORIES}, {@link #RELATIONS}, their short forms and {@link #ARITHMETIC} are what a small student is trained on; the others ask
 * for more than that, each in one respect.
 */
public enum WordProblemSet {
    /** Stories of 3 to 6 steps with numbers up to 40, to learn on. */
    STORIES_SHORT(new StoryGenerator(
            worlds(StoryWorld::isSeen),
            Base.STORY.withSteps(3, 6).withNumbers(40, 1).withDistractors(0, 1),
            false,
            Company.NOBODY)),
    /** Relations of 3 to 5 steps with numbers up to 40 and 1 or 2 quantities that do not matter. */
    RELATIONS(new RelationGenerator(Base.RELATION, false)),
    /** Relations of 1 or 2 steps, to learn on. */
    RELATIONS_SHORT(new RelationGenerator(Base.RELATION.withSteps(1, 2).withDistractors(0, 1), false)),
    /** Bare arithmetic with numbers up to 60. */
    ARITHMETIC(new ArithmeticGenerator(60)),
    /** Stories of worlds that training does not have. */
    STORIES_UNSEEN(stories(world -> !world.isSeen(), Base.STORY, false)),
    /** Stories of 10 to 12 steps. */
    STORIES_LONG(stories(StoryWorld::isSeen, Base.STORY.withSteps(10, 12), false)),
    /** Stories with numbers up to 9999. */
    STORIES_LARGE(stories(StoryWorld::isSeen, Base.STORY.withNumbers(9999, 10), false)),
    /** Stories told in other words. */
    STORIES_REWORDED(stories(StoryWorld::isSeen, Base.STORY, true)),
    /** Stories with 3 or 4 statements that do not matter. */
    STORIES_DISTRACTED(stories(StoryWorld::isSeen, Base.STORY.withDistractors(3, 4), false)),
    /** Relations of 6 to 8 steps. */
    RELATIONS_LONG(new RelationGenerator(Base.RELATION.withSteps(6, 8), false)),
    /** Relations with numbers up to 999. */
    RELATIONS_LARGE(new RelationGenerator(Base.RELATION.withNumbers(999, 10), false)),
    /** Relations stated in other words. */
    RELATIONS_REWORDED(new RelationGenerator(Base.RELATION, true)),
    /** Relations with 4 to 6 quantities that do not matter. */
    RELATIONS_DISTRACTED(new RelationGenerator(Base.RELATION.withDistractors(4, 6), false)),
    /**
     * Stories of 5 to 9 steps with numbers up to 50 and 1 or 2 statements that do not matter, nor does what is told of somebody else in
     * between.
     */
    STORIES(stories(StoryWorld::isSeen, Base.STORY, false)),
    /** Stories of two persons whose quantities are told in turn; a third of them ask for one of the two alone. */
    STORIES_OF_TWO(storiesOfTwo(StoryWorld::isSeen, Base.STORY));

    /** Draws in vain before a set is said to be used up. */
    private static final int MOST_DRAWS = 200_000;

    /** Draws of persons and things for one draft. */
    private static final int MOST_CASTS = 50;

    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private final Generator generator;

    WordProblemSet(Generator generator) {
        this.generator = generator;
    }

    /** The two in-distribution difficulties; a holder, since an enum's own constants come before its other fields. */
    private static final class Base {
        private static final Difficulty STORY = new Difficulty(5, 9, 50, 1, 1, 2);
        private static final Difficulty RELATION = new Difficulty(3, 5, 40, 1, 1, 2);
    }

    /**
     * @param title a name as on the command line
     * @return the set
     * @throws LabException if there is none of that name, naming those that exist
     */
    public static WordProblemSet named(String title) {
        return Arrays.stream(values())
                .filter(set -> set.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new LabException("problem set: expected one of "
                        + Arrays.stream(values()).map(WordProblemSet::title).collect(Collectors.joining(", "))
                        + ", found '" + title + "'"));
    }

    /**
     * @return the name on the command line
     */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @return whether a small student is trained on problems of this kind
     */
    public boolean isInDistribution() {
        return this == STORIES
                || this == STORIES_SHORT
                || this == RELATIONS
                || this == RELATIONS_SHORT
                || this == ARITHMETIC;
    }

    /**
     * Makes problems. The first n of a seed are the same, however many are made.
     *
     * @param count how many
     * @param split the part of all possible problems that they are from
     * @param seed the seed
     * @return as many problems, no two the same, named {@code SET/SPLIT/SEED/NUMBER}
     * @throws LabException if the set has not that many different problems
     */
    public List<WordProblem> generate(int count, Split split, long seed) {
        Random random = new Random((seed * STRIDE) ^ (ordinal() * 31L + split.ordinal()));
        Set<String> seen = new HashSet<>();
        List<WordProblem> problems = new ArrayList<>();
        int vain = 0;
        while (problems.size() < count) {
            Optional<WordProblem> draft = generator
                    .draw(random)
                    .filter(drawn -> Split.of(drawn.instance()) == split)
                    .flatMap(drawn -> told(drawn, split, random))
                    .filter(made -> seen.add(made.problem().question()));
            vain = draft.isPresent() ? 0 : vain + 1;
            if (vain > MOST_DRAWS) {
                throw new LabException("problem set " + title() + ", " + split.title() + ": expected " + count
                        + " different problems, found only " + problems.size());
            }
            draft.ifPresent(made ->
                    problems.add(made.named(title() + "/" + split.title() + "/" + seed + "/" + (problems.size() + 1))));
        }
        return problems;
    }

    private static Optional<WordProblem> told(Generator.Draft draft, Split split, Random random) {
        return Stream.generate(() -> draft.told(random))
                .limit(MOST_CASTS)
                .filter(made -> Split.of(made.entities()) == split)
                .findFirst();
    }

    private static StoryGenerator stories(Predicate<StoryWorld> which, Difficulty difficulty, boolean isReworded) {
        return new StoryGenerator(worlds(which), difficulty, isReworded, Company.ASIDE);
    }

    private static StoryGenerator storiesOfTwo(Predicate<StoryWorld> which, Difficulty difficulty) {
        return new StoryGenerator(worlds(which), difficulty, false, Company.IN_TURN);
    }

    private static List<StoryWorld> worlds(Predicate<StoryWorld> which) {
        return StoryWorld.ALL.stream().filter(which).toList();
    }
}

package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Exercises in saying a step again and going on, and in starting over, where the task asks for it: right solutions without an error. A
 * student that has this skill does not lose its place when a solution does not run from the first line to the last.
 */
public final class RepetitionDrills {
    private static final List<String> STEP_AGAIN =
            List.of("Check that step again.", "Let me check that step.", "That step once more.");
    private static final List<String> ALL_AGAIN =
            List.of("From the first step again.", "Let me check it all.", "All of it once more.");

    private RepetitionDrills() {}

    /**
     * @param set stories or relations
     * @param count how many
     * @param split the part of all possible problems that they are from
     * @param seed the seed
     * @return as many
     */
    public static List<Drill> generate(WordProblemSet set, int count, Split split, long seed) {
        // Other problems than those of the set with the same seed.
        long own = seed ^ 0xA6A1L << 24;
        Random random = new Random(own);
        List<WordProblem> problems = set.generate(count, split, own);
        return Drill.ofEach("repetition/" + set.title(), problems, split, seed, (id, made) -> of(id, made, random));
    }

    private static Drill of(String id, WordProblem made, Random random) {
        boolean isAll = random.nextBoolean();
        return new Drill(
                id,
                made.problem().question() + (isAll ? "\nCheck every step again." : "\nCheck one step again."),
                isAll ? over(made.plan(), random) : again(made.plan(), random));
    }

    private static String again(Plan plan, Random random) {
        List<Integer> order = plan.randomOrder(random);
        List<String> lines = new ArrayList<>(plan.sentences(order, random));
        int place = random.nextInt(lines.size());
        String other = plan.sentences(order, random).get(place);
        lines.addAll(place + 1, List.of(any(STEP_AGAIN, random), other));
        return String.join("\n", lines);
    }

    private static String over(Plan plan, Random random) {
        List<String> begun = plan.sentences(plan.randomOrder(random), random);
        List<String> lines = new ArrayList<>(begun.subList(0, 1 + random.nextInt(begun.size())));
        lines.add(any(ALL_AGAIN, random));
        lines.addAll(plan.sentences(plan.randomOrder(random), random));
        return String.join("\n", lines);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

package org.lemmalab.corpus.recipe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * RefAug (Zhang et al. 2024): after the gold solution stands a section with another way to solve the problem and a similar problem,
 * solved. At inference the answer ends where that section would begin.
 *
 * @param name the name on the command line
 * @param title as the paper prints it
 * @param count examples of a problem
 */
record ReflectiveAugmentation(String name, String title, int count) implements Recipe {
    /** The title of the section, and what ends an answer at inference. */
    static final String SECTION = "Reflection:";

    @Override
    public String description() {
        return "the gold solution, then \"" + SECTION + "\" with another way and a similar problem, solved; " + count
                + " of each problem";
    }

    @Override
    public Inference inference() {
        return new Inference(List.of(SECTION), "");
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        for (int i = 0; i < count; i++) {
            Optional<Solution> other = drafts.take(
                            staff.author().solve(problem, staff.seed("other way", problem.id(), i)))
                    .filter(found -> isRight(found, problem, drafts));
            Optional<Problem> similar =
                    drafts.take(staff.author().similar(problem, staff.seed("follow-up", problem.id(), i)));
            if (other.isPresent() && similar.isPresent()) {
                drafts.add(
                        problem.question(),
                        text(problem, other.get(), similar.get()),
                        Map.of("kind", "reflective", "author", staff.author().name()));
            }
        }
    }

    private static boolean isRight(Solution solution, Problem problem, ExampleCollector drafts) {
        boolean right = Texts.isRight(solution, problem);
        if (!right) {
            drafts.refuse("the author's answer is wrong or missing");
        }
        return right;
    }

    private static String text(Problem problem, Solution other, Problem similar) {
        return Texts.gold(problem) + "\n\n" + SECTION + "\nAlternative reasoning:\n"
                + String.join("\n", Texts.steps(other)) + "\n\nFollow-up reasoning:\n" + similar.question() + "\n"
                + String.join("\n", Texts.goldSteps(similar)) + "\nSo the follow-up comes to " + similar.goldAnswer()
                + ".";
    }
}

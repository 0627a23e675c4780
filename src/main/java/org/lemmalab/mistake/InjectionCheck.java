package org.lemmalab.mistake;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/**
 * Whether an injection is what it claims to be (paper Sec. 3.3): its answer is wrong, the steps before the error are gold's, the text
 * does not give the error away, and an analyst finds the error at the step and of the type that are declared.
 *
 * @param analyst finds the error
 * @param grader says whether the answer is wrong
 */
public record InjectionCheck(Analyst analyst, Grader grader) {
    /**
     * @param analyst finds the error
     * @return a check with the standard grader
     */
    public static InjectionCheck with(Analyst analyst) {
        return new InjectionCheck(analyst, Grader.standard());
    }

    /**
     * @param problem question and gold solution
     * @param injection the injection
     * @return why it is not to be kept; empty where it is. Reasons name no single problem
     */
    public Optional<String> fault(Problem problem, Injection injection) {
        return answer(problem, injection)
                .or(() -> earlierSteps(problem, injection))
                .or(() -> Giveaway.INTENT
                        .in(problem.question() + "\n" + problem.goldSolution(), texts(injection))
                        .map(word -> "the text gives the error away: '" + word + "'"))
                .or(() -> verdict(injection, analyst.analyse(problem, injection.solution())));
    }

    private static List<String> texts(Injection injection) {
        return injection.solution().steps().stream().map(Step::text).toList();
    }

    private Optional<String> answer(Problem problem, Injection injection) {
        Verdict verdict = grader.grade(injection.solution().answer().orElseThrow(), problem.goldAnswer());
        if (verdict.isEqual()) {
            return Optional.of("the answer is right");
        }
        return verdict.isUndecided() ? Optional.of("the answer cannot be graded") : Optional.empty();
    }

    /**
     * The steps before the error must be steps of the gold solution, word for word but for calculator annotations, and in its order;
     * one may be left out.
     */
    private static Optional<String> earlierSteps(Problem problem, Injection injection) {
        Iterator<Step> gold = StepSplitter.split(problem.goldSolution()).steps().iterator();
        List<Step> earlier = injection.solution().steps().subList(0, injection.firstWrongStep() - 1);
        for (Step step : earlier) {
            boolean found = false;
            while (!found && gold.hasNext()) {
                found = bare(gold.next()).equals(bare(step));
            }
            if (!found) {
                return Optional.of("a step before the error is not the gold solution's");
            }
        }
        return Optional.empty();
    }

    private static String bare(Step step) {
        return EquationReader.withoutAnnotations(step.text()).strip();
    }

    private static Optional<String> verdict(Injection injection, Analysis analysis) {
        if (!(analysis instanceof Analysis.Wrong wrong)) {
            return Optional.of("the analyst finds no error");
        }
        if (wrong.firstWrongStep() != injection.firstWrongStep()) {
            return Optional.of("the analyst finds the error at another step");
        }
        return wrong.type() == injection.type()
                ? Optional.empty()
                : Optional.of(
                        "the analyst finds an error of the type " + wrong.type().label() + " instead of "
                                + injection.type().label());
    }
}

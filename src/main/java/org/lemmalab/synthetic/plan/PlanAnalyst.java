package org.lemmalab.synthetic.plan;

import java.util.Optional;
import java.util.OptionalInt;
import org.lemmalab.grading.Grader;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;

/**
 * Judges attempts at relations problems exactly, line by line; leaves every other problem to another analyst.
 *
 * @param others judges all other problems
 */
public record PlanAnalyst(Analyst others) implements Analyst {
    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return RelationQuestion.read(problem.question())
                .map(question -> analyse(question, problem, attempt))
                .orElseGet(() -> others.analyse(problem, attempt));
    }

    private static Analysis analyse(RelationQuestion question, Problem problem, Solution attempt) {
        PlanState state = PlanState.start(question);
        for (Step step : attempt.steps()) {
            PlanState.Judged judged = state.next(step.text());
            if (judged.error().isPresent()) {
                PlanError error = judged.error().get();
                return new Analysis.Wrong(step.number(), error.type(), error.evidence());
            }
            state = judged.after();
        }
        Optional<PlanError> last = attempt.answer().flatMap(state::answer);
        if (attempt.answer().isPresent() && last.isEmpty()) {
            boolean right = Grader.standard().equal(attempt.answer().get(), problem.goldAnswer());
            return right
                    ? new Analysis.Correct("every line follows from the question")
                    : new Analysis.Undecided(OptionalInt.empty(), "the question does not lead to the gold answer");
        }
        return new Analysis.Undecided(
                OptionalInt.empty(),
                "the steps are right, the answer is not theirs: "
                        + last.map(PlanError::evidence).orElse("it is missing"));
    }
}

package org.lemmalab.extension;

import java.util.OptionalInt;
import org.lemmalab.grading.Grader;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.AnalystProvider;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Evidence;

/** An example of an analyst, the baseline that always blames the last step. */
public final class LastStepAnalyst implements AnalystProvider {
    @Override
    public String name() {
        return "last-step";
    }

    @Override
    public Analyst analyst() {
        return (problem, attempt) -> {
            boolean isRight = attempt.answer()
                    .filter(answer -> Grader.standard().equal(answer, problem.goldAnswer()))
                    .isPresent();
            if (isRight) {
                return new Analysis.Correct("the answer is right");
            }
            if (attempt.steps().isEmpty()) {
                return new Analysis.Undecided(OptionalInt.empty(), "there is no step", Evidence.NONE);
            }
            return new Analysis.Wrong(
                    attempt.steps().size(), ErrorType.CALCULATION, "the last step gives a wrong answer", Evidence.NONE);
        };
    }
}

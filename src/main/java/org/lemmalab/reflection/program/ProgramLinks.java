package org.lemmalab.reflection.program;

import java.util.Map;
import java.util.SplittableRandom;
import org.lemmalab.io.Seeds;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Strategy;

/**
 * Words smooth links (paper Sec. 3.4) from what differs between the wrong step and the right one. Each error type has openings and
 * sentences of its own, so that a calculation slip reads differently from a misread question. Stateless; safe for several threads.
 */
public final class ProgramLinks {
    private final ProgramCorrector corrector = new ProgramCorrector();

    /**
     * @param problem question and gold solution
     * @param attempt the error
     * @param correction what follows the link
     * @param seed decides the wording
     * @return two to four sentences, or why there are none
     */
    public Result<String> link(Problem problem, ErroneousAttempt attempt, Correction correction, long seed) {
        return rightStep(problem, attempt, correction).then(right -> {
            Map<String, String> facts = ErrorFacts.of(problem, attempt, right);
            SplittableRandom random = Seeds.random(seed, "link", problem.id());
            return LinkWording.standard()
                    .link(attempt.type(), correction.strategy(), facts, random)
                    .<Result<String>>map(Result::success)
                    .orElseGet(() -> Result.failure("no wording of a link fits what is known of the error"));
        });
    }

    /** A restart's first step stands for another place, so the fixed step tells what is right. */
    private Result<String> rightStep(Problem problem, ErroneousAttempt attempt, Correction correction) {
        if (correction.strategy() == Strategy.FIX_AND_CONTINUE) {
            return Result.success(correction.steps().get(0));
        }
        return corrector
                .fix(problem, attempt)
                .then(fixed -> Result.success(fixed.steps().get(0)));
    }
}

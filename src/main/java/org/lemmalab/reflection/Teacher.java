package org.lemmalab.reflection;

import java.util.Map;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.Injector;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/**
 * All that LEMMA asks of a teacher (paper Secs. 3.2 to 3.4): to find an error, to bring one in, to correct it in two ways, and to word
 * the link between error and correction. Implementations are safe for several threads and never throw for a problem, an attempt or a
 * reply; they refuse with a reason.
 */
public interface Teacher extends Analyst, Injector {
    /**
     * @return the teacher's name, for records
     */
    String name();

    /**
     * @return SHA-256 of each prompt file that is used, by the prompt's name; empty for a program
     */
    Map<String, String> promptHashes();

    /**
     * Fix &amp; Continue: does the first wrong step again and goes on to the right answer.
     *
     * @param problem question and gold solution
     * @param attempt the error; what stands after its first wrong step is not gone on from
     * @param seed decides every choice
     * @return the steps from the corrected one on, or why there are none
     */
    Result<Correction> fix(Problem problem, ErroneousAttempt attempt, long seed);

    /**
     * Fresh &amp; Restart: solves the problem from scratch, by another order or method where there is one.
     *
     * @param problem question and gold solution
     * @param attempt the error
     * @param seed decides every choice
     * @return all steps of another solution, or why there are none
     */
    Result<Correction> restart(Problem problem, ErroneousAttempt attempt, long seed);

    /**
     * Words a smooth link: one or two sentences that stop at the error, say what is wrong with it and why the correction holds, fitted
     * to this error and its type.
     *
     * @param problem question and gold solution
     * @param attempt the error
     * @param correction what follows the link
     * @param seed decides the wording; other seeds give other candidates
     * @return the link, or why there is none
     */
    Result<String> link(Problem problem, ErroneousAttempt attempt, Correction correction, long seed);
}

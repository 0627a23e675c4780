package org.lemmalab.mistake;

import org.lemmalab.mistake.departure.AttemptAnalysis;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * Analyses attempts without a model, from question, gold solution and attempt alone. The gold solution is read as an exact program
 * (GSM8K's calculator annotations give it); the attempt's equations are held against it in their order.
 *
 * <p>Principle: an attempt may take any way that leads to the gold answer, with sums in another order, steps merged or split. The
 * first wrong step is the first one from which the attempt does not find back to the gold path. Its type is the most direct
 * explanation of how it departs: false arithmetic before a wrong operator, that before one wrong number, that before a wrong
 * formula, and a misread question only where nothing more direct explains the step. Where the evidence does not decide, the verdict
 * is {@link Analysis.Undecided}.
 *
 * <p>Stateless; safe for several threads.
 */
public final class ProgramAnalyst implements Analyst {
    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return AttemptAnalysis.of(problem, attempt);
    }
}

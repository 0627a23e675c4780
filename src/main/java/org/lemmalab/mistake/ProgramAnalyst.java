package org.lemmalab.mistake;

import org.lemmalab.io.LabException;
import org.lemmalab.mistake.evidence.EvidenceAnalysis;
import org.lemmalab.mistake.evidence.GoldShelf;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * Analyses attempts without a model, from question, gold solution and attempt alone. A right answer makes an attempt correct, whatever
 * its way; false equations on the way are listed. A wrong answer means that some step is wrong. Each step's equalities are checked by
 * arithmetic and algebra, its values are held against question, gold solution and earlier steps, and its equations against the gold
 * path, in any order of sums and products. From these facts a small model with fitted weights gives the probability of each step to be
 * the first wrong one; the most probable step is named with that probability as its confidence.
 *
 * <p>The type of the step is the most direct explanation of how it departs: false arithmetic before a wrong operator, that before one
 * wrong number, that before a wrong formula, and a misread question only where nothing more direct explains the step.
 *
 * <p>It remembers the last few gold solutions that it read. Safe for several threads; verdicts do not depend on what came before.
 */
public final class ProgramAnalyst implements Analyst {
    /**
     * The confidence below which {@link #abstaining()} names no step: on the halves of the labelled sets that the weights were fitted on,
     * at least 80 % of the steps named at or above it are exactly the labelled ones.
     */
    public static final double LEAST_CONFIDENCE = 0.75;

    private final double leastConfidence;
    private final GoldShelf shelf = new GoldShelf();

    /** An analyst that names a step in every attempt with a wrong answer. */
    public ProgramAnalyst() {
        this(0);
    }

    private ProgramAnalyst(double leastConfidence) {
        if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
            throw new LabException("analyst: expected a least confidence from 0 to 1, found " + leastConfidence);
        }
        this.leastConfidence = leastConfidence;
    }

    /**
     * @return an analyst that abstains below {@link #LEAST_CONFIDENCE}
     */
    public static ProgramAnalyst abstaining() {
        return withLeastConfidence(LEAST_CONFIDENCE);
    }

    /**
     * @param leastConfidence the probability, from 0 to 1, below which no step is named
     * @return an analyst that abstains below it
     * @throws LabException if it is no probability
     */
    public static ProgramAnalyst withLeastConfidence(double leastConfidence) {
        return new ProgramAnalyst(leastConfidence);
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return EvidenceAnalysis.of(problem, attempt, leastConfidence, shelf);
    }
}

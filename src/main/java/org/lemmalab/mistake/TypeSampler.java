package org.lemmalab.mistake;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws the types of mistakes for a problem, seeded, from those that can be injected into it. Safe for several threads. */
public final class TypeSampler {
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final TypeCounts counts;
    private final TypeDistribution overall;
    private final MistakeAugmentation settings;

    /**
     * @param counts the errors that the student made; not changed while this draws
     * @param settings which distribution is drawn from, and the seed
     * @throws org.lemmalab.io.LabException if there is no error to learn a distribution from, unless types are drawn uniformly
     */
    public TypeSampler(TypeCounts counts, MistakeAugmentation settings) {
        this.counts = counts;
        this.settings = settings;
        this.overall = settings.types() == MistakeAugmentation.TypeChoice.UNIFORM
                ? TypeDistribution.uniform(EnumSet.allOf(ErrorType.class))
                : counts.distribution();
    }

    /**
     * @param problemId a problem's id
     * @return the distribution that is asked for, before it is restricted to what is possible
     */
    public TypeDistribution requested(String problemId) {
        return settings.types() == MistakeAugmentation.TypeChoice.PER_QUESTION
                ? overall.smoothing(counts.ofQuestion(problemId), settings.strength())
                : overall;
    }

    /**
     * @param problemId a problem's id
     * @param injectable the types that can be injected into it
     * @param draw the number of the draw for that problem
     * @return the type; empty where no type that is asked for can be injected
     */
    public Optional<ErrorType> draw(String problemId, Set<ErrorType> injectable, int draw) {
        return requested(problemId)
                .restrictedTo(injectable)
                .map(distribution -> distribution.draw(new SplittableRandom(seed(problemId, draw))));
    }

    /**
     * @param problemId a problem's id
     * @param draw the number of the draw for that problem
     * @return the seed of that draw; also for the injection that follows it
     */
    public long seed(String problemId, int draw) {
        return settings.seed() * MIXER + problemId.hashCode() * 0xD1B54A32D192ED03L + draw;
    }
}

package org.lemmalab.evaluation.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.lemmalab.io.LabException;

/**
 * Percentile bootstrap (Efron 1979): the units are drawn again with replacement, the statistic is taken anew, and the ends of the
 * interval are the quantiles of what it came to. Units are problems; where there are several seeds, whole seeds are drawn first and
 * then problems, the same for every seed, since a problem that is hard stays hard (two-way resampling, Owen and Eckles 2012).
 *
 * @param resamples how often, from 100
 * @param level of the interval, between 0 and 1
 * @param seed decides every draw
 */
public record Bootstrap(int resamples, double level, long seed) {
    private static final int FEWEST = 100;

    /** Checks the ranges. */
    public Bootstrap {
        if (resamples < FEWEST) {
            throw new LabException("bootstrap: expected at least " + FEWEST + " resamples, found " + resamples);
        }
        if (!(level > 0 && level < 1)) {
            throw new LabException("bootstrap: expected a level between 0 and 1, found " + level);
        }
    }

    /**
     * @param seed decides every draw
     * @return 10,000 resamples, 95 %
     */
    public static Bootstrap standard(long seed) {
        return new Bootstrap(10_000, 0.95, seed);
    }

    /**
     * Interval of a mean over problems.
     *
     * @param scores a score a problem, for example 0 or 1
     * @return mean and interval
     * @throws LabException if there is no score
     */
    public Interval mean(double... scores) {
        return mean(new double[][] {scores});
    }

    /**
     * Interval of a mean over seeds and problems.
     *
     * @param scores for each seed a score a problem; the problems are the same, in the same order
     * @return mean and interval
     * @throws LabException if there is no score, or the seeds differ in their number of problems
     */
    public Interval mean(double[][] scores) {
        requireRectangle(scores);
        return interval(scores.length, scores[0].length, draw -> mean(scores, draw));
    }

    /**
     * Interval of a difference between two systems on the same problems (and the same number of seeds): the draws are the same for
     * both, so that what they have in common cancels.
     *
     * @param treatment for each seed a score a problem
     * @param control likewise
     * @return mean of treatment minus mean of control, and interval
     * @throws LabException if the two differ in seeds or problems
     */
    public Interval difference(double[][] treatment, double[][] control) {
        requireAlike(treatment, control);
        return interval(treatment.length, treatment[0].length, draw -> mean(treatment, draw) - mean(control, draw));
    }

    /**
     * Interval of a ratio of two sums over seeds and problems, for example of events that a problem may have none or several of. What
     * is drawn are problems, with all that belongs to them; draws whose denominator is zero say nothing and are left out.
     *
     * @param numerators for each seed a number a problem
     * @param denominators likewise
     * @return ratio and interval; empty where the sum of the denominators is zero
     * @throws LabException if the two differ in seeds or problems
     */
    public Optional<Interval> ratio(double[][] numerators, double[][] denominators) {
        requireAlike(numerators, denominators);
        if (Arrays.stream(denominators).flatMapToDouble(Arrays::stream).allMatch(value -> value == 0)) {
            return Optional.empty();
        }
        return Optional.of(interval(
                numerators.length, numerators[0].length, draw -> mean(numerators, draw) / mean(denominators, draw)));
    }

    /** Indices of one resample. */
    private record Draw(int[] seeds, int[] problems) {
        static Draw identity(int seeds, int problems) {
            Draw draw = new Draw(new int[seeds], new int[problems]);
            Arrays.setAll(draw.seeds, i -> i);
            Arrays.setAll(draw.problems, i -> i);
            return draw;
        }

        void again(SplittableRandom random) {
            Arrays.setAll(seeds, i -> random.nextInt(seeds.length));
            Arrays.setAll(problems, i -> random.nextInt(problems.length));
        }
    }

    private Interval interval(int seeds, int problems, ToDoubleFunction<Draw> statistic) {
        Draw draw = Draw.identity(seeds, problems);
        double estimate = statistic.applyAsDouble(draw);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            draw.again(random);
            values[i] = statistic.applyAsDouble(draw);
        }
        values = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double tail = (1 - level) / 2;
        return new Interval(estimate, quantile(values, tail), quantile(values, 1 - tail), level);
    }

    /** The inverse of the empirical distribution function (Hyndman and Fan 1996, definition 1). */
    private static double quantile(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length - 1e-9);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    private static double mean(double[][] scores, Draw draw) {
        double sum = 0;
        for (int seed : draw.seeds()) {
            double[] row = scores[seed];
            for (int problem : draw.problems()) {
                sum += row[problem];
            }
        }
        return sum / ((double) draw.seeds().length * draw.problems().length);
    }

    private static void requireAlike(double[][] one, double[][] other) {
        requireRectangle(one);
        requireRectangle(other);
        if (one.length != other.length || one[0].length != other[0].length) {
            throw new LabException("bootstrap: expected the same seeds and problems for both, found " + one.length
                    + " x " + one[0].length + " and " + other.length + " x " + other[0].length);
        }
    }

    private static void requireRectangle(double[][] scores) {
        if (scores.length == 0 || scores[0].length == 0) {
            throw new LabException("bootstrap: expected at least one seed and one problem, found none");
        }
        for (double[] row : scores) {
            if (row.length != scores[0].length) {
                throw new LabException(
                        "bootstrap: expected " + scores[0].length + " problems for every seed, found " + row.length);
            }
        }
    }
}

package org.lemmalab.evaluation.trajectory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;

/**
 * How a student reflects, over many problems and, where there are some, several seeds.
 *
 * @param problems how many problems a seed
 * @param seeds how many runs
 * @param values each metric
 * @param firstErrors how many first wrong steps there are of each type, over all seeds; those of unknown type are not in it
 * @param undecided steps that nobody could judge, over all seeds
 */
public record ReflectionScore(
        int problems,
        int seeds,
        Map<ReflectionMetric, Value> values,
        Map<ErrorType, Long> firstErrors,
        long undecided) {
    private static final String UNDEFINED = "–";

    /** Copies the maps in their order. */
    public ReflectionScore {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<ErrorType, Long> errors = new EnumMap<>(ErrorType.class);
        errors.putAll(firstErrors);
        firstErrors = errors;
    }

    /**
     * One metric.
     *
     * @param interval the value with its interval; empty where there was nothing to take a share of
     * @param count of how many, over all seeds: the denominator
     */
    public record Value(Optional<Interval> interval, long count) {}

    /**
     * @param trajectories one a problem
     * @param bootstrap over problems
     * @return the score
     * @throws LabException if there is no trajectory
     */
    public static ReflectionScore of(List<JudgedTrajectory> trajectories, Bootstrap bootstrap) {
        return ofSeeds(List.of(trajectories), bootstrap);
    }

    /**
     * @param seeds for each seed one trajectory a problem; the problems are the same, in the same order
     * @param bootstrap over seeds and problems
     * @return the score
     * @throws LabException if there is no trajectory, or the seeds differ in their problems
     */
    public static ReflectionScore ofSeeds(List<List<JudgedTrajectory>> seeds, Bootstrap bootstrap) {
        requireSame(seeds);
        Map<ReflectionMetric, Value> values = new LinkedHashMap<>();
        for (ReflectionMetric metric : ReflectionMetric.all()) {
            values.put(metric, value(metric, seeds, bootstrap));
        }
        Map<ErrorType, Long> errors = new EnumMap<>(ErrorType.class);
        seeds.forEach(seed -> seed.forEach(
                trajectory -> firstError(trajectory).ifPresent(type -> errors.merge(type, 1L, Long::sum))));
        long undecided = seeds.stream()
                .flatMap(List::stream)
                .flatMap(JudgedTrajectory::steps)
                .filter(step -> step.right().isEmpty())
                .count();
        return new ReflectionScore(seeds.get(0).size(), seeds.size(), values, errors, undecided);
    }

    /**
     * @param metric a metric
     * @return its value and interval; empty where it is undefined
     */
    public Optional<Interval> interval(ReflectionMetric metric) {
        return values.get(metric).interval();
    }

    /**
     * @param metric a metric
     * @return value and interval for people, shares in percent; a dash where it is undefined
     */
    public String shown(ReflectionMetric metric) {
        return interval(metric)
                .map(found -> metric.isShare()
                        ? found.percent()
                        : String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", found.estimate(), found.low(), found.high()))
                .orElse(UNDEFINED);
    }

    private static Value value(ReflectionMetric metric, List<List<JudgedTrajectory>> seeds, Bootstrap bootstrap) {
        double[][] numerators = new double[seeds.size()][];
        double[][] denominators = new double[seeds.size()][];
        double count = 0;
        for (int seed = 0; seed < seeds.size(); seed++) {
            List<ReflectionMetric.Part> parts =
                    seeds.get(seed).stream().map(metric::of).toList();
            numerators[seed] =
                    parts.stream().mapToDouble(ReflectionMetric.Part::numerator).toArray();
            denominators[seed] = parts.stream()
                    .mapToDouble(ReflectionMetric.Part::denominator)
                    .toArray();
            for (double part : denominators[seed]) {
                count += part;
            }
        }
        return new Value(bootstrap.ratio(numerators, denominators), Math.round(count));
    }

    private static Optional<ErrorType> firstError(JudgedTrajectory trajectory) {
        return trajectory.firstWrongStep().stream()
                .mapToObj(place -> trajectory.lines().get(place).type())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static void requireSame(List<List<JudgedTrajectory>> seeds) {
        if (seeds.isEmpty() || seeds.get(0).isEmpty()) {
            throw new LabException("reflection score: expected at least one trajectory, found none");
        }
        List<String> first =
                seeds.get(0).stream().map(JudgedTrajectory::problem).toList();
        for (List<JudgedTrajectory> seed : seeds) {
            if (!seed.stream().map(JudgedTrajectory::problem).toList().equals(first)) {
                throw new LabException(
                        "reflection score: expected the same problems in the same order for every seed, found others");
            }
        }
    }
}

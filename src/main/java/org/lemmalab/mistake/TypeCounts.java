package org.lemmalab.mistake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.lemmalab.io.LabException;

/**
 * Errors counted by type: overall, by model, by sampling temperature and by question (paper Sec. 3.2). Attempts without a type do
 * not count. Counts only, so that memory grows with the number of questions, not of attempts.
 */
public final class TypeCounts {
    private final Map<ErrorType, Long> overall = new EnumMap<>(ErrorType.class);
    private final Map<String, Map<ErrorType, Long>> byModel = new TreeMap<>();
    private final Map<Double, Map<ErrorType, Long>> byTemperature = new TreeMap<>();
    private final Map<String, Map<ErrorType, Long>> byQuestion = new TreeMap<>();

    /**
     * @param labelled labelled attempts
     * @return their counts
     */
    public static TypeCounts of(Iterable<LabelledAttempt> labelled) {
        TypeCounts counts = new TypeCounts();
        labelled.forEach(attempt -> counts.add(attempt, OptionalDouble.empty()));
        return counts;
    }

    /**
     * @param labelled a labelled attempt
     * @param temperature the sampling temperature, where it is known
     */
    public void add(LabelledAttempt labelled, OptionalDouble temperature) {
        labelled.errorType().ifPresent(type -> {
            overall.merge(type, 1L, Long::sum);
            count(byModel, labelled.attempt().model(), type);
            count(byQuestion, labelled.attempt().problemId(), type);
            temperature.ifPresent(value -> count(byTemperature, value, type));
        });
    }

    private static <K> void count(Map<K, Map<ErrorType, Long>> groups, K group, ErrorType type) {
        groups.computeIfAbsent(group, key -> new EnumMap<>(ErrorType.class)).merge(type, 1L, Long::sum);
    }

    /**
     * @return the errors by type
     */
    public Map<ErrorType, Long> overall() {
        return Collections.unmodifiableMap(overall);
    }

    /**
     * @param model a model's name
     * @return its errors by type; empty where it has none
     */
    public Map<ErrorType, Long> ofModel(String model) {
        return Collections.unmodifiableMap(byModel.getOrDefault(model, Map.of()));
    }

    /**
     * @param temperature a sampling temperature
     * @return the errors at it by type; empty where there are none
     */
    public Map<ErrorType, Long> atTemperature(double temperature) {
        return Collections.unmodifiableMap(byTemperature.getOrDefault(temperature, Map.of()));
    }

    /**
     * @param problemId a problem's id
     * @return the errors in it by type; empty where it was never missed
     */
    public Map<ErrorType, Long> ofQuestion(String problemId) {
        return Collections.unmodifiableMap(byQuestion.getOrDefault(problemId, Map.of()));
    }

    /**
     * @return the models with an error, in alphabetical order
     */
    public Set<String> models() {
        return Collections.unmodifiableSet(byModel.keySet());
    }

    /**
     * @return the temperatures with an error, from the lowest
     */
    public Set<Double> temperatures() {
        return Collections.unmodifiableSet(byTemperature.keySet());
    }

    /**
     * @return the ids of the problems with an error
     */
    public Set<String> questions() {
        return Collections.unmodifiableSet(byQuestion.keySet());
    }

    /**
     * @return the overall distribution
     * @throws LabException if no error was counted
     */
    public TypeDistribution distribution() {
        return TypeDistribution.ofCounts(overall);
    }

    /**
     * @param problemId a problem's id
     * @param strength how many errors the overall distribution counts for
     * @return the distribution of that question, smoothed; see {@link TypeDistribution#smoothing}
     * @throws LabException if no error was counted at all
     */
    public TypeDistribution distribution(String problemId, double strength) {
        return distribution().smoothing(ofQuestion(problemId), strength);
    }
}

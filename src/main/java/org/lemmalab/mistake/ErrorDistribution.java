package org.lemmalab.mistake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.lemmalab.io.LabException;

/**
 * How errors spread over the types, by model (paper Figs. 3 and 7), by sampling temperature (Fig. 4) or by any other group of attempts. The
 * name of the group then stands where a method says model.
 *
 * <p>Filled attempt by attempt; it holds counts only, so memory does not grow with their number.
 */
public final class ErrorDistribution {
    private final Function<LabelledAttempt, String> group;
    private final Map<String, Map<ErrorType, Long>> counts = new TreeMap<>();
    private final Map<String, Map<String, Long>> verdicts = new TreeMap<>();

    /** By model. */
    public ErrorDistribution() {
        this(labelled -> labelled.attempt().model());
    }

    private ErrorDistribution(Function<LabelledAttempt, String> group) {
        this.group = group;
    }

    /**
     * @param group names the group of an attempt; groups stand in alphabetical order
     * @return an empty distribution by group
     */
    public static ErrorDistribution by(Function<LabelledAttempt, String> group) {
        return new ErrorDistribution(group);
    }

    /**
     * @return an empty distribution by the temperature at which attempts were sampled; {@code unknown} where that is not recorded
     */
    public static ErrorDistribution byTemperature() {
        return by(labelled -> labelled.attempt().temperature().isPresent()
                ? String.valueOf(labelled.attempt().temperature().getAsDouble())
                : "unknown");
    }

    /**
     * @param labelled the labelled attempts
     * @return their distribution
     */
    public static ErrorDistribution of(Iterable<LabelledAttempt> labelled) {
        ErrorDistribution distribution = new ErrorDistribution();
        labelled.forEach(distribution::add);
        return distribution;
    }

    /**
     * Counts one attempt; only wrong ones enter the distribution of types.
     *
     * @param labelled the attempt
     */
    public void add(LabelledAttempt labelled) {
        String model = group.apply(labelled);
        verdicts.computeIfAbsent(model, name -> new TreeMap<>()).merge(labelled.verdict(), 1L, Long::sum);
        labelled.errorType().ifPresent(type -> {
            counts.computeIfAbsent(model, name -> new EnumMap<>(ErrorType.class))
                    .merge(type, 1L, Long::sum);
        });
    }

    /**
     * @return the models with at least one attempt, in alphabetical order
     */
    public List<String> models() {
        return List.copyOf(verdicts.keySet());
    }

    /**
     * @param model a model
     * @param type a type
     * @return how many of its wrong attempts have that type
     */
    public long count(String model, ErrorType type) {
        return counts.getOrDefault(known(model), Map.of()).getOrDefault(type, 0L);
    }

    /**
     * @param type a type
     * @return how many wrong attempts of all models have that type
     */
    public long count(ErrorType type) {
        return models().stream().mapToLong(model -> count(model, type)).sum();
    }

    /**
     * @param model a model
     * @return how many of its attempts are wrong with a known type
     */
    public long total(String model) {
        return counts.getOrDefault(known(model), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * @param model a model
     * @param verdict correct, wrong or undecided
     * @return how many of its attempts have that verdict
     */
    public long verdicts(String model, String verdict) {
        return verdicts.get(known(model)).getOrDefault(verdict, 0L);
    }

    /**
     * @param model a model
     * @param type a type
     * @return the share of the type among the model's wrong attempts
     * @throws LabException if the model has no wrong attempt
     */
    public Share share(String model, ErrorType type) {
        if (total(model) == 0) {
            throw new LabException("error distribution: model " + model + " has no wrong attempt to take a share of");
        }
        return new Share(count(model, type), total(model));
    }

    /**
     * Chi-square test of independence of type and model; see {@link Independence}.
     *
     * @return the test; empty where fewer than two models or two types have enough errors
     */
    public Optional<Independence> independence() {
        return Independence.test(this);
    }

    private String known(String model) {
        if (!verdicts.containsKey(model)) {
            throw new LabException(
                    "error distribution: expected one of the models " + models() + ", found '" + model + "'");
        }
        return model;
    }
}

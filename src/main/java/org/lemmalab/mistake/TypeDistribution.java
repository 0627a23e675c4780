package org.lemmalab.mistake;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * Probabilities of the error types, from which the type of a mistake is drawn (paper Sec. 3.3).
 *
 * @param shares the probability of each type, adding up to one; types that are not there have none
 */
public record TypeDistribution(Map<ErrorType, Double> shares) {
    private static final double TOLERANCE = 1e-9;

    /** Copies the shares, without those of zero, and checks their sum. */
    public TypeDistribution {
        Map<ErrorType, Double> copy = new EnumMap<>(ErrorType.class);
        double sum = 0;
        for (Map.Entry<ErrorType, Double> share : shares.entrySet()) {
            if (!(share.getValue() >= 0)) {
                throw new LabException("type distribution: expected a share of at least 0 for "
                        + share.getKey().label() + ", found " + share.getValue());
            }
            sum += share.getValue();
            if (share.getValue() > 0) {
                copy.put(share.getKey(), share.getValue());
            }
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new LabException("type distribution: expected shares that add up to 1, found " + sum);
        }
        shares = Collections.unmodifiableMap(copy);
    }

    /**
     * @param types the types, at least one
     * @return the same probability for each
     */
    public static TypeDistribution uniform(Collection<ErrorType> types) {
        return proportional(types.stream().distinct().collect(Collectors.toMap(type -> type, type -> 1.0)));
    }

    /**
     * @param counts how often each type was seen, at least one of them
     * @return their shares
     */
    public static TypeDistribution ofCounts(Map<ErrorType, Long> counts) {
        return proportional(counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().doubleValue())));
    }

    /**
     * @param weights a weight of at least 0 for each type, some of them positive
     * @return probabilities in proportion to the weights
     */
    public static TypeDistribution proportional(Map<ErrorType, Double> weights) {
        // In the order of the types: another order of the sum can change its last bit, and with it what a seed draws.
        Map<ErrorType, Double> ordered = new EnumMap<>(ErrorType.class);
        ordered.putAll(weights);
        double sum = ordered.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0)) {
            throw new LabException("type distribution: expected at least one type with a weight, found none");
        }
        Map<ErrorType, Double> shares = new EnumMap<>(ErrorType.class);
        ordered.forEach((type, weight) -> shares.put(type, weight / sum));
        return new TypeDistribution(shares);
    }

    /**
     * The distribution of one question, smoothed towards this overall one: with n(t) errors of type t, n in all, and strength a,
     * the probability of t is (n(t) + a × overall(t)) / (n + a). That is the mean of the posterior where the prior is a Dirichlet
     * distribution with the parameters a × overall(t): the overall distribution counts like a errors. Without any error of its own a
     * question has the overall distribution; with many it has its own.
     *
     * @param counts the errors of the question by type; may be empty
     * @param strength a, above 0
     * @return the smoothed distribution
     */
    public TypeDistribution smoothing(Map<ErrorType, Long> counts, double strength) {
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new LabException("type distribution: expected a strength above 0, found " + strength);
        }
        if (counts.isEmpty()) {
            return this;
        }
        Map<ErrorType, Double> weights = new EnumMap<>(ErrorType.class);
        shares.forEach((type, share) -> weights.put(type, strength * share));
        counts.forEach((type, count) -> weights.merge(type, count.doubleValue(), Double::sum));
        return proportional(weights);
    }

    /**
     * @param type a type
     * @return its probability
     */
    public double share(ErrorType type) {
        return shares.getOrDefault(type, 0.0);
    }

    /**
     * @param types the types that are possible
     * @return this distribution given that it is one of these; empty where none of them has any probability
     */
    public Optional<TypeDistribution> restrictedTo(Set<ErrorType> types) {
        Map<ErrorType, Double> kept = new EnumMap<>(shares);
        kept.keySet().retainAll(types);
        return kept.isEmpty() ? Optional.empty() : Optional.of(proportional(kept));
    }

    /**
     * @param random decides
     * @return a type
     */
    public ErrorType draw(RandomGenerator random) {
        double point = random.nextDouble();
        ErrorType last = null;
        for (Map.Entry<ErrorType, Double> share : shares.entrySet()) {
            last = share.getKey();
            point -= share.getValue();
            if (point < 0) {
                break;
            }
        }
        return last;
    }
}

package org.lemmalab.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.ConnectionStyle;

/**
 * A student's scores of connections.
 *
 * @param student who scored, for people
 * @param trained whether the student has learnt anything; an untrained one's likelihoods say nothing
 * @param all a score of each style for each error, the errors in the same order in every style
 * @param seed decides the draws of the intervals
 */
public record LinkScores(String student, boolean trained, List<LinkScore> all, long seed) {
    /** Copies the list. */
    public LinkScores {
        all = List.copyOf(all);
    }

    /**
     * @return how many errors were scored
     */
    public int errors() {
        return of(ConnectionStyle.ABRUPT, Optional.empty()).size();
    }

    /**
     * @param type an error type
     * @return how many errors of it were scored
     */
    public int errors(ErrorType type) {
        return of(ConnectionStyle.ABRUPT, Optional.of(type)).size();
    }

    /**
     * @return the types that were scored, in the taxonomy's order
     */
    public List<ErrorType> types() {
        return all.stream().map(LinkScore::type).distinct().sorted().toList();
    }

    /**
     * @param style a connection
     * @param measure which likelihood
     * @return its mean over all errors with a 95 % interval
     */
    public Interval mean(ConnectionStyle style, ToDoubleFunction<LinkScore> measure) {
        return Bootstrap.standard(seed).mean(values(style, Optional.empty(), measure));
    }

    /**
     * @param style a connection
     * @param type only errors of this type; empty for all
     * @param measure which likelihood
     * @return how far its mean lies above that of the abrupt connection on the same errors, with a 95 % interval
     */
    public Interval aboveAbrupt(ConnectionStyle style, Optional<ErrorType> type, ToDoubleFunction<LinkScore> measure) {
        return Bootstrap.standard(seed).difference(new double[][] {values(style, type, measure)}, new double[][] {
            values(ConnectionStyle.ABRUPT, type, measure)
        });
    }

    private double[] values(ConnectionStyle style, Optional<ErrorType> type, ToDoubleFunction<LinkScore> measure) {
        return of(style, type).stream().mapToDouble(measure).toArray();
    }

    private List<LinkScore> of(ConnectionStyle style, Optional<ErrorType> type) {
        return all.stream()
                .filter(score -> score.style() == style)
                .filter(score -> type.isEmpty() || type.get() == score.type())
                .toList();
    }
}

package org.lemmalab.reflection;

import java.util.List;
import java.util.OptionalDouble;
import org.lemmalab.io.LabException;

/**
 * What stands between error and correction (paper Sec. 3.1, RP).
 *
 * @param text the words; empty exactly for {@link ConnectionStyle#ABRUPT}
 * @param style how they were found
 * @param studentNegativeLogLikelihood mean over the tokens of link and corrected step, in nats, given the student's own erroneous
 *     prefix; empty where the student was not asked
 * @param candidateScores the same for every candidate that was considered, in order; empty where there was no choice
 */
public record Reflection(
        String text, ConnectionStyle style, OptionalDouble studentNegativeLogLikelihood, List<Double> candidateScores) {
    /** Copies the scores and checks that words and style agree. */
    public Reflection {
        candidateScores = List.copyOf(candidateScores);
        if (text == null || style == null || text.isBlank() != (style == ConnectionStyle.ABRUPT)) {
            throw new LabException("reflection: expected words exactly where it is not abrupt, found style " + style
                    + " and '" + text + "'");
        }
    }

    /**
     * @return no words at all
     */
    public static Reflection abrupt() {
        return new Reflection("", ConnectionStyle.ABRUPT, OptionalDouble.empty(), List.of());
    }

    /**
     * @param text the words
     * @param style how they were found
     * @return a reflection that no student was asked about
     */
    public static Reflection of(String text, ConnectionStyle style) {
        return new Reflection(text, style, OptionalDouble.empty(), List.of());
    }
}

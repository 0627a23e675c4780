package org.lemmalab.extension;

import java.util.List;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.ReflectionMetric;
import org.lemmalab.evaluation.trajectory.ReflectionMetric.Part;

/** An example of a metric: the tokens of the longest line, a problem. */
public final class LongestLineMetric implements ReflectionMetric.Provider {
    @Override
    public List<ReflectionMetric> metrics() {
        return List.of(new ReflectionMetric(
                "longest_line",
                "tokens of the longest line a problem",
                false,
                trajectory -> new Part(
                        trajectory.lines().stream()
                                .mapToInt(JudgedLine::tokens)
                                .max()
                                .orElse(0),
                        1)));
    }
}

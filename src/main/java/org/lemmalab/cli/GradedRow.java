package org.lemmalab.cli;

import java.util.List;

/** What became of a row of the file that {@code lab grade} reads. */
sealed interface GradedRow {
    /**
     * A row with its results.
     *
     * @param line the row
     * @param samples a result a prediction
     * @param isRenamed whether the added fields have other names, as the row has fields of theirs
     * @param json the row with the added fields, as it is written
     */
    record Done(GradedLine line, List<GradedSample> samples, boolean isRenamed, String json) implements GradedRow {}

    /**
     * A row that cannot be graded.
     *
     * @param reason why
     */
    record Rejected(String reason) implements GradedRow {}
}

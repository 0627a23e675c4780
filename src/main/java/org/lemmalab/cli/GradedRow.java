package org.lemmalab.cli;

import java.util.List;

/** What became of a row of the file that {@code lab grade} reads. */
sealed interface GradedRow {
    /**
     * A row that is graded.
     *
     * @param samples a result for each prediction
     * @param isRenamed whether the added fields have other names, as the row has fields of theirs
     * @param json the row with the added fields, as it is written
     */
    record Done(List<GradedSample> samples, boolean isRenamed, String json) implements GradedRow {}

    /**
     * A row that cannot be graded.
     *
     * @param reason why
     */
    record Rejected(String reason) implements GradedRow {}
}

package org.lemmalab.cli;

import java.util.List;
import org.lemmalab.io.FieldPath;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonRow;
import org.lemmalab.io.LabException;

/**
 * From a row of the file to the line that is written for it. Safe for several threads, and never throws: whatever fails on a row
 * fails for that row only.
 *
 * @param prediction the field of the prediction
 * @param gold the field of the gold answer
 * @param grader grades what the row holds
 * @param columns the fields that are added
 */
record RowGrader(FieldPath prediction, FieldPath gold, LineGrader grader, GradeColumns columns) {
    GradedRow grade(JsonRow row) {
        try {
            GradedLine line = GradedLine.read(row.value(), prediction, gold);
            List<GradedSample> samples = grader.grade(line);
            boolean isRenamed = columns.add(line, samples);
            return new GradedRow.Done(line, samples, isRenamed, Json.line(line.fields()));
        } catch (LabException e) {
            return new GradedRow.Rejected(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return new GradedRow.Rejected("failed: " + e);
        }
    }
}

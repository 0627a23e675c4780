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
            String prefix = columns.prefix(line);
            String json = joined(row.content(), Json.line(columns.of(line, samples, prefix)));
            return new GradedRow.Done(samples, !prefix.isEmpty(), json);
        } catch (LabException e) {
            return new GradedRow.Rejected(e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return new GradedRow.Rejected("failed: " + e);
        }
    }

    /** The row's very text with more fields at its end; the line breaks of an object on several lines become spaces. */
    private static String joined(String object, String more) {
        String text = object.strip().replace('\n', ' ').replace('\r', ' ');
        return text.substring(0, text.length() - 1).stripTrailing() + ", " + more.substring(1);
    }
}

package org.lemmalab.cli;

import java.util.List;
import java.util.Map;
import org.lemmalab.io.JsonRow;
import org.lemmalab.io.JsonRows;
import org.lemmalab.io.LabException;
import org.lemmalab.io.LineOutput;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.pipeline.TaskProgress;

/** Carries {@code lab grade} out: rows are graded side by side on all cores, a batch at a time, and written in their order. */
final class GradeRun {
    private final GradeFiles files;
    private final RowGrader grader;
    private final GradeSummary summary = new GradeSummary();
    private long done;

    GradeRun(GradeFiles files, RowGrader grader) {
        this.files = files;
        this.grader = grader;
    }

    GradeSummary summary() {
        return summary;
    }

    /** Nothing is written before the first rows are known to have the fields. */
    RejectedLines run() {
        try (JsonRows input = files.open()) {
            GradeRows rows = new GradeRows(
                    input, Map.of("--prediction-field", grader.prediction(), "--gold-field", grader.gold()));
            try (RejectedLines rejected = files.rejected();
                    LineOutput output = files.output();
                    TaskProgress progress = files.progress()) {
                grade(rows, output, rejected, progress);
                requireOne(input, rejected);
                output.finish();
                progress.complete();
                return rejected;
            }
        }
    }

    private void grade(GradeRows rows, LineOutput output, RejectedLines rejected, TaskProgress progress) {
        for (List<JsonRow> batch = rows.nextBatch(); !batch.isEmpty(); batch = rows.nextBatch()) {
            List<GradedRow> graded = batch.parallelStream().map(grader::grade).toList();
            for (int i = 0; i < batch.size(); i++) {
                take(batch.get(i), graded.get(i), output, rejected);
            }
            done += batch.size();
            progress.at(done);
        }
    }

    private void take(JsonRow row, GradedRow graded, LineOutput output, RejectedLines rejected) {
        if (graded instanceof GradedRow.Done line) {
            summary.add(line);
            output.addLine(line.json());
        } else if (graded instanceof GradedRow.Rejected bad) {
            rejected.add(files.name(), row.line(), bad.reason(), row.content());
        }
    }

    private void requireOne(JsonRows input, RejectedLines rejected) {
        if (summary.lineCount() == 0) {
            throw new LabException(
                    input.name() + ": none of its " + rejected.count() + " lines can be graded; the first reason: "
                            + rejected.messages().get(0));
        }
    }
}

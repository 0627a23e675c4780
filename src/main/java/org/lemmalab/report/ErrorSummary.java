package org.lemmalab.report;

import java.util.Arrays;
import java.util.List;
import org.lemmalab.mistake.ErrorDistribution;
import org.lemmalab.mistake.ErrorType;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Counts of verdicts and error types by model, for the end of a run. */
public final class ErrorSummary {
    private ErrorSummary() {}

    /**
     * @param distribution the labelled attempts
     * @return a row for each verdict and each error type that occurs, a column of counts for each model
     */
    public static Table table(ErrorDistribution distribution) {
        List<ErrorType> types = Arrays.stream(ErrorType.values())
                .filter(type -> distribution.count(type) > 0)
                .toList();
        StringColumn rows = StringColumn.create("verdict");
        rows.append("correct").append("undecided").append("wrong");
        types.forEach(type -> rows.append("  " + type.label()));
        Table table = Table.create("Attempts by verdict and first error", rows);
        for (String model : distribution.models()) {
            LongColumn counts = LongColumn.create(model);
            for (String verdict : List.of("correct", "undecided", "wrong")) {
                counts.append(distribution.verdicts(model, verdict));
            }
            types.forEach(type -> counts.append(distribution.count(model, type)));
            table.addColumns(counts);
        }
        return table;
    }
}

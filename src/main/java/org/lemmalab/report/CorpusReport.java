package org.lemmalab.report;

import java.util.List;
import java.util.Map;
import org.lemmalab.corpus.DataStatistics;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables of training corpora. */
public final class CorpusReport {
    private static final String SAMPLES = "solutions";
    private static final String TOKENS = "average_tokens";

    private CorpusReport() {}

    /**
     * The paper's table of data statistics (App. A.2, Tab. 7) with one's own corpora beside it.
     *
     * @param corpora own corpora; one that the paper prints stands on its line by its title
     * @return a row for each own corpus, then one for each of the paper's that is not there; what nobody counted is missing
     */
    public static Table dataStatistics(List<DataStatistics> corpora) {
        Table paper = PaperNumbers.DATA_STATISTICS.table();
        Table table = Table.create(
                "Data statistics, here and in the paper",
                StringColumn.create("method"),
                LongColumn.create("samples here"),
                LongColumn.create("problems here"),
                DoubleColumn.create("mean tokens here"),
                StringColumn.create("counted in"),
                LongColumn.create("samples in the paper"),
                DoubleColumn.create("mean tokens in the paper"));
        for (DataStatistics corpus : corpora) {
            table.stringColumn(0).append(corpus.method());
            table.longColumn(1).append(corpus.samples());
            table.longColumn(2).append(corpus.problems());
            table.doubleColumn(3).append(corpus.meanTokens());
            table.stringColumn(4).append(corpus.counter());
            printed(table, paper, corpus.method());
        }
        for (String method : paper.stringColumn("method")) {
            if (corpora.stream().noneMatch(corpus -> corpus.method().equals(method))) {
                table.stringColumn(0).append(method);
                table.longColumn(1).appendMissing();
                table.longColumn(2).appendMissing();
                table.doubleColumn(3).appendMissing();
                table.stringColumn(4).append("");
                printed(table, paper, method);
            }
        }
        return table;
    }

    /**
     * @param refused how often what was refused, by reason
     * @return a row for each reason, the most frequent first
     */
    public static Table refusals(Map<String, Long> refused) {
        StringColumn reason = StringColumn.create("refused, because");
        LongColumn count = LongColumn.create("times");
        refused.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    reason.append(entry.getKey());
                    count.append(entry.getValue());
                });
        return Table.create("What was not made, and why", reason, count);
    }

    private static void printed(Table table, Table paper, String method) {
        Table row = paper.where(paper.stringColumn("method").isEqualTo(method));
        boolean isPrinted = row.rowCount() == 1;
        if (isPrinted) {
            table.longColumn(5).append(Long.parseLong(row.column(SAMPLES).getString(0)));
        } else {
            table.longColumn(5).appendMissing();
        }
        if (isPrinted && !row.column(TOKENS).isMissing(0)) {
            table.doubleColumn(6).append(Double.parseDouble(row.column(TOKENS).getString(0)));
        } else {
            table.doubleColumn(6).appendMissing();
        }
    }
}

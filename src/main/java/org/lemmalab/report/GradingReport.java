package org.lemmalab.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.lemmalab.experiment.ExtractionStudy;
import org.lemmalab.experiment.ExtractionStudy.Row;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.PolicyRow;
import org.lemmalab.grading.Verdict;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.ExtractedAnswer;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables and figures of answer grading and extraction. */
public final class GradingReport {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;

    private final ExtractionStudy.Result result;

    /**
     * @param result what the study of extraction measured
     */
    public GradingReport(ExtractionStudy.Result result) {
        this.result = result;
    }

    /**
     * @param grader grades
     * @param pairs prediction and gold answer by turns
     * @return for each pair the verdict, its rule, and how both answers were understood
     */
    public static Table verdicts(Grader grader, List<String> pairs) {
        StringColumn prediction = StringColumn.create("prediction");
        StringColumn gold = StringColumn.create("gold");
        StringColumn verdict = StringColumn.create("verdict");
        StringColumn rule = StringColumn.create("by");
        StringColumn understood = StringColumn.create("understood as");
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            Verdict given = grader.grade(pairs.get(i), pairs.get(i + 1));
            prediction.append(pairs.get(i));
            gold.append(pairs.get(i + 1));
            verdict.append(given.isUndecided() ? "undecided" : given.isEqual() ? "equal" : "unequal");
            rule.append(given.why());
            understood.append(given.prediction() + "  |  " + given.gold());
        }
        return Table.create("Verdicts", prediction, gold, verdict, rule, understood);
    }

    /**
     * @return what counts as equal and why, row by row, beside what three public graders say to the same pairs
     */
    public static Table policy() {
        List<PolicyRow> rows = PolicyRow.all();
        return Table.create(
                "What counts as equal, and why",
                StringColumn.create("kind", rows.stream().map(PolicyRow::kind)),
                StringColumn.create("gold", rows.stream().map(PolicyRow::gold)),
                StringColumn.create("prediction", rows.stream().map(PolicyRow::prediction)),
                StringColumn.create("verdict", rows.stream().map(PolicyRow::verdict)),
                StringColumn.create("why", rows.stream().map(PolicyRow::why)),
                StringColumn.create("Math-Verify", rows.stream().map(PolicyRow::mathVerify)),
                StringColumn.create("Qwen2.5-Math", rows.stream().map(PolicyRow::qwen)),
                StringColumn.create("lm-evaluation-harness", rows.stream().map(PolicyRow::harness)));
    }

    /**
     * @return the same table as Markdown, for pages that are not computed; answers are set as code
     */
    public static String policyMarkdown() {
        String head =
                "| gold | prediction | verdict | why | Math-Verify | Qwen | lm-eval |\n" + "| --- ".repeat(7) + "|\n";
        return head
                + PolicyRow.all().stream()
                        .map(row -> Stream.of(
                                        code(row.gold()),
                                        code(row.prediction()),
                                        row.verdict(),
                                        row.why(),
                                        sign(row, row.mathVerify()),
                                        sign(row, row.qwen()),
                                        sign(row, row.harness()))
                                .collect(Collectors.joining(" | ", "| ", " |")))
                        .collect(Collectors.joining("\n"));
    }

    private static String code(String answer) {
        return answer.isEmpty() ? "(empty)" : "`" + answer.replace("|", "\\|") + "`";
    }

    /** Another grader's verdict, bold where it is not ours. */
    private static String sign(PolicyRow row, String verdict) {
        boolean ours = verdict.equals(row.verdict())
                || verdict.equals("unequal") && !row.verdict().equals("equal");
        return verdict.equals("not asked") ? "" : ours ? verdict : "**" + verdict + "**";
    }

    /**
     * @param texts texts of models
     * @return for each text what strict and standard extraction take, by which rule and how surely
     */
    public static Table extractions(List<String> texts) {
        Table table = Table.create("Extraction: marked answers only, and the standard way");
        return table.addColumns(
                StringColumn.create("text", texts),
                StringColumn.create("strict", texts.stream().map(text -> shown(AnswerExtractor.strict(), text))),
                StringColumn.create("standard", texts.stream().map(text -> shown(AnswerExtractor.standard(), text))));
    }

    private static String shown(AnswerExtractor extractor, String text) {
        return extractor.extract(text) instanceof ExtractedAnswer.Found found
                ? found.text() + "  (" + found.rule().title() + "; "
                        + found.sureness().title() + ")"
                : "none: " + ((ExtractedAnswer.None) extractor.extract(text)).reason();
    }

    /**
     * @return for each set of texts and way of extraction how many were graded equal, unequal, undecided or had no answer
     */
    public Table outcomes() {
        List<Row> rows = result.rows();
        Table table = Table.create("The same texts under three ways of extraction");
        return table.addColumns(
                StringColumn.create("texts", rows.stream().map(Row::set)),
                StringColumn.create("extraction", rows.stream().map(Row::extraction)),
                counts("number", rows, Row::total),
                counts("equal", rows, Row::equal),
                counts("unequal", rows, Row::unequal),
                counts("undecided", rows, Row::undecided),
                counts("no answer", rows, Row::noAnswer),
                StringColumn.create("accuracy (%)", rows.stream().map(row -> oneDecimal(accuracy(row)))));
    }

    private static LongColumn counts(String name, List<Row> rows, ToLongFunction<Row> count) {
        return LongColumn.create(name, rows.stream().mapToLong(count).toArray());
    }

    /**
     * @return how often each rule found the answer
     */
    public Table rules() {
        List<Row> rows = result.rows();
        Table table = Table.create("By which rule answers were found");
        return table.addColumns(
                StringColumn.create("texts", rows.stream().map(Row::set)),
                StringColumn.create("extraction", rows.stream().map(Row::extraction)),
                StringColumn.create(
                        "rules",
                        rows.stream()
                                .map(row -> new TreeMap<>(row.rules())
                                        .entrySet().stream()
                                                .map(entry -> entry.getKey().title() + " ("
                                                        + entry.getKey()
                                                                .sureness()
                                                                .title() + "): " + entry.getValue())
                                                .collect(Collectors.joining("; ")))));
    }

    /**
     * @return accuracy by way of extraction, one group of bars a set
     */
    public Figure accuracyFigure() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Accuracy of the same texts by way of extraction")
                .xAxisTitle("texts")
                .yAxisTitle("graded equal (%)")
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setXAxisLabelRotation(0);
        List<String> sets = result.rows().stream().map(Row::set).distinct().toList();
        result.rows().stream()
                .map(Row::extraction)
                .distinct()
                .forEach(extraction -> chart.addSeries(
                        extraction,
                        sets,
                        result.rows().stream()
                                .filter(row -> row.extraction().equals(extraction))
                                .map(GradingReport::accuracy)
                                .toList()));
        return new Figure(
                "accuracy",
                "The same texts, whole and cut off after 80 % of their characters, graded after three ways of extraction.",
                chart);
    }

    private static double accuracy(Row row) {
        return 100.0 * row.equal() / Math.max(1, row.total());
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /**
     * Keeps the tables and the figure with their provenance.
     *
     * @param folder the folder, made if missing
     * @return the files written
     */
    public List<Path> write(Path folder) {
        Map<String, Table> tables = Map.of("outcomes", outcomes(), "rules", rules());
        return RunRecord.write(folder, tables, List.of(accuracyFigure()), result.provenance());
    }
}

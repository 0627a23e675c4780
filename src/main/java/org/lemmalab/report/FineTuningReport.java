package org.lemmalab.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.lemmalab.experiment.AskedProblem;
import org.lemmalab.experiment.FineTuningStudy;
import org.lemmalab.experiment.FineTuningStudy.TrainedRun;
import org.lemmalab.mistake.Share;
import org.lemmalab.training.RowFilling;
import org.lemmalab.training.TrainingProgress;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables and figures of a fine-tuning study. */
public final class FineTuningReport {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 360;

    private final FineTuningStudy.Result result;

    /**
     * @param result what the study measured
     */
    public FineTuningReport(FineTuningStudy.Result result) {
        this.result = result;
    }

    /**
     * @param fillings one for each layout
     * @return how full rows would be that are padded to the longest of their batch
     */
    public static Table fillings(List<RowFilling> fillings) {
        Table table = Table.create("What padding would cost");
        return table.addColumns(
                StringColumn.create(
                        "rows",
                        fillings.stream().map(filling -> filling.layout().name().toLowerCase(Locale.ROOT))),
                longs(
                        "batches",
                        fillings.stream().mapToLong(RowFilling::batches).toArray()),
                longs("places", fillings.stream().mapToLong(RowFilling::places).toArray()),
                longs("tokens", fillings.stream().mapToLong(RowFilling::tokens).toArray()),
                StringColumn.create("filled (%)", fillings.stream().map(filling -> oneDecimal(100 * filling.share()))),
                longs(
                        "smallest batch",
                        fillings.stream().mapToLong(RowFilling::smallestBatch).toArray()),
                longs(
                        "largest batch",
                        fillings.stream().mapToLong(RowFilling::largestBatch).toArray()));
    }

    /**
     * @param fillings one for each layout
     * @return tokens and padding, a bar for each layout
     */
    public static Figure fillingFigure(List<RowFilling> fillings) {
        CategoryChart chart = chart("Tokens and padding of one epoch", "rows", "places");
        chart.getStyler().setStacked(true);
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        List<String> layouts = fillings.stream()
                .map(filling -> filling.layout().name().toLowerCase(Locale.ROOT))
                .toList();
        chart.addSeries(
                "tokens", layouts, fillings.stream().map(RowFilling::tokens).toList());
        chart.addSeries(
                "padding",
                layouts,
                fillings.stream()
                        .map(filling -> filling.places() - filling.tokens())
                        .toList());
        return new Figure("padding", "Tokens and padding where every row of a batch is as long as its longest.", chart);
    }

    /**
     * @return what was trained, from which loss to which
     */
    public Table runs() {
        List<TrainedRun> runs = result.runs();
        Table table = Table.create("Runs");
        return table.addColumns(
                StringColumn.create("trained", runs.stream().map(TrainedRun::name)),
                longs(
                        "numbers trained",
                        runs.stream().mapToLong(TrainedRun::trained).toArray()),
                longs(
                        "steps",
                        runs.stream().mapToLong(run -> run.steps().size()).toArray()),
                doubles(
                        "first loss",
                        runs.stream()
                                .mapToDouble(run -> run.steps().get(0).loss())
                                .toArray()),
                doubles(
                        "last loss",
                        runs.stream()
                                .mapToDouble(run ->
                                        run.steps().get(run.steps().size() - 1).loss())
                                .toArray()));
    }

    /**
     * @return the loss of all runs by step
     */
    public Figure lossFigure() {
        return TrainingCurves.losses(steps());
    }

    private Map<String, List<TrainingProgress>> steps() {
        Map<String, List<TrainingProgress>> steps = new LinkedHashMap<>();
        result.runs().forEach(run -> steps.put(run.name(), run.steps()));
        return steps;
    }

    /**
     * @return right answers by model and kind of problem, with 95 % intervals
     */
    public Table scores() {
        StringColumn model = StringColumn.create("model");
        StringColumn kind = StringColumn.create("problems");
        StringColumn right = StringColumn.create("right");
        StringColumn share = StringColumn.create("% [95 % interval]");
        result.scores()
                .forEach((name, shares) -> shares.forEach((problems, count) -> {
                    model.append(name);
                    kind.append(problems);
                    right.append(count.count() + " of " + count.total());
                    share.append(oneDecimal(100 * count.value()) + " [" + oneDecimal(100 * count.low()) + ", "
                            + oneDecimal(100 * count.high()) + "]");
                }));
        return Table.create("Held-out problems answered rightly", model, kind, right, share);
    }

    /**
     * @return the same as bars
     */
    public Figure scoreFigure() {
        CategoryChart chart = chart("Right answers to held-out problems", "model", "right (%)");
        List<String> models = List.copyOf(result.scores().keySet());
        for (String kind : result.scores().values().stream()
                .flatMap(shares -> shares.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))) {
            List<Share> shares = models.stream()
                    .map(model -> result.scores().get(model).get(kind))
                    .toList();
            chart.addSeries(
                    kind,
                    models,
                    shares.stream().map(share -> 100 * share.value()).toList());
        }
        return new Figure("before-and-after", "Right answers before and after fine-tuning, by kind of problem.", chart);
    }

    /**
     * @param answers what each model said, by its name; the same problems in the same order
     * @param shown how many of each kind
     * @return the answers side by side
     */
    public static Table answers(Map<String, List<AskedProblem>> answers, int shown) {
        List<AskedProblem> first = answers.values().iterator().next();
        List<Integer> chosen = first.stream()
                .collect(Collectors.groupingBy(AskedProblem::kind, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(kind -> kind.stream().limit(shown))
                .map(first::indexOf)
                .toList();
        Table table = Table.create("What they say")
                .addColumns(StringColumn.create(
                        "question", chosen.stream().map(i -> first.get(i).question())));
        answers.forEach((name, said) -> table.addColumns(StringColumn.create(
                name,
                chosen.stream()
                        .map(i -> (said.get(i).right() ? "✓ " : "✗ ")
                                + said.get(i).text()))));
        return table;
    }

    /**
     * Keeps tables and figures with their provenance.
     *
     * @param folder the folder, made if missing
     * @return the files written
     */
    public List<Path> write(Path folder) {
        Map<String, Table> tables =
                Map.of("runs", runs(), "scores", scores(), "training", TrainingCurves.table(steps()));
        List<Figure> figures = List.of(lossFigure(), TrainingCurves.learningRates(steps()), scoreFigure());
        return RunRecord.write(folder, tables, figures, result.provenance());
    }

    private static CategoryChart chart(String title, String x, String y) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        ChartTheme.apply(chart.getStyler());
        return chart;
    }

    private static LongColumn longs(String name, long... values) {
        return LongColumn.create(name, values);
    }

    private static DoubleColumn doubles(String name, double... values) {
        double[] rounded = Arrays.stream(values)
                .map(value -> Math.round(value * 1e4) / 1e4)
                .toArray();
        return DoubleColumn.create(name, rounded);
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

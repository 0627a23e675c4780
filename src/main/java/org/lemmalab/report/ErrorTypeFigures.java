package org.lemmalab.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.lemmalab.mistake.ConfusionMatrix;
import org.lemmalab.mistake.ErrorDistribution;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Share;
import tech.tablesaw.api.Table;

/** The charts of {@link ErrorTypeReport}, and bars of error types for other reports. */
final class ErrorTypeFigures {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;

    /** Least distance between labels, in pixels: every category is named. */
    private static final int LABEL_SPACING = 8;

    private ErrorTypeFigures() {}

    static Figure errorTypes(ErrorDistribution distribution, List<String> models, List<ErrorType> types, String set) {
        CategoryChart chart = bars("First errors by type (" + set + ")", "error type", "share of wrong attempts (%)");
        for (String model : models) {
            addShares(
                    chart,
                    model,
                    titles(types),
                    types.stream().map(type -> distribution.share(model, type)).toList());
        }
        return new Figure(
                "error-types", "Shares of error types by model; thin lines are 95 % intervals (" + set + ").", chart);
    }

    static Figure besidePaper(List<ErrorType> types, List<Share> here) {
        Table paper = PaperNumbers.ERROR_TYPES_GSM8K.table();
        CategoryChart chart = bars("Error types here and in the paper", "error type", "share of errors (%)");
        addShares(chart, "here, rules, all models", titles(types), here);
        List<Double> means = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        for (ErrorType type : types) {
            boolean printed = paper.columnNames().contains(type.label());
            means.add(printed ? paper.doubleColumn(type.label()).mean() : 0);
            spreads.add(printed ? paper.doubleColumn(type.label()).range() / 2 : 0);
        }
        chart.addSeries("paper, GPT-4o, mean of its four models", titles(types), means, spreads);
        return new Figure(
                "beside-paper",
                "Error types on GSM8K by the rules here and by GPT-4o in the paper; types without a second bar are not printed"
                        + " there. Thin lines: 95 % interval here, half the range over models in the paper.",
                chart);
    }

    static Figure positions(SortedMap<Integer, Share> hazard, String set) {
        CategoryChart chart = bars("Where solutions break (" + set + ")", "step", "goes wrong at this step (%)");
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(0);
        addShares(chart, "share", hazard.keySet().stream().map(String::valueOf).toList(), List.copyOf(hazard.values()));
        return new Figure(
                "positions",
                "Share of attempts whose first error is at a step, of those that were sound before it; thin lines are 95 %"
                        + " intervals (" + set + ").",
                chart);
    }

    static Figure confusion(ConfusionMatrix confusion, String scoredOn) {
        List<ErrorType> rows = confusion.rows();
        List<String> columns = confusion.columns().stream()
                .filter(column -> rows.stream().anyMatch(row -> confusion.count(row, column) > 0))
                .toList();
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(HEIGHT + 60)
                .title("Labelled and found types (" + scoredOn + ")")
                .xAxisTitle("found by the analyst")
                .yAxisTitle("labelled")
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setXAxisTickMarkSpacingHint(LABEL_SPACING);
        chart.getStyler().setShowValue(true);
        chart.getStyler().setHeatMapValueDecimalPattern("#");
        chart.getStyler().setRangeColors(new Color[] {Color.WHITE, ChartTheme.COLOURS[5]});
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(30);
        List<Number[]> cells = new ArrayList<>();
        for (int x = 0; x < columns.size(); x++) {
            for (int y = 0; y < rows.size(); y++) {
                cells.add(new Number[] {x, y, confusion.count(rows.get(y), columns.get(x))});
            }
        }
        chart.addSeries("errors", words(columns), titles(rows), cells);
        return new Figure("confusion", "Labelled error types against those that the analyst finds, counts.", chart);
    }

    static CategoryChart bars(String title, String x, String y) {
        CategoryChart chart = ChartTheme.bars(title, x, y, HEIGHT);
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }

    static void addShares(CategoryChart chart, String name, List<String> categories, List<Share> shares) {
        chart.addSeries(
                name,
                categories,
                shares.stream().map(share -> 100 * share.value()).toList(),
                shares.stream().map(share -> 50 * (share.high() - share.low())).toList());
    }

    static List<String> titles(List<ErrorType> types) {
        return types.stream().map(ErrorType::title).toList();
    }

    private static List<String> words(List<String> labels) {
        return labels.stream().map(label -> label.replace('_', ' ')).toList();
    }
}

package org.lemmalab.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.lemmalab.experiment.ErrorPool;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.InjectionScore;
import org.lemmalab.mistake.Share;

/** The charts of {@link MistakeAugmentationReport}. */
final class MistakeAugmentationFigures {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 460;
    private static final int LABEL_SPACING = 8;
    private static final List<String> THIRDS = List.of("first third", "middle third", "last third");

    private MistakeAugmentationFigures() {}

    static Figure injectable(InjectionScore kept, String set) {
        CategoryChart chart =
                bars("Problems that take an error of the type (" + set + ")", "error type", "problems (%)");
        chart.getStyler().setLegendVisible(false);
        List<ErrorType> types = Arrays.asList(ErrorType.values());
        addShares(
                chart,
                "kept",
                titles(types),
                types.stream()
                        .map(type -> new Share(
                                kept.byType().containsKey(type)
                                        ? kept.byType().get(type).given()
                                        : 0,
                                kept.problems()))
                        .toList());
        return new Figure(
                "injectable",
                "Share of problems into which an error of the type was brought and kept; thin lines are 95 % intervals ("
                        + set + ").",
                chart);
    }

    static Figure typeShares(List<ErrorPool> pools, List<ErrorType> types, String set) {
        CategoryChart chart = bars("Types in the pool, by switch", "error type", "share of the pool (%)");
        for (ErrorPool pool : pools) {
            Map<ErrorType, Long> counts = pool.byType();
            addShares(
                    chart,
                    pool.name(),
                    titles(types),
                    types.stream()
                            .map(type -> new Share(
                                    counts.getOrDefault(type, 0L), pool.errors().size()))
                            .toList());
        }
        return new Figure(
                "type-shares",
                "Error types in the pools that the switches give; thin lines are 95 % intervals (" + set + ").",
                chart);
    }

    static Figure positions(List<ErrorPool> pools, String set) {
        CategoryChart chart =
                bars("Where the first wrong step lies", "part of the wrong solution", "share of the pool (%)");
        chart.getStyler().setXAxisLabelRotation(0);
        for (ErrorPool pool : pools) {
            Map<Integer, Long> counts = pool.byPosition(THIRDS.size());
            addShares(
                    chart,
                    pool.name(),
                    THIRDS,
                    List.of(0, 1, 2).stream()
                            .map(part -> new Share(
                                    counts.getOrDefault(part, 0L), pool.errors().size()))
                            .toList());
        }
        return new Figure(
                "positions",
                "In which third of the wrong solution the middle of the first wrong step lies; thin lines are 95 % intervals ("
                        + set + ").",
                chart);
    }

    private static CategoryChart bars(String title, String x, String y) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.85);
        chart.getStyler().setXAxisTickMarkSpacingHint(LABEL_SPACING);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setXAxisLabelRotation(30);
        return chart;
    }

    private static void addShares(CategoryChart chart, String name, List<String> categories, List<Share> shares) {
        chart.addSeries(
                name,
                categories,
                shares.stream().map(share -> 100 * share.value()).toList(),
                shares.stream().map(share -> 50 * (share.high() - share.low())).toList());
    }

    private static List<String> titles(List<ErrorType> types) {
        return types.stream().map(ErrorType::title).toList();
    }
}

package org.lemmalab.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.internal.series.Series;

/** What a reader needs to read a chart: a title, a title on each axis and, where there are several series, a legend of all. */
final class FigureCheck {
    private FigureCheck() {}

    /**
     * @param chart any chart
     * @return what it lacks, in words; empty where nothing
     */
    static List<String> missing(IChart chart) {
        Stream<String> title = blank(chart.getTitle()) ? Stream.of("a title") : Stream.empty();
        Stream<String> axes = chart instanceof AxesChart<?, ?> axed ? missingAxes(axed) : Stream.empty();
        Stream<String> legend = chart instanceof Chart<?, ?> drawn ? missingLegend(drawn).stream() : Stream.empty();
        return Stream.of(title, axes, legend).flatMap(each -> each).toList();
    }

    private static Stream<String> missingAxes(AxesChart<?, ?> chart) {
        boolean x = blank(chart.getXAxisTitle()) || !chart.getStyler().isXAxisTitleVisible();
        boolean hidden = !chart.getStyler().isYAxisTitleVisible();
        Stream<String> y = chart.getSeriesCollection().stream()
                .map(AxesChartSeries::getYAxisGroup)
                .distinct()
                .sorted()
                .filter(group -> hidden || blank(chart.getYAxisGroupTitle(group)))
                .map(group -> "a title on the y axis" + (group == 0 ? "" : " of group " + group));
        return Stream.concat(x ? Stream.of("a title on the x axis") : Stream.empty(), y);
    }

    private static Optional<String> missingLegend(Chart<?, ?> chart) {
        Collection<? extends Series> series = chart.getSeriesCollection();
        if (series.isEmpty()) {
            return Optional.of("a series");
        }
        boolean named = chart.getStyler().isLegendVisible() && series.stream().allMatch(Series::isShowInLegend);
        return series.size() > 1 && !named
                ? Optional.of("a legend of its " + series.size() + " series")
                : Optional.empty();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

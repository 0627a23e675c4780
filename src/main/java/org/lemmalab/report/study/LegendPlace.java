package org.lemmalab.report.study;

import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.Styler;

/** Where a legend is read whole: below the chart where its names fit into a line, else beside it, one under the other. */
final class LegendPlace {
    /** Letters that fit below a chart of the study's width. */
    private static final int LETTERS = 95;

    /** Room of a series' sign, in letters. */
    private static final int SIGN = 6;

    private LegendPlace() {}

    static <C extends Chart<?, ?>> C fitted(C chart) {
        int letters = chart.getSeriesCollection().stream()
                .map(Series::getLabel)
                .mapToInt(label -> label.length() + SIGN)
                .sum();
        if (letters > LETTERS) {
            chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
            chart.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
        }
        return chart;
    }
}

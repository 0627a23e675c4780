package org.lemmalab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/**
 * One look for all figures: a white panel that is legible on light and dark pages, light grid lines, and the eight colours of
 * Okabe and Ito (2008), which colour-blind readers can tell apart.
 */
public final class ChartTheme {
    /** Colours of Okabe and Ito, the darker ones first. */
    static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xE69F00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xD55E00),
        new Color(0x56B4E9),
        new Color(0x999999),
        new Color(0xF0E442)
    };

    private static final Color INK = new Color(0x222222);
    private static final Color GRID = new Color(0xDDDDDD);

    private static final int WIDTH = 900;

    /** Least distance between labels, in pixels: every category is named. */
    private static final int LABEL_SPACING = 8;

    private ChartTheme() {}

    /** A chart of bars, one group a category, with the categories' names aslant. */
    static CategoryChart bars(String title, String x, String y, int height) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(height)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        apply(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.8);
        chart.getStyler().setXAxisTickMarkSpacingHint(LABEL_SPACING);
        chart.getStyler().setXAxisLabelRotation(30);
        return chart;
    }

    /**
     * @param series a series' number, from 0
     * @return its colour; after the eighth the first again
     */
    public static Color colour(int series) {
        return COLOURS[Math.floorMod(series, COLOURS.length)];
    }

    /**
     * Applies the look.
     *
     * @param styler the chart's styler, changed in place
     */
    public static void apply(AxesChartStyler styler) {
        styler.setSeriesColors(COLOURS);
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(INK);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(font(Font.BOLD, 15));
        styler.setLegendFont(font(Font.PLAIN, 12));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setAxisTitleFont(font(Font.BOLD, 12));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setErrorBarsColor(INK);
        styler.setAntiAlias(true);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}

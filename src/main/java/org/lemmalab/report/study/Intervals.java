package org.lemmalab.report.study;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lemmalab.report.ChartTheme;

/**
 * Charts of points with their intervals lying on rows, from the top down. A row's name stands over it within the plot: as labels of the axis,
 * names of more than 20 letters would keep the chart seeking ticks for ever.
 */
final class Intervals {
    private static final int WIDTH = 900;
    private static final int MARGINS = 150;
    private static final int MARKER = 9;

    private static final double PADDING = 0.04;

    /** Height of a row's name, in pixels. */
    private static final int NAME = 16;

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.TRIANGLE_DOWN
    };

    private final XYChart chart;
    private final List<String> rows;
    private final double nameShare;
    private final Marks marks = new Marks();
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    /**
     * @param title over the chart
     * @param axis what the points are
     * @param rowAxis what the rows are
     * @param rows names from the top
     * @param rowHeight in pixels
     */
    Intervals(String title, String axis, String rowAxis, List<String> rows, int rowHeight) {
        this.rows = List.copyOf(rows);
        this.nameShare = (double) NAME / (rowHeight + NAME);
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(MARGINS + (rowHeight + NAME) * rows.size())
                .title(title)
                .xAxisTitle(axis)
                .yAxisTitle(rowAxis)
                .build();
        chart.addAnnotation(marks);
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
        chart.getStyler().setMarkerSize(MARKER);
        chart.getStyler().setPlotGridVerticalLinesVisible(true);
        chart.getStyler().setYAxisMin(-0.5);
        chart.getStyler().setYAxisMax(rows.size() - 0.5);
        chart.getStyler().setYAxisTicksVisible(false);
        chart.getStyler().setPlotGridHorizontalLinesVisible(false);
        for (int row = 0; row < rows.size(); row++) {
            marks.name(rows.size() - row - 0.5, rows.get(row));
        }
    }

    /** The chart, with room left and right of what lies outermost. */
    XYChart chart() {
        if (least <= most) {
            double room = least == most ? Math.max(1, Math.abs(most)) * PADDING : (most - least) * PADDING;
            chart.getStyler().setXAxisMin(least - room);
            chart.getStyler().setXAxisMax(most + room);
        }
        return chart;
    }

    private void hold(double... x) {
        for (double each : x) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
    }

    static Marker marker(int series) {
        return MARKERS[Math.floorMod(series, MARKERS.length)];
    }

    /** The height of a row below its name, moved down by a share of it. */
    double height(int row, double offset) {
        return rows.size() - 1 - row - nameShare / 2 - offset * (1 - nameShare);
    }

    void segment(double low, double high, double height, Color colour) {
        hold(low, high);
        marks.line(low, height, high, height, colour);
    }

    void points(String name, double[] x, double[] y, Color colour, Marker marker) {
        hold(x);
        XYSeries points = chart.addSeries(name, x, y);
        points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        points.setMarker(marker);
        points.setMarkerColor(colour);
    }

    /** A dashed line from top to bottom. */
    void upright(double x) {
        hold(x);
        marks.dashed(x, -0.5, x, rows.size() - 0.5, Color.GRAY);
    }
}

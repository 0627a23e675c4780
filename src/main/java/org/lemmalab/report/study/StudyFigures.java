package org.lemmalab.report.study;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.report.ChartTheme;
import org.lemmalab.report.Figure;

/** The charts of an experiment's measures: points on rows, lines over an amount, bars by error type. */
final class StudyFigures {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;
    private static final int LABEL_SPACING = 8;

    /** Series that one chart of points can hold and still be read. */
    private static final int MOST_COLUMNS = 4;

    /** Lines with bands that one chart can hold. */
    private static final int MOST_BANDS = 4;

    private static final int LEAST_ROW = 18;
    private static final int SERIES_HEIGHT = 11;
    private static final double ROW_SHARE = 0.72;
    private static final double LOGARITHMIC_FROM = 20;

    /** From here on amounts are written with commas, and need room. */
    private static final double LARGE = 10_000;

    private static final int LARGE_SPACING = 110;
    private static final int BAND_ALPHA = 50;
    private static final double ROOM = 0.05;

    /** Below this share a type stands in the table only. */
    private static final double RARE = 0.01;

    private static final int MOST_CHARTS = 3;
    private static final int MOST_LINES = 8;
    private static final Color PRINTED = new Color(0x777777);

    private final Outcome outcome;
    private final PaperExperiment experiment;

    StudyFigures(Outcome outcome, PaperExperiment experiment) {
        this.outcome = outcome;
        this.experiment = experiment;
    }

    private String here(Grid grid) {
        return "Here: " + grid.scale(outcome) + ".";
    }

    List<Figure> of(Grid grid, String name) {
        return switch (grid.layout()) {
            case METHODS -> points(grid, name);
            case ERROR_TYPES -> charts(grid, name);
            case AMOUNTS -> List.of(lines(frequent(grid), name));
        };
    }

    /** Bars of the types that are not rare, a few columns a chart. */
    private List<Figure> charts(Grid grid, String name) {
        List<String> rows = grid.rows().stream()
                .filter(row -> grid.columns().stream().anyMatch(column -> isFrequent(grid.cell(row, column))))
                .toList();
        Grid shown = rows.isEmpty() ? grid : grid.withRows(rows);
        List<Figure> figures = new ArrayList<>();
        for (int from = 0; from < grid.columns().size() && figures.size() < MOST_CHARTS; from += MOST_COLUMNS) {
            List<String> some =
                    grid.columns().subList(from, Math.min(grid.columns().size(), from + MOST_COLUMNS));
            figures.add(bars(shown.with(some), name + (figures.isEmpty() ? "" : "-" + (figures.size() + 1))));
        }
        return figures;
    }

    /** The lines that ever rise above rare, the highest ones where there are too many to tell apart. */
    private static Grid frequent(Grid grid) {
        List<String> columns = grid.columns().stream()
                .filter(column -> grid.rows().stream().anyMatch(row -> isFrequent(grid.cell(row, column))))
                .sorted(Comparator.comparingDouble(column -> -highest(grid, column)))
                .limit(MOST_LINES)
                .toList();
        return columns.isEmpty() ? grid : grid.with(columns);
    }

    private static double highest(Grid grid, String column) {
        return grid.rows().stream()
                .flatMap(row -> grid.cell(row, column).stream())
                .mapToDouble(Measure::value)
                .max()
                .orElse(0);
    }

    private static boolean isFrequent(Optional<Measure> cell) {
        return cell.filter(measure -> measure.value() >= RARE).isPresent();
    }

    private List<Figure> points(Grid grid, String name) {
        List<Figure> figures = new ArrayList<>();
        List<Quantity> quantities = List.of(Quantity.values());
        for (Quantity quantity : quantities) {
            List<String> columns = grid.columns().stream()
                    .filter(column -> quantity(grid, column) == quantity)
                    .toList();
            int most = quantity == Quantity.SHARE ? MOST_COLUMNS : 1;
            for (int from = 0; from < columns.size(); from += most) {
                List<String> some = columns.subList(from, Math.min(columns.size(), from + most));
                String suffix = figures.isEmpty() ? "" : "-" + (figures.size() + 1);
                figures.add(points(grid.with(some), name + suffix, quantity));
            }
        }
        return figures;
    }

    private Figure points(Grid grid, String name, Quantity quantity) {
        List<PaperColumn> printed = quantity == Quantity.SHARE ? drawn(grid) : List.of();
        int series = grid.columns().size() + printed.size();
        String axis = quantity.axis(grid.metric()
                .orElse(quantity == Quantity.SHARE ? "share" : grid.columns().get(0)));
        Intervals chart = new Intervals(
                title(grid), axis, "method", grid.rows(), Math.max(LEAST_ROW, SERIES_HEIGHT * (series + 1)));
        for (int i = 0; i < grid.columns().size(); i++) {
            add(chart, grid, i, offset(i, series), quantity);
        }
        for (int i = 0; i < printed.size(); i++) {
            add(
                    chart,
                    grid.rows(),
                    printed.get(i),
                    grid.columns().size() + i,
                    offset(grid.columns().size() + i, series));
        }
        String crosses =
                printed.isEmpty() ? "" : " Grey: printed in the paper, other models and other sets, no interval.";
        return new Figure(
                name,
                title(grid) + "; lines are 95 % intervals. " + here(grid) + crosses,
                LegendPlace.fitted(chart.chart()));
    }

    private static void add(Intervals chart, Grid grid, int column, double offset, Quantity quantity) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        Color colour = ChartTheme.colour(column);
        for (int row = 0; row < grid.rows().size(); row++) {
            Optional<Measure> cell =
                    grid.cell(grid.rows().get(row), grid.columns().get(column));
            if (cell.isPresent()) {
                double height = chart.height(row, offset);
                chart.segment(
                        quantity.shown(cell.get().low()),
                        quantity.shown(cell.get().high()),
                        height,
                        colour);
                x.add(quantity.shown(cell.get().value()));
                y.add(height);
            }
        }
        chart.points("here: " + grid.columns().get(column), array(x), array(y), colour, Intervals.marker(column));
    }

    private static void add(Intervals chart, List<String> rows, PaperColumn printed, int series, double offset) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Optional<Double> value = printed.value(rows.get(row));
            if (value.isPresent()) {
                x.add(value.get());
                y.add(chart.height(row, offset));
            }
        }
        String name = "paper: " + printed.title() + ", " + printed.scale();
        chart.points(name, array(x), array(y), PRINTED, series % 2 == 0 ? SeriesMarkers.CROSS : SeriesMarkers.PLUS);
    }

    /** The paper's columns that are drawn, if any row here is printed there. */
    private List<PaperColumn> drawn(Grid grid) {
        return PaperColumn.of(experiment).stream()
                .filter(PaperColumn::isDrawn)
                .filter(column ->
                        grid.rows().stream().anyMatch(row -> column.value(row).isPresent()))
                .toList();
    }

    private Figure bars(Grid grid, String name) {
        Quantity quantity = Quantity.of(grid.measures().get(0).metric());
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title(grid))
                .xAxisTitle("error type")
                .yAxisTitle(quantity.axis(
                        grid.metric().filter(metric -> !metric.isBlank()).orElse("share")))
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.8);
        chart.getStyler().setXAxisTickMarkSpacingHint(LABEL_SPACING);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setXAxisLabelRotation(30);
        for (String column : grid.columns()) {
            chart.addSeries(
                    "here: " + column, grid.rows(), values(grid, column, quantity), halves(grid, column, quantity));
        }
        boolean isPrinted = quantity == Quantity.SHARE && addPrinted(chart, grid.rows());
        String beside = isPrinted ? " The paper's bar: mean of its four models, the line half their range." : "";
        return new Figure(
                name,
                title(grid) + "; thin lines are 95 % intervals; types below 1 % and further columns are in the table. "
                        + here(grid) + beside,
                LegendPlace.fitted(chart));
    }

    private boolean addPrinted(CategoryChart chart, List<String> rows) {
        List<PaperColumn> printed = PaperColumn.of(experiment);
        if (printed.isEmpty()) {
            return false;
        }
        List<Double> means = new ArrayList<>();
        List<Double> spreads = new ArrayList<>();
        for (String row : rows) {
            double[] values = printed.stream()
                    .flatMap(column -> column.value(row).stream())
                    .mapToDouble(value -> value)
                    .toArray();
            double least = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .min()
                    .orElse(0);
            double most = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .max()
                    .orElse(0);
            means.add(IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .average()
                    .orElse(0));
            spreads.add((most - least) / 2);
        }
        chart.addSeries("paper: mean of four models, " + printed.get(0).scale(), rows, means, spreads)
                .setFillColor(PRINTED);
        return true;
    }

    private static List<Double> values(Grid grid, String column, Quantity quantity) {
        return grid.rows().stream()
                .map(row -> grid.cell(row, column)
                        .map(cell -> quantity.shown(cell.value()))
                        .orElse(0.0))
                .toList();
    }

    private static List<Double> halves(Grid grid, String column, Quantity quantity) {
        return grid.rows().stream()
                .map(row -> grid.cell(row, column)
                        .map(cell -> quantity.shown(cell.high() - cell.low()) / 2)
                        .orElse(0.0))
                .toList();
    }

    private Figure lines(Grid grid, String name) {
        Quantity quantity = Quantity.of(grid.measures().get(0).metric());
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title(grid))
                .xAxisTitle(experiment.amount(grid.measures()))
                .yAxisTitle(quantity.axis(
                        grid.metric().filter(metric -> !metric.isBlank()).orElse("share")))
                .build();
        ChartTheme.apply(chart.getStyler());
        double[] amounts = grid.rows().stream().mapToDouble(Grid::number).toArray();
        if (amounts[0] > 0 && amounts[amounts.length - 1] / amounts[0] >= LOGARITHMIC_FROM) {
            chart.getStyler().setXAxisLogarithmic(true);
            chart.getStyler().setXAxisTickLabelsFormattingFunction(Grid::amount);
        } else if (amounts[amounts.length - 1] >= LARGE) {
            chart.getStyler().setXAxisTickLabelsFormattingFunction(Grid::amount);
            chart.getStyler().setXAxisTickMarkSpacingHint(LARGE_SPACING);
        }
        Marks marks = new Marks();
        chart.addAnnotation(marks);
        limits(chart, grid, quantity);
        boolean isBanded = grid.columns().size() <= MOST_BANDS;
        for (int i = 0; i < grid.columns().size(); i++) {
            List<Measure> cells = cells(grid, i);
            double[] x = cells.stream()
                    .mapToDouble(each -> Facets.amount(each).orElseThrow())
                    .toArray();
            if (isBanded) {
                band(marks, cells, x, ChartTheme.colour(i), quantity);
            } else {
                stems(marks, cells, x, ChartTheme.colour(i), quantity);
            }
        }
        for (int i = 0; i < grid.columns().size(); i++) {
            line(chart, grid, i, quantity);
        }
        String intervals = isBanded ? "; bands are 95 % intervals. " : "; upright lines are 95 % intervals. ";
        return new Figure(name, title(grid) + intervals + here(grid), LegendPlace.fitted(chart));
    }

    private static List<Measure> cells(Grid grid, int column) {
        return grid.rows().stream()
                .flatMap(row -> grid.cell(row, grid.columns().get(column)).stream())
                .toList();
    }

    private static void line(XYChart chart, Grid grid, int column, Quantity quantity) {
        List<Measure> cells = cells(grid, column);
        XYSeries series = chart.addSeries(
                "here: " + grid.columns().get(column),
                cells.stream()
                        .mapToDouble(each -> Facets.amount(each).orElseThrow())
                        .toArray(),
                cells.stream().mapToDouble(each -> quantity.shown(each.value())).toArray());
        series.setLineColor(ChartTheme.colour(column));
        series.setMarkerColor(ChartTheme.colour(column));
        series.setMarker(Intervals.marker(column));
        series.setLineStyle(SeriesLines.SOLID);
    }

    /** The lower ends from left to right and the upper ends back. */
    private static void band(Marks marks, List<Measure> cells, double[] x, Color colour, Quantity quantity) {
        int n = cells.size();
        double[] around = IntStream.range(0, 2 * n)
                .mapToDouble(i -> x[i < n ? i : 2 * n - 1 - i])
                .toArray();
        double[] ends = IntStream.range(0, 2 * n)
                .mapToDouble(i -> quantity.shown(
                        i < n ? cells.get(i).low() : cells.get(2 * n - 1 - i).high()))
                .toArray();
        marks.area(around, ends, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
    }

    private static void stems(Marks marks, List<Measure> cells, double[] x, Color colour, Quantity quantity) {
        for (int i = 0; i < cells.size(); i++) {
            marks.line(
                    x[i],
                    quantity.shown(cells.get(i).low()),
                    x[i],
                    quantity.shown(cells.get(i).high()),
                    colour);
        }
    }

    /** Room for all intervals, since what is no series does not widen the axes. */
    private static void limits(XYChart chart, Grid grid, Quantity quantity) {
        double low = grid.measures().stream()
                .mapToDouble(each -> quantity.shown(each.low()))
                .min()
                .orElse(0);
        double high = grid.measures().stream()
                .mapToDouble(each -> quantity.shown(each.high()))
                .max()
                .orElse(1);
        double room = high == low ? Math.max(1, Math.abs(high)) * ROOM : (high - low) * ROOM;
        chart.getStyler().setYAxisMin(low - room);
        chart.getStyler().setYAxisMax(high + room);
    }

    private String title(Grid grid) {
        return outcome.title() + grid.base().map(base -> " (" + base + ")").orElse("");
    }

    private static Quantity quantity(Grid grid, String column) {
        return grid.rows().stream()
                .flatMap(row -> grid.cell(row, column).stream())
                .findFirst()
                .map(cell -> Quantity.of(cell.metric()))
                .orElse(Quantity.SHARE);
    }

    private static double offset(int series, int of) {
        return ROW_SHARE * ((series + 0.5) / of - 0.5);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}

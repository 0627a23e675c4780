package org.lemmalab.report.study;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lemmalab.evaluation.statistics.ManyTests;
import org.lemmalab.experiment.study.Contrast;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.report.ChartTheme;
import org.lemmalab.report.Figure;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An experiment's paired comparisons as a table and as a forest plot. */
final class Contrasts {
    private static final double LEVEL = 0.05;
    private static final int ROW_HEIGHT = 14;
    private static final int MOST_ROWS = 40;

    private final Outcome outcome;
    private final List<Contrast> contrasts;

    Contrasts(Outcome outcome) {
        this.outcome = outcome;
        this.contrasts = outcome.contrasts();
    }

    /** How a comparison came out, by colour and by shape. */
    private enum Side {
        HIGHER("first method higher (adjusted p < 0.05)", ChartTheme.colour(0), SeriesMarkers.CIRCLE),
        LOWER("first method lower (adjusted p < 0.05)", ChartTheme.colour(4), SeriesMarkers.SQUARE),
        OPEN("no difference shown", new Color(0x777777), SeriesMarkers.CROSS);

        private final String title;
        private final Color colour;
        private final Marker marker;

        Side(String title, Color colour, Marker marker) {
            this.title = title;
            this.colour = colour;
            this.marker = marker;
        }

        static Side of(Contrast contrast) {
            if (contrast.adjusted() >= LEVEL || contrast.difference() == 0) {
                return OPEN;
            }
            return contrast.difference() > 0 ? HIGHER : LOWER;
        }
    }

    Table table() {
        return Table.create(
                outcome.experiment()
                        + ": differences, method minus other (points of per cent for shares; [95 % interval, paired over"
                        + " problems and seeds]; p adjusted after Holm)",
                strings("comparison", Contrasts::pair),
                strings("base", Contrast::base),
                strings("set", Contrast::set),
                strings("metric", Contrast::metric),
                strings("difference", Quantity::text),
                strings("p", contrast -> ManyTests.shown(contrast.p())),
                strings("adjusted p", contrast -> ManyTests.shown(contrast.adjusted())),
                LongColumn.create(
                        "problems",
                        contrasts.stream().mapToLong(Contrast::problems).toArray()),
                IntColumn.create(
                        "seeds", contrasts.stream().mapToInt(Contrast::seeds).toArray()));
    }

    /** For each base one forest of shares and one of plain numbers, each where there are any. */
    List<Figure> forests() {
        List<String> bases = contrasts.stream().map(Contrast::base).distinct().toList();
        List<Figure> figures = new ArrayList<>();
        for (String base : bases) {
            for (Quantity quantity : Quantity.values()) {
                List<Contrast> some = contrasts.stream()
                        .filter(contrast -> contrast.base().equals(base))
                        .filter(contrast -> Quantity.of(contrast.metric()) == quantity)
                        .limit(MOST_ROWS)
                        .toList();
                if (!some.isEmpty()) {
                    String suffix = quantity == Quantity.SHARE ? "" : "-numbers";
                    String name = outcome.name() + (bases.size() == 1 ? "" : "-" + base) + "-differences" + suffix;
                    String title = outcome.title() + (bases.size() == 1 ? "" : " (" + base + ")") + ": differences";
                    figures.add(forest(some, quantity, name, title));
                }
            }
        }
        return figures;
    }

    private Figure forest(List<Contrast> some, Quantity quantity, String name, String title) {
        String axis = quantity == Quantity.SHARE ? "difference (percentage points)" : "difference";
        Intervals chart = new Intervals(title, axis, "comparison", labels(some), ROW_HEIGHT);
        chart.upright(0);
        for (Side side : Side.values()) {
            List<Integer> rows = Stream.iterate(0, i -> i < some.size(), i -> i + 1)
                    .filter(i -> Side.of(some.get(i)) == side)
                    .toList();
            for (int row : rows) {
                Contrast each = some.get(row);
                chart.segment(
                        quantity.shown(each.low()), quantity.shown(each.high()), chart.height(row, 0), side.colour);
            }
            if (!rows.isEmpty()) {
                chart.points(
                        side.title,
                        rows.stream()
                                .mapToDouble(row -> quantity.shown(some.get(row).difference()))
                                .toArray(),
                        rows.stream().mapToDouble(row -> chart.height(row, 0)).toArray(),
                        side.colour,
                        side.marker);
            }
        }
        String rest = some.size() == MOST_ROWS ? " The table has all." : "";
        String caption = title + ", with 95 % intervals; right of the dashed line the first method is higher.";
        return new Figure(
                name,
                caption + " Here: " + outcome.scale(some.get(0).base()) + "." + rest,
                LegendPlace.fitted(chart.chart()));
    }

    /** Names the pair, and set and metric where they differ between the rows. */
    private static List<String> labels(List<Contrast> some) {
        List<Function<Contrast, String>> telling = Stream.<Function<Contrast, String>>of(
                        Contrast::set, Contrast::metric)
                .filter(part -> some.stream().map(part).distinct().count() > 1)
                .toList();
        return some.stream()
                .map(contrast -> Stream.concat(
                                Stream.of(pair(contrast)), telling.stream().map(part -> part.apply(contrast)))
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    static String pair(Contrast contrast) {
        return contrast.method() + " − " + contrast.against();
    }

    private StringColumn strings(String name, Function<Contrast, String> part) {
        return StringColumn.create(name, contrasts.stream().map(part));
    }
}

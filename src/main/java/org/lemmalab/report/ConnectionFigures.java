package org.lemmalab.report;

import java.util.List;
import java.util.Optional;
import org.knowm.xchart.CategoryChart;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.experiment.LinkScore;
import org.lemmalab.experiment.LinkScores;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;

/** The charts of {@link ConnectionReport}. */
final class ConnectionFigures {
    private static final int HEIGHT = 420;

    private ConnectionFigures() {}

    static Figure triplets(List<Triplet> triplets, String set) {
        CategoryChart chart =
                bars("Triplets by error type (" + set + ")", "error type of the first wrong step", "triplets");
        List<ErrorType> types = triplets.stream()
                .map(each -> each.attempt().type())
                .distinct()
                .sorted()
                .toList();
        for (Strategy strategy : Strategy.values()) {
            chart.addSeries(
                    ConnectionReport.title(strategy),
                    types.stream().map(ErrorType::title).toList(),
                    types.stream()
                            .map(type -> triplets.stream()
                                    .filter(each -> each.attempt().type() == type)
                                    .filter(each -> each.correction().strategy() == strategy)
                                    .count())
                            .toList());
        }
        return new Figure("triplets", "Kept triplets by error type and strategy (" + set + ").", chart);
    }

    static Figure likelihoods(LinkScores scores) {
        CategoryChart chart = bars(
                "How natural each connection is to " + scores.student(),
                "connection",
                "nats a token (lower: more natural)");
        chart.getStyler().setXAxisLabelRotation(0);
        List<ConnectionStyle> styles = List.of(ConnectionStyle.values());
        List<String> names = styles.stream().map(ConnectionReport::title).toList();
        add(
                chart,
                "link and corrected step",
                names,
                styles.stream()
                        .map(style -> scores.mean(style, LinkScore::linkAndStep))
                        .toList());
        add(
                chart,
                "corrected step alone, given the link",
                names,
                styles.stream()
                        .map(style -> scores.mean(style, LinkScore::step))
                        .toList());
        return new Figure(
                "likelihoods",
                "Mean negative log-likelihood of " + scores.errors() + " corrections to " + scores.student()
                        + ", by connection; thin lines are 95 % intervals.",
                chart);
    }

    static Figure byType(LinkScores scores, List<ErrorType> types, List<ConnectionStyle> styles) {
        CategoryChart chart = bars(
                "What a link does to the corrected step (" + scores.student() + ")",
                "error type",
                "nats a token, minus abrupt");
        for (ConnectionStyle style : styles) {
            add(
                    chart,
                    ConnectionReport.title(style),
                    types.stream().map(ErrorType::title).toList(),
                    types.stream()
                            .map(type -> scores.aboveAbrupt(style, Optional.of(type), LinkScore::step))
                            .toList());
        }
        return new Figure(
                "likelihoods-by-type",
                "How far the corrected step's negative log-likelihood lies from that behind no link, same errors; below zero the"
                        + " link makes the step more natural. Thin lines are 95 % intervals.",
                chart);
    }

    private static CategoryChart bars(String title, String x, String y) {
        return ChartTheme.bars(title, x, y, HEIGHT);
    }

    private static void add(CategoryChart chart, String name, List<String> categories, List<Interval> intervals) {
        chart.addSeries(
                name,
                categories,
                intervals.stream().map(Interval::estimate).toList(),
                intervals.stream()
                        .map(interval -> (interval.high() - interval.low()) / 2)
                        .toList());
    }
}

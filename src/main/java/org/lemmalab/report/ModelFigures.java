package org.lemmalab.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.lemmalab.llm.TokenLogProbability;
import org.lemmalab.transformer.Inspector;

/** The charts of {@link ModelReport}. */
final class ModelFigures {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 400;
    private static final int LEAST_SIDE = 420;
    private static final int CELL = 20;
    private static final int MARGIN = 150;

    private ModelFigures() {}

    static Figure nextTokens(List<TokenLogProbability> next) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("The next token")
                .xAxisTitle("token")
                .yAxisTitle("probability")
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setAvailableSpaceFill(0.7);
        chart.getStyler().setXAxisTickMarkSpacingHint(8);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(1.0);
        chart.addSeries(
                "probability",
                distinct(next.stream().map(TokenLogProbability::token).toList()),
                next.stream().map(token -> Math.exp(token.logProbability())).toList());
        return new Figure("next-token", "Probabilities of the " + next.size() + " likeliest next tokens.", chart);
    }

    static Figure attention(Inspector.Attention attention) {
        int length = attention.tokens().size();
        int side = Math.max(LEAST_SIDE, MARGIN + CELL * length);
        String name = "layer " + (attention.layer() + 1) + ", head " + (attention.head() + 1);
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(side + 60)
                .height(side)
                .title("What each token looks at: " + name)
                .xAxisTitle("looked at")
                .yAxisTitle("token")
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setXAxisTickMarkSpacingHint(8);
        chart.getStyler().setYAxisTickMarkSpacingHint(8);
        chart.getStyler().setPlotGridLinesVisible(false);
        chart.getStyler().setXAxisLabelRotation(90);
        chart.getStyler().setRangeColors(new Color[] {Color.WHITE, ChartTheme.COLOURS[5], ChartTheme.COLOURS[0]});
        chart.getStyler().setMin(0);
        chart.getStyler().setMax(1);
        chart.getStyler().setHeatMapDecimalValueFormatter(value -> String.format(Locale.ROOT, "%.1f", value));
        List<String> tokens =
                distinct(attention.tokens().stream().map(Inspector.Piece::text).toList());
        List<String> downwards = new ArrayList<>(tokens);
        Collections.reverse(downwards);
        List<Number[]> cells = new ArrayList<>();
        IntStream.range(0, length)
                .forEach(from -> IntStream.rangeClosed(0, from)
                        .forEach(to -> cells.add(
                                new Number[] {to, length - 1 - from, attention.weights()[from][to]})));
        chart.addSeries("attention", tokens, downwards, cells);
        return new Figure(
                "attention",
                "Shares of attention that each token (row) gives to itself and those before it, " + name + ".",
                chart);
    }

    /** A token's text with its spaces to be seen. */
    static String visible(String token) {
        return token.replace(' ', '␣').replace("\n", "↵").replace("\t", "⇥");
    }

    /** Charts tell labels apart by their text alone: a token that comes again gets an invisible mark more each time. */
    private static List<String> distinct(List<String> tokens) {
        List<String> labels = new ArrayList<>();
        for (String token : tokens) {
            String label = visible(token);
            while (labels.contains(label)) {
                label += "\u200B";
            }
            labels.add(label);
        }
        return labels;
    }
}

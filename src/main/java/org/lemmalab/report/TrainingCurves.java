package org.lemmalab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lemmalab.training.TrainingProgress;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What training runs look like: while they go on, and afterwards side by side. */
public final class TrainingCurves {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 360;
    private static final int MOST_POINTS = 400;

    private TrainingCurves() {}

    /**
     * @param title of the run
     * @param steps its steps so far, at least one
     * @return loss, learning rate and tokens a second, each with an axis of its own
     */
    public static Figure live(String title, List<TrainingProgress> steps) {
        TrainingProgress last = steps.get(steps.size() - 1);
        XYChart chart = chart(String.format(
                Locale.ROOT,
                "%s: step %d of %d, loss %.3f, %.0f tokens/s, %.0f s left",
                title,
                last.step(),
                last.steps(),
                last.loss(),
                last.tokensPerSecond(),
                last.secondsLeft()));
        axis(chart, 0, "loss (nats a token)", steps, TrainingProgress::loss);
        axis(chart, 1, "learning rate", steps, TrainingProgress::learningRate);
        axis(chart, 2, "tokens/s", steps, TrainingProgress::tokensPerSecond);
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.getStyler().setYAxisGroupPosition(2, Styler.YAxisPosition.Right);
        chart.getStyler().putYAxisGroupDecimalPatternMap(1, "0.0E0");
        chart.getStyler().putYAxisGroupDecimalPatternMap(2, "#,##0");
        chart.getStyler().setXAxisMax((double) last.steps());
        return new Figure("training", title + ": loss, learning rate and tokens a second by step.", chart);
    }

    /**
     * @param runs the steps of each run by its name
     * @return the loss of each by step
     */
    public static Figure losses(Map<String, List<TrainingProgress>> runs) {
        return together("loss", "Loss by step", "loss (nats a token)", runs, TrainingProgress::loss);
    }

    /**
     * @param runs the steps of each run by its name
     * @return the learning rate of each by step
     */
    public static Figure learningRates(Map<String, List<TrainingProgress>> runs) {
        return together("learning-rate", "Learning rate by step", "rate", runs, TrainingProgress::learningRate);
    }

    /**
     * @param runs the steps of each run by its name
     * @return every step's figures, as in {@code training.jsonl}; no times, which differ from run to run
     */
    public static Table table(Map<String, List<TrainingProgress>> runs) {
        StringColumn name = StringColumn.create("run");
        IntColumn step = IntColumn.create("step");
        DoubleColumn loss = DoubleColumn.create("loss");
        DoubleColumn rate = DoubleColumn.create("learning rate");
        DoubleColumn norm = DoubleColumn.create("gradient norm");
        runs.forEach((run, steps) -> steps.forEach(progress -> {
            name.append(run);
            step.append(progress.step());
            loss.append(progress.loss());
            rate.append(progress.learningRate());
            norm.append(progress.gradientNorm());
        }));
        return Table.create("Training, step by step", name, step, loss, rate, norm);
    }

    private static Figure together(
            String name,
            String title,
            String axis,
            Map<String, List<TrainingProgress>> runs,
            ToDoubleFunction<TrainingProgress> value) {
        XYChart chart = chart(title);
        chart.setYAxisTitle(axis);
        runs.forEach((run, steps) -> add(chart, run, steps, value));
        return new Figure(name, title + " of " + String.join(", ", runs.keySet()) + ".", chart);
    }

    private static XYChart chart(String title) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("step")
                .build();
        ChartTheme.apply(chart.getStyler());
        return chart;
    }

    private static void axis(
            XYChart chart,
            int group,
            String title,
            List<TrainingProgress> steps,
            ToDoubleFunction<TrainingProgress> value) {
        add(chart, title, steps, value).setYAxisGroup(group);
        chart.setYAxisGroupTitle(group, title);
    }

    private static XYSeries add(
            XYChart chart, String name, List<TrainingProgress> steps, ToDoubleFunction<TrainingProgress> value) {
        List<TrainingProgress> shown = thinned(steps);
        double[] x = shown.stream().mapToDouble(TrainingProgress::step).toArray();
        double[] y = shown.stream().mapToDouble(value).toArray();
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    /** Every so many steps and the last: more than there are pixels for nobody sees. */
    private static List<TrainingProgress> thinned(List<TrainingProgress> steps) {
        int every = (steps.size() + MOST_POINTS - 1) / MOST_POINTS;
        List<TrainingProgress> kept = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (i % every == 0 || i == steps.size() - 1) {
                kept.add(steps.get(i));
            }
        }
        return kept;
    }
}

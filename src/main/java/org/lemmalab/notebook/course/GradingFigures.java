package org.lemmalab.notebook.course;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.evaluation.statistics.PassAtK;
import org.lemmalab.report.ChartTheme;
import org.lemmalab.report.Figure;

/** Figures of unit 2: what an estimate of pass@k and a bootstrap look like. */
public final class GradingFigures {
    private static final int RESAMPLES = 10_000;

    private GradingFigures() {}

    /**
     * @param samples n, drawn for a problem
     * @param correct c, right ones among them
     * @return pass@k by k, without bias and as if samples were put back
     */
    public static Figure passAtK(int samples, int correct) {
        XYChart chart = chart("pass@k of " + correct + " right samples in " + samples, "k", "pass@k");
        double[] k = IntStream.rangeClosed(1, samples).asDoubleStream().toArray();
        double[] unbiased = Arrays.stream(k)
                .map(each -> PassAtK.estimate(samples, correct, (int) each))
                .toArray();
        double share = correct / (double) samples;
        double[] replaced =
                Arrays.stream(k).map(each -> 1 - Math.pow(1 - share, each)).toArray();
        chart.addSeries("drawn without putting back", k, unbiased).setMarker(SeriesMarkers.CIRCLE);
        chart.addSeries("drawn with putting back", k, replaced).setMarker(SeriesMarkers.DIAMOND);
        chart.getStyler().setYAxisMin(0.0);
        return new Figure("pass-at-k", "Two estimates of pass@k from the same samples.", chart);
    }

    /**
     * @param scores 0 or 1 for each problem
     * @return how often each mean came out of 10,000 resamples, and the 95 % interval
     */
    public static Figure resampledMeans(double... scores) {
        Random random = new Random(1);
        int[] counts = new int[scores.length + 1];
        for (int i = 0; i < RESAMPLES; i++) {
            counts[
                    (int) Math.round(IntStream.range(0, scores.length)
                            .mapToDouble(j -> scores[random.nextInt(scores.length)])
                            .sum())]++;
        }
        int[] seen =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        XYChart chart = chart("Means of 10,000 resamples", "share of right answers", "resamples");
        double[] means =
                Arrays.stream(seen).mapToDouble(i -> i / (double) scores.length).toArray();
        double[] times = Arrays.stream(seen).mapToDouble(i -> counts[i]).toArray();
        chart.addSeries("resamples with this mean", means, times).setMarker(SeriesMarkers.NONE);
        Interval interval = Bootstrap.standard(1).mean(scores);
        chart.addSeries("95 % interval", new double[] {interval.low(), interval.high()}, new double[] {0, 0})
                .setMarker(SeriesMarkers.DIAMOND);
        return new Figure("resampled-means", "Means of resamples, and the interval that holds 95 % of them.", chart);
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(720)
                .height(360)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        ChartTheme.apply(chart.getStyler());
        return chart;
    }
}

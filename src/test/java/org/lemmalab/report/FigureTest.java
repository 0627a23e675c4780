package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.lemmalab.io.LabException;

/** A figure that a reader could not read is refused, for each reason that there is. */
class FigureTest {
    private static XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(300)
                .height(200)
                .title("Loss")
                .xAxisTitle("step")
                .yAxisTitle("loss (nats a token)")
                .build();
        chart.addSeries("full", new double[] {1, 2}, new double[] {2, 1});
        chart.addSeries("LoRA", new double[] {1, 2}, new double[] {2, 1.5});
        return chart;
    }

    private static String refusal(Consumer<XYChart> spoiling) {
        XYChart chart = chart();
        spoiling.accept(chart);
        return assertThrows(LabException.class, () -> new Figure("loss", "Loss by step.", chart))
                .getMessage();
    }

    @Test
    void aReadableChartIsDrawnInBothForms() {
        Figure figure = new Figure("loss", "Loss by step.", chart());
        assertTrue(figure.svg().contains("<svg"));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(figure.png(), 4));
    }

    @Test
    void coordinatesAreRoundedAndWordsAreNot() {
        assertEquals(
                "<g><path d=\"M1.23,-0.5\"/><text x=\"12\">SFT at 0.0005</text></g>",
                Figure.rounded("<g><path d=\"M1.23456,-0.500\"/><text x=\"12.0001\">SFT at 0.0005</text></g>"));
    }

    @Test
    void everyAxisNeedsItsTitle() {
        assertEquals(
                "figure loss: expected a title on the x axis, found none", refusal(chart -> chart.setXAxisTitle(" ")));
        assertEquals(
                "figure loss: expected a title on the y axis, found none", refusal(chart -> chart.setYAxisTitle("")));
        assertTrue(
                refusal(chart -> chart.getStyler().setXAxisTitleVisible(false)).contains("x axis"));
        assertTrue(
                refusal(chart -> chart.getStyler().setYAxisTitleVisible(false)).contains("y axis"));
        assertTrue(refusal(chart -> {
                    chart.getSeries("LoRA").setYAxisGroup(1);
                    chart.setYAxisGroupTitle(1, " ");
                })
                .contains("y axis of group 1"));
    }

    @Test
    void severalSeriesNeedALegendOfAll() {
        String message = "figure loss: expected a legend of its 2 series, found none";
        assertEquals(message, refusal(chart -> chart.getStyler().setLegendVisible(false)));
        assertEquals(message, refusal(chart -> chart.getSeries("full").setShowInLegend(false)));
        XYChart single = chart();
        single.removeSeries("full");
        single.getStyler().setLegendVisible(false);
        assertEquals(List.of(), FigureCheck.missing(single));
    }

    @Test
    void thereIsATitleAndSomethingToSee() {
        assertTrue(refusal(chart -> chart.setTitle("")).contains("expected a title,"));
        assertTrue(refusal(chart -> {
                    chart.removeSeries("full");
                    chart.removeSeries("LoRA");
                })
                .contains("expected a series"));
    }
}

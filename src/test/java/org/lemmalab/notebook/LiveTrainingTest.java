package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.lemmalab.report.TrainingCurves;
import org.lemmalab.training.TrainingProgress;

class LiveTrainingTest {
    private long nanos;

    @Test
    void outsideANotebookAStepIsToldNowAndThenAndTheLastAlways() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (LiveTraining live = new LiveTraining("LoRA", new LiveDisplay(Optional.empty(), out, () -> nanos))) {
            for (int step = 1; step <= 15; step++) {
                live.onStep(progress(step));
                nanos += 1_000_000_000L;
            }
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(
                List.of(
                        "LoRA: step 1 of 15, loss 1.000, rate 1.00e-03, 3000 tokens/s, 14 s left",
                        "LoRA: step 11 of 15, loss 0.091, rate 9.09e-05, 3000 tokens/s, 4 s left",
                        "LoRA: step 15 of 15, loss 0.067, rate 6.67e-05, 3000 tokens/s, 0 s left"),
                lines);
    }

    @Test
    void theChartHasLossRateAndSpeedEachWithAnAxis() {
        List<TrainingProgress> steps = List.of(progress(1), progress(2), progress(3));
        XYChart chart = (XYChart) TrainingCurves.live("LoRA", steps).chart();
        assertEquals("LoRA: step 3 of 15, loss 0.333, 3000 tokens/s, 12 s left", chart.getTitle());
        assertEquals(
                Map.of("loss (nats a token)", 0, "learning rate", 1, "tokens/s", 2),
                chart.getSeriesCollection().stream()
                        .collect(Collectors.toMap(XYSeries::getName, XYSeries::getYAxisGroup)));
        assertEquals(6, TrainingCurves.table(Map.of("a", steps, "b", steps)).rowCount());
        XYChart losses = (XYChart) TrainingCurves.losses(Map.of("a", steps)).chart();
        assertArrayEquals(new double[] {1, 0.5, 1 / 3.0}, losses.getSeries("a").getYData());
    }

    private static TrainingProgress progress(int step) {
        return new TrainingProgress(step, 15, step / 15.0, 1.0 / step, 1e-3 / step, 1, 3000, 15 - step);
    }
}

package org.lemmalab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.SpecialTokens;

/** The estimate against the memory that a process really took, and against figures known from elsewhere. */
class MemoryEstimateTest {
    /** How far the measured peak may be from the estimate, as a share of the estimate. */
    private static final double TOLERANCE = 0.2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"FLOAT32,false,false", "BFLOAT16,true,false", "FLOAT32,false,true"})
    void theEstimateIsNearTheMeasuredPeak(Precision precision, boolean checkpointing, boolean adapters)
            throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "peak memory is read from /proc, which is not here");
        TrainingSettings settings = MemoryChild.settings(precision, checkpointing, adapters);
        MemoryEstimate estimate = MemoryEstimate.of(
                MemoryChild.CONFIG, settings, ExampleSet.within(MemoryChild.examples(), MemoryChild.LENGTH));
        double expected = (estimate.total() - estimate.weights()) / 1048576.0;
        double measured = MemoryChild.measure(folder, precision, checkpointing, adapters);
        System.out.printf(
                "memory, %s, checkpointing %s, adapters %s: estimated %.0f MiB, measured %.0f MiB%n",
                precision, checkpointing, adapters, expected, measured);
        assertEquals(expected, measured, TOLERANCE * expected);
    }

    @Test
    void eightBillionParametersTakeWhatTheyAreKnownToTake() {
        ModelConfig.Size size = new ModelConfig.Size(128256, 4096, 14336, 32, 32, 8, 128, 8192);
        ModelConfig llama = ModelConfig.llama(size, false, SpecialTokens.of(1, 2, 0));
        MemoryEstimate full = MemoryEstimate.of(llama, TrainingSettings.paper(), 4 * 4096, 4 * 4096);
        long parameters = 8_030_261_248L;
        assertEquals(4 * parameters, full.weights());
        // Weights, gradients and two numbers of the optimiser, four bytes each, and the weights once more in two bytes.
        assertEquals(18.0, (full.total() - full.activations() - full.working()) / (double) parameters, 0.3);
        MemoryEstimate kept =
                MemoryEstimate.of(llama, TrainingSettings.paper().withGradientCheckpointing(false), 4 * 4096, 4 * 4096);
        assertTrue(kept.activations() > 15 * full.activations(), full + " " + kept);
        MemoryEstimate lora =
                MemoryEstimate.of(llama, TrainingSettings.paper().withLora(LoraSettings.DEFAULT), 4 * 4096, 4 * 4096);
        assertEquals(20_971_520L * 4, lora.gradients());
        assertEquals(full.weights() + lora.gradients(), lora.weights());
    }

    @Test
    void whatCannotFitIsRefusedWithItsFigures() {
        ModelConfig.Size size = new ModelConfig.Size(128256, 16384, 53248, 126, 128, 8, 128, 8192);
        ModelConfig llama = ModelConfig.llama(size, false, SpecialTokens.of(1, 2, 0));
        MemoryEstimate estimate = MemoryEstimate.of(llama, TrainingSettings.paper(), 4096, 4096);
        LabException failure = assertThrows(LabException.class, () -> estimate.requireFits(Device.cpu()));
        assertTrue(
                failure.getMessage()
                        .matches(
                                "training: expected to fit into the [0-9.]+ [MG]iB of memory that are free, found a need of"
                                        + " [0-9.]+ GiB \\(weights 15\\d\\d\\.\\d GiB, .*gradient_checkpointing.*"),
                failure.getMessage());
    }

    @Test
    void theLongestExamplesDecide() {
        List<Example> examples = TinyRuns.examples(22);
        TrainingSettings settings = TinyRuns.SETTINGS;
        ModelConfig config = MemoryChild.CONFIG;
        long[] lengths = examples.stream().mapToLong(Example::length).sorted().toArray();
        long[] learned =
                examples.stream().mapToLong(Example::learnedTokens).sorted().toArray();
        int last = lengths.length - 1;
        assertEquals(
                MemoryEstimate.of(
                        config, settings, lengths[last] + lengths[last - 1], learned[last] + learned[last - 1]),
                MemoryEstimate.of(config, settings, ExampleSet.within(examples, 40)));
    }
}

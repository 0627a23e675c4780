package org.lemmalab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Precision;

/** A training file, read. */
class TrainingConfigTest {
    @TempDir
    Path folder;

    @Test
    void thePaperPresetIsThePapers() throws IOException {
        TrainingSettings settings = read("\"preset\":\"paper\"").settings();
        assertEquals(TrainingSettings.paper(), settings);
        assertEquals(3, settings.epochs());
        assertEquals(1e-5, settings.optimizer().learningRate());
        assertEquals(1.0, settings.optimizer().maxGradientNorm());
        assertEquals(new Schedule(Schedule.Shape.COSINE, 0.03), settings.schedule());
        // 4 rows, 8 times, on each of the 8 GPUs of the paper.
        assertEquals(256, 8 * settings.batching().rows() * settings.batching().accumulation());
        assertEquals(4096, settings.batching().cutoff());
        assertEquals(
                TrainingSettings.Batching.Layout.SHUFFLED, settings.batching().layout());
        assertEquals(Precision.BFLOAT16, settings.precision());
    }

    @Test
    void whatIsNotNamedIsThePresets() throws IOException {
        TrainingConfig config = read("\"settings\":{\"batching\":{\"rows\":2},\"gradient_checkpointing\":true}");
        TrainingSettings expected = TrainingSettings.DEFAULT
                .withBatching(new TrainingSettings.Batching(2, 1, 512, TrainingSettings.Batching.Layout.BUCKETED))
                .withGradientCheckpointing(true);
        assertEquals(expected, config.settings());
        assertEquals(folder.resolve("student"), config.model());
    }

    @Test
    void wrongSettingsAreNamed() {
        assertRefused("\"settings\":{\"batchin\":{}}", "'settings.batchin': there is no such setting");
        assertRefused("\"settings\":{\"epochs\":0}", "expected epochs from 1");
        assertRefused("\"colour\":1", "found 'colour'");
    }

    private void assertRefused(String more, String reason) {
        LabException failure = assertThrows(LabException.class, () -> read(more));
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
        assertTrue(failure.getMessage().contains("train.json"), failure.getMessage());
    }

    private TrainingConfig read(String more) throws IOException {
        Path file = folder.resolve("train.json");
        Files.writeString(file, "{\"model\":\"student\",\"data\":\"d.jsonl\",\"output\":\"run\"," + more + "}");
        return TrainingConfig.read(file);
    }
}

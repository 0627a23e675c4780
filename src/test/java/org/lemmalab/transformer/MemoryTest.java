package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.lemmalab.llm.SamplingSettings;

/** Native memory: what a step takes it gives back. */
class MemoryTest {
    private static final int NEW = 250;
    private static final int BLOCKS = 4;

    /** An array costs about half a kilobyte with its book-keeping; one for each of 2500 steps would be more than this. */
    private static final long SLACK = 1L << 20;

    private static final Pattern MAPPING = Pattern.compile("[0-9a-f]+-[0-9a-f]+ ");

    /** Arrays as small as these are worked on faster by one thread. */
    @BeforeAll
    static void oneThread() {
        Engine.getInstance();
        JniUtils.setNumThreads(1);
    }

    @AfterAll
    static void asBefore() {
        JniUtils.setNumThreads(Runtime.getRuntime().availableProcessors());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
    void tenThousandStepsOfGenerationLeakNothing() throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = tiny(manager);
                FrozenDecoder frozen = FrozenDecoder.of(manager, decoder, Precision.FLOAT32)) {
            SamplingSettings settings =
                    SamplingSettings.sampling(1, NEW, 1).withTopP(0.9).withLogProbabilities();
            GenerationPrompt prompt = new GenerationPrompt(new int[] {1, 5, 6}, settings);
            assertNothingLeaks(manager, () -> generate(frozen, prompt, 10_000 / BLOCKS));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
    void aThousandTrainingStepsLeakNothing() throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = tiny(manager)) {
            decoder.requireGradients(true);
            assertNothingLeaks(manager, () -> train(manager, decoder, 1_000 / BLOCKS));
        }
    }

    /**
     * The first steps make the process grow (compiled code, pools). A leak grows it in every block of steps alike, so the block in
     * which it grew least tells.
     */
    private static void assertNothingLeaks(NDManager manager, Runnable block) throws IOException {
        block.run();
        int arrays = arrays(manager);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < BLOCKS; i++) {
            long before = resident();
            block.run();
            least = Math.min(least, resident() - before);
        }
        assertEquals(arrays, arrays(manager));
        assertTrue(least < SLACK, "resident memory grew by at least " + least / 1024 + " KiB in every block of steps");
    }

    private static int generate(FrozenDecoder decoder, GenerationPrompt prompt, int steps) {
        int made = 0;
        Generator generator = new Generator(decoder, 2);
        while (made < steps) {
            made += generator.generate(List.of(prompt)).get(0).tokens().length;
        }
        return made;
    }

    private static void train(NDManager manager, Decoder decoder, int steps) {
        TokenSequence text = TokenSequence.all(new Random(1).ints(64, 3, 40).toArray());
        for (int i = 0; i < steps; i++) {
            try (NDManager scope = manager.newSubManager();
                    GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(decoder.loss(TokenBatch.of(scope, List.of(text, text))));
                decoder.parameters()
                        .values()
                        .forEach(parameter -> parameter.getGradient().attach(scope));
            }
        }
    }

    private static Decoder tiny(NDManager manager) {
        ModelConfig.Size size = new ModelConfig.Size(40, 16, 24, 1, 2, 1, 8, 3 + NEW);
        SpecialTokens open = new SpecialTokens(OptionalInt.of(1), List.of(), OptionalInt.of(0));
        return Decoder.random(manager, ModelConfig.llama(size, true, open), 0.1, 1);
    }

    /** Arrays that this manager and those below it own. */
    private static int arrays(NDManager manager) {
        return ((PtNDManager) manager).getManagedArrays().size();
    }

    /**
     * Resident memory outside of Java's heap, which grows and shrinks as it likes. Heaps of less than 32 GiB lie below that address
     * (compressed pointers), everything else above.
     */
    private static long resident() throws IOException {
        long kilobytes = 0;
        boolean counted = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (MAPPING.matcher(line).lookingAt()) {
                counted = Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16) >= 1L << 35;
            } else if (counted && line.startsWith("Rss:")) {
                kilobytes += Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return kilobytes * 1024;
    }
}

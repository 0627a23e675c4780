package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.SamplingSettings;

/** Generation with a cache: right, and no row depends on another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratorTest {
    private static final int NEW = 12;

    private NDManager manager;
    private FrozenDecoder decoder;
    private List<int[]> prompts;

    @BeforeAll
    void open() {
        manager = NDManager.newBaseManager();
        decoder = Checkpoint.open(Golden.of("mistral").folder()).frozen(manager, Precision.FLOAT32);
        Random random = new Random(7);
        prompts = IntStream.range(0, 24)
                .mapToObj(i -> random.ints(1 + i % 9, 3, 53).toArray())
                .toList();
    }

    @AfterAll
    void close() {
        decoder.close();
        manager.close();
    }

    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void greedyContinuationsAreThoseOfTransformers(String name) {
        Golden golden = Golden.of(name);
        try (FrozenDecoder frozen = withoutEnd(golden)) {
            List<Generated> rows = new Generator(frozen, 3).generate(greedy(golden.rows("prompts"), 20));
            for (int i = 0; i < rows.size(); i++) {
                assertArrayEquals(
                        golden.rows("continuations").get(i), rows.get(i).tokens(), name + " " + i);
                assertEquals(FinishReason.LENGTH, rows.get(i).finish());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.lemmalab.transformer.Golden#names")
    void cachedGenerationEqualsReadingTheWholeTextAnew(String name) {
        Golden golden = Golden.of(name);
        try (FrozenDecoder frozen = withoutEnd(golden)) {
            SamplingSettings settings = SamplingSettings.greedy(20).withLogProbabilities();
            for (Generated row : new Generator(frozen, 4)
                    .generate(golden.rows("prompts").stream()
                            .map(prompt -> new GenerationPrompt(prompt, settings))
                            .toList())) {
                int[] text = golden.rows("prompts").get(row.prompt());
                for (int i = 0; i < row.tokens().length; i++) {
                    float[] next = frozen.nextLogProbabilities(text);
                    assertEquals(likeliest(next), row.tokens()[i]);
                    assertEquals(next[row.tokens()[i]], row.logProbabilities()[i], 1e-5);
                    text = append(text, row.tokens()[i]);
                }
            }
        }
    }

    @Test
    void longTextsAcrossBlocksOfTheCacheEqualReadingThemAnew() {
        SpecialTokens open = new SpecialTokens(OptionalInt.of(1), List.of(), OptionalInt.of(0));
        ModelConfig.Size size = new ModelConfig.Size(320, 24, 40, 2, 6, 2, 4, 200);
        Random random = new Random(3);
        try (Decoder read = Decoder.random(manager, ModelConfig.llama(size, false, open), 0.4, 2);
                FrozenDecoder frozen = FrozenDecoder.of(manager, read, Precision.FLOAT32)) {
            List<int[]> texts = IntStream.of(1, 62, 63, 64, 65, 126, 127, 128, 131)
                    .mapToObj(length -> random.ints(length, 3, 320).toArray())
                    .toList();
            // Of different lengths and two samples each: rows move to other slots, and prompts are copied.
            List<GenerationPrompt> asked = texts.stream()
                    .map(text -> new GenerationPrompt(
                            text, SamplingSettings.greedy(69 - text.length / 3).withSamples(2)))
                    .toList();
            for (Generated row : new Generator(frozen, 5).generate(asked)) {
                int[] whole = append(texts.get(row.prompt()), row.tokens());
                for (int i = 0; i < row.tokens().length; i += 4) {
                    int[] before = Arrays.copyOf(whole, texts.get(row.prompt()).length + i);
                    assertEquals(likeliest(frozen.nextLogProbabilities(before)), row.tokens()[i], "token " + i);
                }
            }
        }
    }

    @Test
    void aRowAloneEqualsTheSameRowInABatch() {
        SamplingSettings settings = new SamplingSettings(0.9, 0.9, 20, NEW, List.of(), 5, 1, true);
        List<Generated> together = new Generator(decoder, 7).generate(mixed(settings));
        for (int i = 0; i < prompts.size(); i++) {
            List<Generated> alone =
                    new Generator(decoder, 1).generate(List.of(mixed(settings).get(i)));
            assertArrayEquals(alone.get(0).tokens(), together.get(i).tokens(), "row " + i);
            assertArrayEquals(alone.get(0).logProbabilities(), together.get(i).logProbabilities(), 1e-5f);
        }
    }

    @Test
    void rowsSharedOutAmongCoresSayTheSame() {
        SamplingSettings settings = SamplingSettings.sampling(1, NEW, 8).withSamples(3);
        List<GenerationPrompt> asked = prompts.stream()
                .map(prompt -> new GenerationPrompt(prompt, settings))
                .toList();
        List<Generated> shared = new Generator(decoder, 72).generate(asked);
        List<Generated> single = new Generator(decoder, 7).generate(asked);
        assertEquals(72, shared.size());
        for (int i = 0; i < shared.size(); i++) {
            assertArrayEquals(single.get(i).tokens(), shared.get(i).tokens(), "row " + i);
        }
    }

    @Test
    void aFailureInAWorkerReachesTheCaller() {
        StopFailure failure = new StopFailure();
        List<GenerationPrompt> asked = IntStream.range(0, 64)
                .mapToObj(i ->
                        new GenerationPrompt(prompts.get(5), SamplingSettings.greedy(NEW), (sample, tokens, count) -> {
                            if (i == 40 && count == 3) {
                                throw failure;
                            }
                            return false;
                        }))
                .toList();
        assertEquals(failure, assertThrows(StopFailure.class, () -> new Generator(decoder, 64).generate(asked)));
    }

    private static final class StopFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void theSameSeedGivesTheSameTextAndAnotherSeedAnother() {
        SamplingSettings settings = SamplingSettings.sampling(1.0, NEW, 11);
        List<int[]> first = tokens(settings);
        assertSame(first, tokens(settings));
        List<int[]> other = tokens(settings.withSeed(12));
        assertTrue(IntStream.range(0, first.size()).anyMatch(i -> !Arrays.equals(first.get(i), other.get(i))));
    }

    @Test
    void samplesOfOnePromptDifferAndEachIsTheSameHoweverManyAreAsked() {
        SamplingSettings settings = SamplingSettings.sampling(1.0, NEW, 3);
        GenerationPrompt eight = new GenerationPrompt(prompts.get(5), settings.withSamples(8));
        GenerationPrompt three = new GenerationPrompt(prompts.get(5), settings.withSamples(3));
        List<Generated> many = new Generator(decoder, 16).generate(List.of(eight));
        List<Generated> few = new Generator(decoder, 2).generate(List.of(three));
        for (int i = 0; i < 3; i++) {
            assertEquals(i, few.get(i).sample());
            assertArrayEquals(many.get(i).tokens(), few.get(i).tokens());
        }
        Set<List<Integer>> different = new HashSet<>();
        many.forEach(row -> different.add(Arrays.stream(row.tokens()).boxed().toList()));
        assertTrue(different.size() > 4, "only " + different.size() + " different texts of 8");
    }

    @Test
    void aRowEndsAtAnEndTokenAndTheEndTokenIsItsLast() {
        SamplingSettings settings = SamplingSettings.sampling(3.0, 40, 1).withSamples(40);
        List<Generated> rows =
                new Generator(decoder, 16).generate(List.of(new GenerationPrompt(new int[] {9}, settings)));
        assertTrue(rows.stream().anyMatch(row -> row.finish() == FinishReason.END));
        for (Generated row : rows) {
            int ends = (int) Arrays.stream(row.tokens()).filter(t -> t == 2).count();
            assertEquals(row.finish() == FinishReason.END ? 1 : 0, ends);
            assertEquals(row.finish() == FinishReason.END, row.tokens()[row.tokens().length - 1] == 2);
        }
    }

    @Test
    void aStopRuleEndsARow() {
        GenerationPrompt prompt = new GenerationPrompt(
                prompts.get(4), SamplingSettings.sampling(1, 30, 2), (sample, tokens, count) -> count == 6);
        Generated row = new Generator(decoder, 4).generate(List.of(prompt)).get(0);
        assertEquals(6, row.tokens().length);
        assertEquals(FinishReason.STOP, row.finish());
    }

    @Test
    void generationEndsAtTheContext() {
        Generated row = new Generator(decoder, 1)
                .generate(greedy(List.of(new Random(1).ints(60, 3, 53).toArray()), 100))
                .get(0);
        assertTrue(row.tokens().length <= 4);
    }

    @Test
    void topKOneIsGreedyWhateverTheTemperature() {
        List<int[]> greedy = tokens(SamplingSettings.greedy(NEW));
        assertSame(greedy, tokens(SamplingSettings.sampling(5.0, NEW, 1).withTopK(1)));
        assertSame(greedy, tokens(SamplingSettings.sampling(5.0, NEW, 1).withTopP(1e-9)));
    }

    @Test
    void drawsFollowTheDistribution() {
        int[] prompt = prompts.get(3);
        double[] expected = cut(decoder.nextLogProbabilities(prompt), 1.3, 12, 0.8);
        int draws = 4000;
        SamplingSettings settings = new SamplingSettings(1.3, 0.8, 12, 1, List.of(), 17, draws, false);
        double[] seen = new double[expected.length];
        for (Generated row : new Generator(decoder, 512).generate(List.of(new GenerationPrompt(prompt, settings)))) {
            seen[row.tokens()[0]] += 1.0 / draws;
        }
        for (int token = 0; token < seen.length; token++) {
            double deviation = Math.sqrt(expected[token] * (1 - expected[token]) / draws);
            assertEquals(expected[token], seen[token], 5 * deviation, "token " + token);
        }
    }

    @Test
    void logProbabilitiesOfGenerationAndOfScoringAgree() {
        SamplingSettings settings = SamplingSettings.sampling(1, NEW, 4).withLogProbabilities();
        List<Generated> rows = new Generator(decoder, 8).generate(mixed(settings));
        List<TokenSequence> texts = rows.stream()
                .map(row -> TokenSequence.after(
                        prompts.get(row.prompt()).length, append(prompts.get(row.prompt()), row.tokens())))
                .toList();
        List<float[]> scores = new Scorer(decoder).score(texts);
        for (int i = 0; i < rows.size(); i++) {
            assertArrayEquals(rows.get(i).logProbabilities(), scores.get(i), 1e-5f);
        }
    }

    @Test
    void progressIsToldAndAnInterruptEndsTheWorkWithAMessage() {
        List<Integer> completed = new ArrayList<>();
        List<Generated> kept = new ArrayList<>();
        ProgressListener listener = progress -> {
            completed.add(progress.completed());
            assertTrue(progress.tokensPerSecond() >= 0);
            if (progress.completed() >= 4) {
                Thread.currentThread().interrupt();
            }
        };
        LabException failure = assertThrows(
                LabException.class,
                () -> new Generator(decoder, 2).generate(mixed(SamplingSettings.greedy(NEW)), kept::add, listener));
        assertTrue(failure.getMessage().contains("interrupted after 4 of 24"), failure.getMessage());
        assertEquals(4, kept.size());
        assertFalse(completed.isEmpty());
    }

    private List<GenerationPrompt> mixed(SamplingSettings settings) {
        return IntStream.range(0, prompts.size())
                .mapToObj(i -> new GenerationPrompt(
                        prompts.get(i),
                        i % 3 == 0
                                ? SamplingSettings.greedy(NEW - i % 4).withLogProbabilities()
                                : settings.withSeed(settings.seed() + i)))
                .toList();
    }

    private List<int[]> tokens(SamplingSettings settings) {
        List<GenerationPrompt> all = prompts.stream()
                .map(prompt -> new GenerationPrompt(prompt, settings))
                .toList();
        return new Generator(decoder, 8)
                .generate(all).stream().map(Generated::tokens).toList();
    }

    private static void assertSame(List<int[]> expected, List<int[]> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), found.get(i), "row " + i);
        }
    }

    /** The distribution after temperature, then top_k, then top_p, worked out with plain loops. */
    private static double[] cut(float[] logProbabilities, double temperature, int topK, double topP) {
        Integer[] order = IntStream.range(0, logProbabilities.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Float.compare(logProbabilities[b], logProbabilities[a]));
        double[] kept = new double[logProbabilities.length];
        double all = 0;
        for (int rank = 0; rank < topK; rank++) {
            all += kept[order[rank]] = Math.exp(logProbabilities[order[rank]] / temperature);
        }
        double before = 0;
        double mass = 0;
        for (int rank = 0; rank < topK; rank++) {
            double p = kept[order[rank]];
            kept[order[rank]] = before >= topP * all ? 0 : p;
            mass += kept[order[rank]];
            before += p;
        }
        double whole = mass;
        return Arrays.stream(kept).map(p -> p / whole).toArray();
    }

    private static List<GenerationPrompt> greedy(List<int[]> prompts, int count) {
        return prompts.stream()
                .map(prompt -> new GenerationPrompt(prompt, SamplingSettings.greedy(count)))
                .toList();
    }

    private FrozenDecoder withoutEnd(Golden golden) {
        try (Decoder read = Checkpoint.open(golden.folder()).decoder(manager, Precision.FLOAT32)) {
            ModelConfig config = read.config();
            SpecialTokens none = new SpecialTokens(
                    config.tokens().start(), List.of(), config.tokens().padding());
            ModelConfig open = new ModelConfig(
                    config.family(),
                    config.size(),
                    config.normEpsilon(),
                    config.rope(),
                    config.window(),
                    config.tied(),
                    none);
            return FrozenDecoder.of(manager, open, read.parameters(), Precision.FLOAT32);
        }
    }

    private static int likeliest(float[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }

    private static int[] append(int[] text, int... more) {
        int[] longer = Arrays.copyOf(text, text.length + more.length);
        System.arraycopy(more, 0, longer, text.length, more.length);
        return longer;
    }
}

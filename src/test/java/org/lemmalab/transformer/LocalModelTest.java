package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;

/** A checkpoint folder as a text model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalModelTest {
    private static final String PROMPT = "Ann has 12 pears.";
    private static final int CONTEXT = 60;

    private LocalModel model;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path parent) {
        folder = parent.resolve("tiny");
        WordTokenizer tokenizer = WordTokenizer.fromCorpus(
                List.of("Ann has 12 pears. She gives 3 pears to Ben.\nHow many pears has Ann?"), 300);
        ModelConfig.Size size = new ModelConfig.Size(tokenizer.size(), 16, 24, 2, 2, 1, 8, CONTEXT);
        ModelConfig config = ModelConfig.llama(size, false, tokenizer.specialTokens());
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Decoder.random(manager, config, 0.3, 5)) {
            CheckpointWriter.float32().write(folder, decoder, tokenizer.files());
        }
        model = LocalModel.open(folder);
    }

    @AfterAll
    void close() {
        model.close();
    }

    @Test
    void aPromptIsCompletedWithCountsAndLogProbabilities() {
        SamplingSettings settings =
                SamplingSettings.sampling(1, 9, 4).withSamples(3).withLogProbabilities();
        Reply.Completed reply = assertInstanceOf(Reply.Completed.class, model.complete(PROMPT, settings));
        assertEquals(8, reply.promptTokens());
        assertEquals(3, reply.completions().size());
        for (Completion completion : reply.completions()) {
            assertTrue(completion.tokens() <= 9);
            assertEquals(completion.tokens(), completion.logProbabilities().size());
            assertTrue(completion.logProbabilities().stream().allMatch(token -> token.logProbability() < 0));
        }
        assertEquals("tiny", model.name());
    }

    @Test
    void aStopTextEndsACompletionAndIsNotPartOfIt() {
        String whole = model.complete(PROMPT, SamplingSettings.greedy(30)).text();
        String stop = whole.substring(whole.length() / 2, whole.length() / 2 + 2);
        Completion stopped = model.complete(PROMPT, SamplingSettings.greedy(30).withStop("never seen", stop))
                .completions()
                .get(0);
        assertEquals(whole.substring(0, whole.indexOf(stop)), stopped.text());
        assertEquals(FinishReason.STOP, stopped.finish());
        assertTrue(stopped.tokens() < 30);
    }

    @Test
    void aPromptLongerThanTheContextFailsAloneAndTheOthersAreServed() {
        CompletionRequest good = new CompletionRequest(PROMPT, SamplingSettings.greedy(5));
        CompletionRequest bad = new CompletionRequest("pears ".repeat(CONTEXT), SamplingSettings.greedy(5));
        List<Reply> replies = model.complete(List.of(bad, good));
        Reply.Failed failed = assertInstanceOf(Reply.Failed.class, replies.get(0));
        assertTrue(failed.reason().contains("prompt: expected at most 59 tokens"), failed.reason());
        assertThrows(LabException.class, failed::text);
        assertEquals(model.complete(PROMPT, SamplingSettings.greedy(5)), replies.get(1));
    }

    @Test
    void aScoreIsTheSumOverTheTokensOneByOne() {
        List<Score> scores = model.score(List.of(
                new ScoreRequest(PROMPT, " Ben"),
                new ScoreRequest(PROMPT, " She gives 3 pears."),
                new ScoreRequest("", "How many")));
        assertEquals(" Ben", scores.get(0).tokens().get(0).token());
        int[] text = model.tokenizer().encode(PROMPT, true);
        int[] continuation = model.tokenizer().encode(" She gives 3 pears.", false);
        assertEquals(continuation.length, scores.get(1).tokens().size());
        double expected = 0;
        for (int token : continuation) {
            expected += model.decoder().nextLogProbabilities(text)[token];
            text = Arrays.copyOf(text, text.length + 1);
            text[text.length - 1] = token;
        }
        assertEquals(expected, scores.get(1).logProbability(), 1e-4);
        assertEquals(-expected / continuation.length, scores.get(1).meanNegativeLogLikelihood(), 1e-4);
        assertEquals(2, scores.get(2).tokens().size());
    }

    @Test
    void probabilitiesOfTheNextTokenSumToOneAndAttentionRowsToo() {
        int[] tokens = model.tokenizer().encode(PROMPT, true);
        double sum = 0;
        for (float logProbability : model.decoder().nextLogProbabilities(tokens)) {
            sum += Math.exp(logProbability);
        }
        assertEquals(1, sum, 1e-5);
        float[][][] heads = model.decoder().attention(tokens, 1);
        assertEquals(2, heads.length);
        for (float[][] head : heads) {
            for (int i = 0; i < tokens.length; i++) {
                double row = 0;
                for (int j = 0; j < tokens.length; j++) {
                    row += head[i][j];
                    assertTrue(j <= i || head[i][j] == 0);
                }
                assertEquals(1, row, 1e-5);
            }
        }
    }

    @Test
    void aTemplateChangesWhatTheModelReads() {
        LocalModel.Settings settings = new LocalModel.Settings(Precision.FLOAT32, 4, Optional.of(ChatTemplate.CHATML));
        try (LocalModel chatting = LocalModel.open(folder, settings)) {
            Reply.Completed chat =
                    assertInstanceOf(Reply.Completed.class, chatting.complete(PROMPT, SamplingSettings.greedy(3)));
            assertNotEquals(8, chat.promptTokens());
        }
    }

    @Test
    void textsThatCannotBeScoredAreNamed() {
        List<ScoreRequest> requests = List.of(new ScoreRequest("", "a"), new ScoreRequest("", "pears ".repeat(60)));
        LabException failure = assertThrows(LabException.class, () -> model.score(requests));
        assertTrue(failure.getMessage().contains("score request 2 of 2"), failure.getMessage());
        assertThrows(LabException.class, () -> new ScoreRequest("a", ""));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(LabException.class, () -> SamplingSettings.greedy(0));
        assertThrows(LabException.class, () -> SamplingSettings.sampling(-1, 5, 0));
        assertThrows(LabException.class, () -> SamplingSettings.greedy(5).withTopP(0));
        assertThrows(LabException.class, () -> SamplingSettings.greedy(5).withTopK(-1));
        assertThrows(LabException.class, () -> SamplingSettings.greedy(5).withSamples(0));
        assertThrows(LabException.class, () -> SamplingSettings.greedy(5).withStop(""));
    }

    @Test
    void nothingToDoIsDone() {
        assertTrue(model.complete(List.of()).isEmpty());
        assertTrue(model.score(List.of()).isEmpty());
        assertFalse(model.tokenizer().decode().contains("x"));
    }
}

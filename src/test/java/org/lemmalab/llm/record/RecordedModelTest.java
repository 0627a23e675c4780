package org.lemmalab.llm.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TinyCheckpoint;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.endpoint.Fault;
import org.lemmalab.llm.endpoint.FaultyServer;
import org.lemmalab.llm.endpoint.RetryPolicy;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.transformer.LocalModel;

/** Exchanges on disk: asked once, replayed for ever, whoever writes beside and whenever a writer is killed. */
class RecordedModelTest {
    private static final SamplingSettings GREEDY = SamplingSettings.greedy(8);

    @TempDir
    Path folder;

    private Path file;
    private FaultyServer server;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("exchanges.jsonl");
        server = new FaultyServer((prompt, number) -> prompt.equals("bad") ? Fault.STATUS_400 : Fault.NONE);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private EndpointModel endpoint() {
        return EndpointModel.open(EndpointSettings.chat(server.baseUrl(), "m").with(RetryPolicy.NONE));
    }

    private RecordedModel recorded(RecordingMode mode) {
        return RecordedModel.over(endpoint(), file, mode);
    }

    @Test
    void whatWasAskedOnceIsReplayedWithoutTheModel() {
        Reply.Completed first;
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            first = assertInstanceOf(Reply.Completed.class, model.complete("hello", GREEDY));
            assertEquals(first.again(), model.complete("hello", GREEDY));
        }
        try (RecordedModel model = RecordedModel.replaying("m", file)) {
            assertEquals(first.again(), model.complete("hello", GREEDY));
            Reply.Failed unknown = assertInstanceOf(Reply.Failed.class, model.complete("other", GREEDY));
            assertTrue(unknown.reason().contains("expected a recorded exchange"), unknown.reason());
        }
        assertEquals(1, server.count());
    }

    @Test
    void onlyWhatWasAskedCosts() throws IOException {
        Price price = new Price(1e6, 1e6);
        List<CompletionRequest> twice =
                List.of(new CompletionRequest("hello", GREEDY), new CompletionRequest("hello", GREEDY));
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            List<Reply> replies = model.complete(twice);
            assertEquals(new Usage(5, 7, 12), price.usage((Reply.Completed) replies.get(0)));
            assertEquals(Usage.NONE, price.usage((Reply.Completed) replies.get(1)));
            assertEquals(Usage.NONE, price.usage((Reply.Completed) model.complete("hello", GREEDY)));
        }
        assertFalse(Files.readString(file).contains("replayed"));
    }

    @Test
    void scoresAreRecordedToo(@TempDir Path parent) throws IOException {
        ScoreRequest request = new ScoreRequest("Ann has", " 12 pears");
        List<Score> scores;
        try (RecordedModel model = RecordedModel.over(
                LocalModel.open(TinyCheckpoint.write(parent, 30)), file, RecordingMode.REPLAY_OR_RECORD)) {
            scores = model.score(List.of(request, request));
            assertEquals(1, model.recorded());
        }
        try (RecordedModel model = RecordedModel.replaying("tiny", file)) {
            assertEquals(scores, model.score(List.of(request, request)));
            assertEquals(4, scores.get(1).tokens().size());
            List<ScoreRequest> other = List.of(new ScoreRequest("Ann has", " 13 pears"));
            assertTrue(assertThrows(LabException.class, () -> model.score(other))
                    .getMessage()
                    .contains("expected a recorded score"));
        }
    }

    @Test
    void everythingThatAReplyHangsOnIsInItsKey() {
        List<CompletionRequest> different = List.of(
                new CompletionRequest("hello", GREEDY),
                new CompletionRequest("hello ", GREEDY),
                new CompletionRequest("hello", GREEDY.withSeed(1)),
                new CompletionRequest("hello", GREEDY.withTopP(0.5)),
                new CompletionRequest("hello", GREEDY.withTopK(5)),
                new CompletionRequest("hello", GREEDY.withStop("x")),
                new CompletionRequest("hello", GREEDY.withLogProbabilities()),
                new CompletionRequest("hello", SamplingSettings.greedy(9)),
                new CompletionRequest("hello", SamplingSettings.sampling(0.5, 8, 0)));
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            model.complete(different);
            model.forPrompt("0".repeat(64)).complete(different);
            assertEquals(2 * different.size(), model.recorded());
            model.complete(different);
        }
        assertEquals(2 * different.size(), server.count());
        assertNotEquals(
                new ExchangeKey("m", "", different.get(0)).hash(), new ExchangeKey("n", "", different.get(0)).hash());
    }

    @Test
    void equalRequestsOfOneListAreAskedOnceAndFailuresAreNotKept() {
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            List<Reply> replies = model.complete(List.of(
                    new CompletionRequest("a", GREEDY),
                    new CompletionRequest("bad", GREEDY),
                    new CompletionRequest("a", GREEDY)));
            assertEquals("echo a", replies.get(2).text());
            assertInstanceOf(Reply.Failed.class, replies.get(1));
            assertEquals(1, model.recorded());
        }
        assertEquals(2, server.count());
    }

    @Test
    void recordingAsksEveryTimeAndTheLaterExchangeCounts() throws IOException {
        try (RecordedModel model = recorded(RecordingMode.RECORD)) {
            model.complete("a", GREEDY);
            model.complete("a", GREEDY);
        }
        assertEquals(2, server.count());
        assertEquals(2, Files.readAllLines(file).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"key\":\"half", "{", "{\"key\":\"k\",\"text\":\"\\u00", "garbage \u00e9"})
    void aTornLastLineIsCutOffAndNothingElse(String torn) throws IOException {
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            model.complete("a", GREEDY);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, torn, StandardOpenOption.APPEND);
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            assertEquals(whole.length, Files.size(file));
            assertEquals("echo a", model.complete("a", GREEDY).text());
            Files.writeString(file, torn, StandardOpenOption.APPEND);
            assertEquals("echo b", model.complete("b", GREEDY).text());
        }
        assertEquals(2, Files.readAllLines(file).size());
        assertEquals(2, server.count());
    }

    @Test
    void aWholeLastLineWithoutItsLineEndIsKept() throws IOException {
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            model.complete("a", GREEDY);
        }
        Files.writeString(file, Files.readString(file).strip());
        try (RecordedModel model = recorded(RecordingMode.REPLAY_OR_RECORD)) {
            model.complete("b", GREEDY);
            assertEquals(2, model.recorded());
        }
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void aFileOfOtherLinesIsRefused() throws IOException {
        Files.writeString(file, "{\"id\":1}\n");
        LabException e = assertThrows(LabException.class, () -> RecordedModel.replaying("m", file));
        assertTrue(e.getMessage().contains("exchanges.jsonl byte 0: expected an exchange"), e.getMessage());
    }

    @Test
    void severalWritersShareAFile() throws Exception {
        Process child = RecordingChild.start(file, "shared", 300);
        List<Thread> threads = IntStream.range(0, 3)
                .mapToObj(t -> new Thread(() -> {
                    try (ExchangeFile own = new ExchangeFile(file)) {
                        for (int i = 0; i < 300; i++) {
                            String key = "shared" + i;
                            own.add(key, Json.mapper().createObjectNode().put("key", key), false);
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, child.exitValue());
        List<String> keys = Files.readAllLines(file).stream()
                .map(line -> Json.parse(line).get("key").asText())
                .toList();
        assertEquals(300, keys.size());
        assertEquals(300, keys.stream().distinct().count());
    }

    @Test
    void aKilledWriterCostsItsLastLineAtMost() throws Exception {
        Process child = RecordingChild.start(file, "k", 1_000_000);
        while (!Files.exists(file) || Files.size(file) < 50_000) {
            assertTrue(child.isAlive());
            TimeUnit.MILLISECONDS.sleep(5);
        }
        child.destroyForcibly().waitFor();
        int whole = (int) Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.endsWith("}"))
                .count();
        try (ExchangeFile again = new ExchangeFile(file)) {
            assertEquals(whole, again.size());
            assertTrue(again.find("k" + (whole - 1)).isPresent());
            again.add("more", Json.mapper().createObjectNode().put("key", "more"), false);
        }
        assertEquals(whole + 1, Files.readAllLines(file).size());
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheFileForOthers() {
        try (ExchangeFile shared = new ExchangeFile(file)) {
            Thread.currentThread().interrupt();
            shared.add("a", Json.mapper().createObjectNode().put("key", "a"), false);
            assertTrue(Thread.interrupted());
            assertTrue(shared.find("a").isPresent());
            assertFalse(shared.find("b").isPresent());
        }
    }
}

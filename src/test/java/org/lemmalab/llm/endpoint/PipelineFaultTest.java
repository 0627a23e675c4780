package org.lemmalab.llm.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.record.RecordedModel;
import org.lemmalab.llm.record.RecordingMode;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.RunFolder;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageIdentity;
import org.lemmalab.pipeline.StageRun;

/** Two thousand records through a pipeline against a server where every tenth request goes wrong. */
class PipelineFaultTest {
    private static final int RECORDS = 2000;
    private static final int HOPELESS = 97;
    private static final String KEY = "sk-planted-0123456789abcdef";
    private static final List<Fault> FAULTS = List.of(
            Fault.STATUS_429,
            Fault.STATUS_500,
            Fault.STATUS_503,
            Fault.RESET,
            Fault.HANG,
            Fault.DRIP,
            Fault.TRUNCATED,
            Fault.HTML,
            Fault.EMPTY_CHOICES);

    @TempDir
    Path folder;

    @Test
    void everyRecordIsDeliveredOnceInOrderOrStandsAmongTheFailuresWithItsReason() throws IOException {
        Random random = new Random(11);
        List<Fault> plan = IntStream.range(0, 100_000)
                .mapToObj(i -> random.nextInt(10) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE)
                .toList();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream standardError = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (FaultyServer server = new FaultyServer(
                (prompt, number) -> Integer.parseInt(prompt) % HOPELESS == 0 ? Fault.STATUS_400 : plan.get(number))) {
            run(server);
            assertTrue(server.count() > RECORDS + 150, "requests: " + server.count());
        } finally {
            System.setErr(standardError);
        }
        List<Integer> delivered = numbers(new RunFolder(folder.resolve("run")).output(), "/id");
        List<Integer> failed = numbers(new RunFolder(folder.resolve("run")).failed(), "/id");
        assertEquals(delivered.stream().sorted().distinct().toList(), delivered);
        TreeSet<Integer> all = new TreeSet<>(delivered);
        all.addAll(failed);
        assertEquals(RECORDS, all.size());
        assertEquals(RECORDS, delivered.size() + failed.size());
        for (int i = 0; i < RECORDS; i += HOPELESS) {
            assertTrue(failed.contains(i), "expected among the failures: " + i);
        }
        assertTrue(failed.size() <= RECORDS / HOPELESS + 3, "failures: " + failed.size());
        for (String line : Files.readAllLines(new RunFolder(folder.resolve("run")).failed())) {
            assertTrue(Fields.text(Json.parse(line), "reason").startsWith("test-model: "), line);
        }
        assertFalse(log.toString(StandardCharsets.UTF_8).contains(KEY));
        assertNoKeyIn(folder);
    }

    private void run(FaultyServer server) throws IOException {
        Path input = Files.writeString(
                folder.resolve("input.jsonl"),
                IntStream.range(0, RECORDS)
                        .mapToObj(i -> "{\"id\":\"" + i + "\"}\n")
                        .collect(Collectors.joining()));
        EndpointSettings settings = EndpointSettings.chat(server.baseUrl(), "test-model")
                .withKeyVariable("PLANTED_KEY")
                .with(new RetryPolicy(7, Duration.ofMillis(2), Duration.ofMillis(20), Duration.ofSeconds(1)))
                .with(RequestLimits.STANDARD.withConcurrency(16).withTimeout(Duration.ofMillis(500)));
        try (TextModel model = RecordedModel.over(
                EndpointModel.open(settings, name -> KEY, Duration.ofMinutes(1)),
                folder.resolve("exchanges.jsonl"),
                RecordingMode.REPLAY_OR_RECORD)) {
            Stage<String, Map<String, String>> stage = Stage.of(
                    new StageIdentity("ask", "1", Map.of("endpoint", settings.toString())),
                    line -> Fields.text(line, "id"),
                    id -> id,
                    id -> {
                        Reply reply = model.complete(id, SamplingSettings.greedy(8));
                        return reply instanceof Reply.Failed failed
                                ? Result.failure(failed.reason())
                                : Result.success(Map.of("id", id, "text", reply.text()));
                    });
            new StageRun<>(
                            stage,
                            List.of(input),
                            folder.resolve("run"),
                            RunSettings.standard().withWorkers(16))
                    .run(ProgressListener.silent());
        }
    }

    private static List<Integer> numbers(Path file, String field) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Integer.parseInt(Json.parse(line).at(field).asText()))
                .toList();
    }

    private static void assertNoKeyIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    assertFalse(Files.readString(file).contains(KEY), file + " holds the key");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

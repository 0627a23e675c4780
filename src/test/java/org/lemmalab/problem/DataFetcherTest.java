package org.lemmalab.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;

/** Fetches from a real HTTP server on the loopback interface. */
@Timeout(30)
class DataFetcherTest {
    private static final String CONTENT = "{\"question\":\"1+1?\",\"answer\":\"2\"}\n".repeat(9000);
    private static final byte[] BYTES = CONTENT.getBytes(StandardCharsets.UTF_8);
    private static final DataFetcher.Limits LIMITS =
            new DataFetcher.Limits(1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(20));

    @TempDir
    private Path folder;

    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/good.jsonl", exchange -> answer(exchange, 200, BYTES.length, BYTES.length));
        server.createContext("/chunked.jsonl", exchange -> answer(exchange, 200, 0, BYTES.length));
        server.createContext("/missing.jsonl", exchange -> answer(exchange, 404, BYTES.length, BYTES.length));
        server.createContext("/truncated.jsonl", exchange -> answer(exchange, 200, BYTES.length, BYTES.length / 2));
        server.createContext("/short.jsonl", exchange -> answer(exchange, 200, 1000, 1000));
        server.createContext("/moved.jsonl", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good.jsonl");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/stalled.jsonl", exchange -> {
            exchange.sendResponseHeaders(200, BYTES.length);
            exchange.getResponseBody().write(BYTES, 0, 100);
            exchange.getResponseBody().flush();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aFileIsFetchedOnceWithProgressAndTheRightHash() throws IOException {
        CatalogFile file = file("good.jsonl");
        List<Long> progress = new ArrayList<>();
        DataFetcher fetcher = new DataFetcher(LIMITS);
        assertEquals(DataFetcher.Outcome.FETCHED, fetcher.fetch(set(file), file, folder, (f, n) -> progress.add(n)));
        assertEquals(CONTENT, Files.readString(folder.resolve("set/data.jsonl")));
        assertEquals(BYTES.length, progress.get(progress.size() - 1));
        assertEquals(progress.stream().sorted().toList(), progress);

        server.removeContext("/good.jsonl");
        assertEquals(DataFetcher.Outcome.ALREADY_THERE, fetcher.fetch(set(file), file, folder, (f, n) -> {}));
        assertEquals(List.of(DataFetcher.Outcome.ALREADY_THERE), fetcher.fetch(set(file), folder));
        assertEquals(List.of("data.jsonl"), left());
    }

    @Test
    void redirectsAndAnswersWithoutALengthAreFollowed() throws IOException {
        for (String name : List.of("moved.jsonl", "chunked.jsonl")) {
            assertEquals(DataFetcher.Outcome.FETCHED, fetch(file(name), LIMITS));
            Files.delete(folder.resolve("set/data.jsonl"));
        }
    }

    @Test
    void aChangedFileIsRefusedWithBothHashes() {
        String expected = Hashes.sha256("what it was");
        CatalogFile file = file("good.jsonl", expected);
        assertFailsWith(file, LIMITS, "refused", expected, Hashes.sha256(CONTENT));
    }

    @Test
    void aFileThatEndsEarlyUnnoticedIsRefusedByItsHash() {
        assertFailsWith(file("short.jsonl"), LIMITS, "refused", "found 1000 bytes");
    }

    @Test
    void anErrorStatusIsNamedWithWhatToDoByHand() {
        assertFailsWith(file("missing.jsonl"), LIMITS, "status 404", "By hand: download http", "lab data check");
    }

    @Test
    void aBodyThatBreaksOffLeavesNothing() {
        assertFailsWith(file("truncated.jsonl"), LIMITS, "could not be fetched");
    }

    @Test
    void aFileOverTheLimitIsStopped() {
        for (String name : List.of("good.jsonl", "chunked.jsonl")) {
            assertFailsWith(
                    file(name),
                    new DataFetcher.Limits(10_000, LIMITS.connect(), LIMITS.total()),
                    "limit of 10000 bytes");
        }
    }

    @Test
    void aBodyThatStallsIsGivenUp() {
        assertFailsWith(
                file("stalled.jsonl"),
                new DataFetcher.Limits(LIMITS.bytes(), LIMITS.connect(), Duration.ofMillis(700)),
                "not complete after 700 ms");
    }

    @Test
    void noAnswerAtAllIsNamedWithWhatToDoByHand() {
        CatalogFile file = file("good.jsonl");
        server.stop(0);
        assertFailsWith(file, LIMITS, "no connection", "By hand: download", folder.toString());
    }

    @Test
    void anotherFileInItsPlaceIsKept() throws IOException {
        Path mine = folder.resolve("set/data.jsonl");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "mine");
        LabException e = assertThrows(LabException.class, () -> fetch(file("good.jsonl"), LIMITS));
        assertTrue(e.getMessage().contains(Hashes.sha256("mine")), e.getMessage());
        assertTrue(e.getMessage().contains(Hashes.sha256(CONTENT)), e.getMessage());
        assertEquals("mine", Files.readString(mine));
    }

    @Test
    void aFileWithoutAnAddressSaysHowToMakeIt() {
        CatalogFile file = new CatalogFile("set/data.jsonl", 1, BYTES.length, Hashes.sha256(CONTENT), Optional.empty());
        assertFailsWith(file, LIMITS, "By hand", "join the parts", folder.toString());
    }

    private DataFetcher.Outcome fetch(CatalogFile file, DataFetcher.Limits limits) {
        return new DataFetcher(limits).fetch(set(file), file, folder, (f, n) -> {});
    }

    private void assertFailsWith(CatalogFile file, DataFetcher.Limits limits, String... parts) {
        LabException e = assertThrows(LabException.class, () -> fetch(file, limits));
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), "'" + part + "' in: " + e.getMessage());
        }
        assertFalse(Files.exists(folder.resolve("set/data.jsonl")));
        assertEquals(List.of(), left());
    }

    private List<String> left() {
        Path set = folder.resolve("set");
        if (!Files.exists(set)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(set)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private CatalogFile file(String name) {
        return file(name, Hashes.sha256(CONTENT));
    }

    private CatalogFile file(String name, String sha256) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
        return new CatalogFile("set/data.jsonl", 9000, BYTES.length, sha256, Optional.of(url));
    }

    private static CatalogSet set(CatalogFile file) {
        return new CatalogSet(
                "set", "test", "owner/name", "http://localhost", "none", Optional.of("join the parts."), List.of(file));
    }

    private static void answer(HttpExchange exchange, int status, long announced, int sent) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, announced);
            exchange.getResponseBody().write(BYTES, 0, sent);
            exchange.getResponseBody().flush();
        }
    }
}

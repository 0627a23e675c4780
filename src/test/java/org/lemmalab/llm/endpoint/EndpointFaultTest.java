package org.lemmalab.llm.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.UnusableModelException;

/** An endpoint model against a server that misbehaves. */
class EndpointFaultTest {
    private static final String KEY = "sk-planted/0123456789";
    private static final SamplingSettings GREEDY = SamplingSettings.greedy(16);
    private static final RetryPolicy QUICK =
            new RetryPolicy(3, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(2));

    static EndpointSettings settings(FaultyServer server) {
        return EndpointSettings.chat(server.baseUrl(), "test-model")
                .withKeyVariable("PLANTED_KEY")
                .with(QUICK)
                .with(RequestLimits.STANDARD.withTimeout(Duration.ofMillis(400)).withLargestAnswer(1 << 20));
    }

    static EndpointModel open(EndpointSettings settings) {
        return EndpointModel.open(settings, name -> name.equals("PLANTED_KEY") ? KEY : null, Duration.ofMillis(500));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "HUGE", "STATUS_400", "STATUS_401", "QUOTA", "WRONG_TYPE"},
            mode = EnumSource.Mode.EXCLUDE)
    void aPassingFaultIsGotOver(Fault fault) throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> number == 0 ? fault : Fault.NONE);
                EndpointModel model = open(settings(server))) {
            assertEquals("echo hello", model.complete("hello", GREEDY).text());
            assertEquals(2, server.count());
            long gap = server.arrivals().get(1) - server.arrivals().get(0);
            if (fault == Fault.STATUS_429_RETRY_AFTER) {
                assertTrue(gap >= 990_000_000L, "the second attempt came after " + gap + " ns");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_429, status 429, 3",
        "STATUS_500, status 500, 3",
        "STATUS_503, status 503, 3",
        "RESET, the connection failed, 3",
        "HANG, 'expected an answer within 0.4 s', 3",
        "DRIP, 'expected an answer within 0.4 s', 3",
        "TRUNCATED, expected JSON, 3",
        "HTML, expected JSON, 3",
        "EMPTY_CHOICES, expected an answer with choices, 3",
        "HUGE, at most 1048576 bytes, 1",
        "STATUS_400, status 400, 1"
    })
    void aLastingFaultIsAFailureWithItsReasonAndWithoutTheKey(Fault fault, String reason, int attempts)
            throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> fault);
                EndpointModel model = open(settings(server))) {
            Reply.Failed failed = assertInstanceOf(Reply.Failed.class, model.complete("hello", GREEDY));
            assertTrue(failed.reason().contains(reason), failed.reason());
            assertFalse(failed.reason().contains(KEY), failed.reason());
            assertEquals(attempts, server.count());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STATUS_401", "QUOTA"})
    void aRefusedKeyOrASpentQuotaEndsAllWork(Fault fault) throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> fault);
                EndpointModel model = open(settings(server))) {
            UnusableModelException e =
                    assertThrows(UnusableModelException.class, () -> model.complete("hello", GREEDY));
            assertFalse(e.getMessage().contains(KEY), e.getMessage());
            assertEquals(1, server.count());
        }
    }

    @Test
    void anotherContentTypeAroundGoodJsonIsTaken() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.WRONG_TYPE);
                EndpointModel model = open(settings(server))) {
            assertEquals("echo hello", model.complete("hello", GREEDY).text());
        }
    }

    @Test
    void aServerThatAsksForTooLongAWaitIsGivenUp() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.STATUS_429_RETRY_AFTER);
                EndpointModel model = open(settings(server)
                        .with(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, Duration.ofMillis(900))))) {
            Reply.Failed failed = assertInstanceOf(Reply.Failed.class, model.complete("hello", GREEDY));
            assertTrue(failed.reason().contains("asked to wait 1 s"), failed.reason());
            assertEquals(1, server.count());
        }
    }

    @Test
    void aServerThatAnswersTakesOverFromOneThatDoesNot() throws IOException {
        try (FaultyServer bad = new FaultyServer((prompt, number) -> Fault.STATUS_429_RETRY_AFTER);
                FaultyServer good = new FaultyServer((prompt, number) -> Fault.NONE);
                EndpointModel model = open(settings(good).withBaseUrls(List.of(bad.baseUrl(), good.baseUrl())))) {
            List<Reply> replies = model.complete(requests(40));
            assertEquals("echo 39", replies.get(39).text());
            assertEquals(40, good.count());
            assertTrue(bad.count() <= 20, "asked while resting: " + bad.count());
        }
    }

    @Test
    void requestsAreSharedOutAndBoundedInNumber() throws IOException {
        try (FaultyServer one = new FaultyServer((prompt, number) -> Fault.NONE).delay(5);
                FaultyServer two = new FaultyServer((prompt, number) -> Fault.NONE).delay(5);
                EndpointModel model = open(settings(one)
                        .withBaseUrls(List.of(one.baseUrl(), two.baseUrl()))
                        .with(RequestLimits.STANDARD.withConcurrency(4)))) {
            List<Reply> replies = model.complete(requests(100));
            assertEquals(
                    IntStream.range(0, 100).mapToObj(i -> "echo " + i).toList(),
                    replies.stream().map(Reply::text).toList());
            assertTrue(one.count() >= 25 && two.count() >= 25, one.count() + " and " + two.count());
            assertTrue(one.mostOpen() <= 4 && two.mostOpen() <= 4, one.mostOpen() + " and " + two.mostOpen());
        }
    }

    @Test
    void requestRatesHold() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.NONE);
                EndpointModel model = open(settings(server).with(RequestLimits.STANDARD.withRates(10, 0)))) {
            long start = System.nanoTime();
            model.complete(requests(30));
            // Ten a window of half a second: the third ten begin after a whole one.
            assertTrue(System.nanoTime() - start >= 1_000_000_000L);
            assertEquals(30, server.count());
        }
    }

    @Test
    void tokenRatesHoldAndCountWhatWasReallyUsed() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.NONE);
                EndpointModel model = open(settings(server)
                        .with(RequestLimits.STANDARD.withConcurrency(1).withRates(0, 60)))) {
            long start = System.nanoTime();
            model.complete(requests(9));
            // 12 tokens each, room for 17 (1 + 16) when asked: four fit a window, so nine need three.
            assertTrue(System.nanoTime() - start >= 950_000_000L);
        }
    }

    @Test
    void anInterruptEndsTheWorkAtOnce() throws Exception {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.HANG);
                EndpointModel model = open(settings(server).with(RequestLimits.STANDARD))) {
            AtomicReference<Throwable> end = new AtomicReference<>();
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread asking = new Thread(() -> {
                try {
                    model.complete("hello", GREEDY);
                } catch (LabException e) {
                    end.set(e);
                }
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            asking.start();
            while (server.count() == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            asking.interrupt();
            assertTrue(stillInterrupted.get(5, TimeUnit.SECONDS));
            assertTrue(end.get().getMessage().contains("interrupted"));
        }
    }

    @Test
    void samplesApartHaveSeedsOfTheirOwn() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.NONE);
                EndpointModel together = open(settings(server));
                EndpointModel apart = open(settings(server).with(Dialect.CHAT.withSamplesApart()))) {
            SamplingSettings three = SamplingSettings.sampling(1, 8, 5).withSamples(3);
            Reply.Failed failed = assertInstanceOf(Reply.Failed.class, together.complete("hello", three));
            assertTrue(failed.reason().contains("expected 3 choices, found 1"), failed.reason());
            assertEquals(3, apart.complete("hello", three).completions().size());
            List<Long> seeds = SampleSplitter.split(new CompletionRequest("hello", three)).stream()
                    .map(request -> request.settings().seed())
                    .toList();
            assertEquals(5, seeds.get(0));
            assertEquals(3, seeds.stream().distinct().count());
        }
    }

    @Test
    void theKeyShowsItselfNowhere() {
        EndpointSettings settings =
                EndpointSettings.chat("http://127.0.0.1:9/v1", "m").withKeyVariable("PLANTED_KEY");
        ApiKey key = ApiKey.read(settings.keyVariable(), name -> KEY);
        assertEquals("[key]", key.toString());
        assertEquals("a [key] b [key]", key.redact("a " + KEY + " b sk-planted\\/0123456789"));
        assertFalse(settings.toString().contains(KEY));
        LabException odd = assertThrows(
                LabException.class, () -> ApiKey.read(settings.keyVariable(), name -> "line\nbreak-secret"));
        assertFalse(odd.getMessage().contains("secret"));
        LabException swapped = assertThrows(LabException.class, () -> settings.withKeyVariable(KEY));
        assertFalse(swapped.getMessage().contains(KEY));
        LabException inUrl =
                assertThrows(LabException.class, () -> EndpointSettings.chat("https://u:" + KEY + "@host/v1", "m"));
        assertFalse(inUrl.getMessage().contains(KEY));
        LabException missing =
                assertThrows(LabException.class, () -> ApiKey.read(settings.keyVariable(), name -> null));
        assertTrue(missing.getMessage().contains("PLANTED_KEY"));
    }

    static List<CompletionRequest> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CompletionRequest(String.valueOf(i), GREEDY))
                .toList();
    }
}

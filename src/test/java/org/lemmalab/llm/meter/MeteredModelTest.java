package org.lemmalab.llm.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.endpoint.Fault;
import org.lemmalab.llm.endpoint.FaultyServer;
import org.lemmalab.llm.endpoint.RetryPolicy;

/** Counts and budget, against a server whose every answer has 5 tokens read and 7 written. */
class MeteredModelTest {
    private static final Price PRICE = new Price(1, 10);
    private static final double ANSWER = 75e-6;
    /** Six bytes and 64 for a template at 1, ten tokens at 10. */
    private static final double MOST = 170e-6;

    private static final SamplingSettings TEN = SamplingSettings.greedy(10);

    private FaultyServer server;

    @BeforeEach
    void open() throws IOException {
        server = new FaultyServer((prompt, number) -> prompt.equals("broken") ? Fault.STATUS_400 : Fault.NONE);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private MeteredModel metered(OptionalDouble budget) {
        return MeteredModel.over(
                EndpointModel.open(EndpointSettings.chat(server.baseUrl(), "m").with(RetryPolicy.NONE)), PRICE, budget);
    }

    @Test
    void tokensSecondsAndMoneyAreCountedByStageAndInSum() {
        try (MeteredModel model = metered(OptionalDouble.empty())) {
            model.stage("sample").complete("prompt", TEN);
            model.stage("sample").complete("broken", TEN);
            Reply reply = model.stage("analyse").complete("prompt", TEN);
            Spending sample = model.stages().get("sample");
            assertEquals(1, sample.requests());
            assertEquals(1, sample.failures());
            assertEquals(5, sample.promptTokens());
            assertEquals(7, sample.completionTokens());
            assertEquals(ANSWER, sample.dollars(), 1e-12);
            assertTrue(sample.seconds() > 0);
            assertEquals(2 * ANSWER, model.total().dollars(), 1e-12);
            assertEquals(ANSWER, model.dollars(reply), 1e-12);
        }
    }

    @Test
    void theBudgetStopsBeforeItIsPassed() {
        double budget = 3 * ANSWER + MOST;
        try (MeteredModel model = metered(OptionalDouble.of(budget))) {
            int answered = 0;
            BudgetExceededException stop = null;
            while (stop == null) {
                try {
                    model.complete("prompt", TEN);
                    answered++;
                } catch (BudgetExceededException e) {
                    stop = e;
                }
            }
            assertEquals(4, answered);
            assertEquals(4, server.count());
            assertTrue(model.total().dollars() <= budget);
            assertTrue(stop.getMessage().startsWith("budget: expected at most"), stop.getMessage());
        }
    }

    @Test
    void aListIsServedAsFarAsTheBudgetGoes() {
        try (MeteredModel model = metered(OptionalDouble.of(2 * ANSWER + MOST))) {
            List<Reply> replies = model.complete(IntStream.range(0, 6)
                    .mapToObj(i -> new CompletionRequest("prompt", TEN))
                    .toList());
            assertEquals(6, replies.size());
            assertEquals("echo prompt", replies.get(2).text());
            assertInstanceOf(Reply.Failed.class, replies.get(3));
            assertEquals(3, server.count());
        }
    }

    @Test
    void manyThreadsTogetherDoNotPassTheBudget() throws InterruptedException {
        double budget = 20 * ANSWER;
        try (MeteredModel model = metered(OptionalDouble.of(budget))) {
            ExecutorService threads = Executors.newFixedThreadPool(16);
            AtomicInteger answered = new AtomicInteger();
            AtomicInteger stopped = new AtomicInteger();
            CountDownLatch ends = new CountDownLatch(60);
            for (int i = 0; i < 60; i++) {
                threads.execute(() -> {
                    try {
                        model.complete("prompt", TEN);
                        answered.incrementAndGet();
                    } catch (BudgetExceededException e) {
                        stopped.incrementAndGet();
                    }
                    ends.countDown();
                });
            }
            assertTrue(ends.await(20, TimeUnit.SECONDS));
            threads.shutdown();
            assertEquals(60, answered.get() + stopped.get());
            assertTrue(
                    model.total().dollars() <= budget, "spent " + model.total().dollars());
            // All that fits is spent: 18 answers leave 2 * ANSWER = 150e-6, less than MOST.
            assertEquals(18, answered.get());
        }
    }

    @Test
    void aDryRunSendsNothingAndShowsThreePrompts() {
        List<CompletionRequest> requests = IntStream.range(0, 5)
                .mapToObj(i -> new CompletionRequest("prompt " + i, TEN.withSamples(2)))
                .toList();
        DryRun estimate = DryRun.of(requests, PRICE);
        assertEquals(5, estimate.requests());
        assertEquals(10, estimate.promptTokens());
        assertEquals(100, estimate.mostCompletionTokens());
        assertEquals(10e-6, estimate.leastDollars(), 1e-12);
        assertEquals(1010e-6, estimate.mostDollars(), 1e-12);
        assertEquals(List.of("prompt 0", "prompt 1", "prompt 2"), estimate.examples());
        assertEquals(0, server.count());
    }

    @Test
    void priceTablesAreReadAndChecked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("prices.json");
        Files.writeString(file, "{\"m\": {\"prompt\": 0.15, \"completion\": 0.6}}");
        assertEquals(new Price(0.15, 0.6), PriceTable.read(file).price("m"));
        LabException unknown =
                assertThrows(LabException.class, () -> PriceTable.read(file).price("n"));
        assertTrue(unknown.getMessage().contains("'n'"), unknown.getMessage());
        Files.writeString(file, "{\"m\": {\"prompt\": \"cheap\"}}");
        LabException bad = assertThrows(LabException.class, () -> PriceTable.read(file));
        assertTrue(bad.getMessage().contains("prices.json: model 'm'"), bad.getMessage());
    }
}

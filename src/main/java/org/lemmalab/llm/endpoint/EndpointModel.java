package org.lemmalab.llm.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Progress;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.UnusableModelException;

/**
 * A model behind any OpenAI-compatible server: vLLM, Ollama, llama.cpp, a provider, or {@code lab serve}.
 *
 * <pre>{@code
 * EndpointSettings settings = EndpointSettings.chat("http://localhost:8000/v1", "qwen2.5-7b").withKeyVariable("MY_KEY");
 * try (EndpointModel model = EndpointModel.open(settings)) {
 *     String text = model.complete("What is 6 times 7?", SamplingSettings.greedy(100)).text();
 * }
 * }</pre>
 *
 * May be asked from many threads; the limits hold over all of them. Interrupting the asking thread ends its requests.
 */
public final class EndpointModel implements TextModel {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EndpointSettings settings;
    private final Exchange exchange;
    private final EndpointScoring scoring;
    private final ExecutorService threads;

    private EndpointModel(EndpointSettings settings, ApiKey key, Duration rateWindow) {
        this.settings = settings;
        RequestLimits limits = settings.limits();
        RateLimiter limiter = new RateLimiter(limits.requestsPerMinute(), limits.tokensPerMinute(), rateWindow);
        this.exchange = new Exchange(settings, new Transport(settings, key), limiter);
        this.scoring = new EndpointScoring(settings);
        this.threads = Executors.newFixedThreadPool(limits.concurrency(), daemons());
    }

    /**
     * @param settings where and how the model is reached
     * @return the model; nothing is sent yet
     * @throws LabException if the variable that should hold the key does not
     */
    public static EndpointModel open(EndpointSettings settings) {
        return open(settings, System::getenv, MINUTE);
    }

    static EndpointModel open(EndpointSettings settings, UnaryOperator<String> environment, Duration rateWindow) {
        return new EndpointModel(settings, ApiKey.read(settings.keyVariable(), environment), rateWindow);
    }

    /** The model's name at the server, with {@code (plain)} where prompts are continued without a chat template. */
    @Override
    public String name() {
        return settings.dialect().api() == Api.CHAT ? settings.model() : settings.model() + " (plain)";
    }

    /**
     * @return where and how it is reached
     */
    public EndpointSettings settings() {
        return settings;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.lemmalab.llm.UnusableModelException if the server refuses the key or reports the quota as spent
     */
    @Override
    public List<Reply> complete(List<CompletionRequest> requests, ProgressListener listener) {
        boolean apart = !settings.dialect().samplesTogether();
        List<List<CompletionRequest>> parts = requests.stream()
                .map(request -> apart ? SampleSplitter.split(request) : List.of(request))
                .toList();
        List<Reply> replies = settled(
                        parts.stream()
                                .flatMap(List::stream)
                                .map(request -> Call.completion(settings, request))
                                .toList(),
                        Reply.Completed::completionTokens,
                        listener)
                .stream()
                .map(this::reply)
                .toList();
        List<Reply> joined = new ArrayList<>();
        int next = 0;
        for (List<CompletionRequest> part : parts) {
            List<Reply> own = replies.subList(next, next + part.size());
            joined.add(own.size() == 1 ? own.get(0) : SampleSplitter.join(own));
            next += part.size();
        }
        return List.copyOf(joined);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Through plain completions, where the server echoes a prompt with its log-probabilities (vLLM, Lemma Lab). Servers but
     * Lemma Lab's cut prefix and continuation into tokens together.
     *
     * @throws org.lemmalab.llm.UnusableModelException if the server does not score texts; it is then not asked again
     */
    @Override
    public List<Score> score(List<ScoreRequest> requests) {
        try {
            List<Call<Score>> calls = scoring.calls(requests);
            return scoring.scores(settled(calls, score -> 0, ProgressListener.SILENT));
        } catch (UnusableModelException e) {
            throw scoring.remembered(e);
        }
    }

    /** Ends all requests on the way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Reply reply(Outcome<Reply.Completed> outcome) {
        return outcome instanceof Outcome.Done<Reply.Completed> done
                ? done.value()
                : new Reply.Failed(settings.model() + ": " + ((Outcome.Refused<?>) outcome).reason());
    }

    /** The outcomes, done or refused, in the order of the calls. */
    private <T> List<Outcome<T>> settled(List<Call<T>> calls, ToLongFunction<T> written, ProgressListener listener) {
        CompletionService<Outcome<T>> service = new ExecutorCompletionService<>(threads);
        Map<Integer, Outcome<T>> outcomes = new ConcurrentHashMap<>();
        List<Future<?>> futures = new ArrayList<>();
        try {
            for (int i = 0; i < calls.size(); i++) {
                int index = i;
                futures.add(service.submit(() -> {
                    Outcome<T> outcome = exchange.settle(calls.get(index));
                    outcomes.put(index, outcome);
                    return outcome;
                }));
            }
            collect(service, calls.size(), written, listener);
            return IntStream.range(0, calls.size()).mapToObj(outcomes::get).toList();
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    private <T> void collect(
            CompletionService<Outcome<T>> service, int count, ToLongFunction<T> written, ProgressListener listener) {
        long start = System.nanoTime();
        long tokens = 0;
        try {
            for (int done = 1; done <= count; done++) {
                if (service.take().get() instanceof Outcome.Done<T> success) {
                    tokens += written.applyAsLong(success.value());
                }
                listener.onProgress(new Progress(done, count, tokens, (System.nanoTime() - start) / 1e9));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException(name() + ": interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException known) {
                throw known;
            }
            throw new LabException(name() + ": a request ended unexpectedly: "
                    + e.getCause().getClass().getSimpleName());
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "endpoint-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}

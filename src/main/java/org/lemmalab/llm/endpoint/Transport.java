package org.lemmalab.llm.endpoint;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt: a request sent, its answer received within the time, and judged. Nothing that leaves here holds the key. */
final class Transport {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final EndpointSettings settings;
    private final ApiKey key;

    Transport(EndpointSettings settings, ApiKey key) {
        this.settings = settings;
        this.key = key;
    }

    <T> Outcome<T> send(URI baseUrl, Call<T> call) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                http(baseUrl, call), info -> new BoundedBody(settings.limits().largestAnswer()));
        try {
            return judge(answer.get(settings.limits().timeout().toMillis(), TimeUnit.MILLISECONDS), call);
        } catch (TimeoutException e) {
            double seconds = settings.limits().timeout().toMillis() / 1000.0;
            return Outcome.Again.because("expected an answer within " + seconds + " s, found none");
        } catch (ExecutionException e) {
            return broken(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest http(URI baseUrl, Call<?> call) {
        String base = baseUrl.toString();
        URI url = URI.create((base.endsWith("/") ? base : base + "/") + call.path());
        HttpRequest.Builder builder = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(builder::header);
        key.header().ifPresent(header -> builder.header("Authorization", header));
        return builder.build();
    }

    private <T> Outcome<T> broken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedBody.TooLarge) {
                return new Outcome.Refused<>(cause.getMessage());
            }
        }
        String message = failure.getMessage() == null ? "no further word" : failure.getMessage();
        return Outcome.Again.because(
                key.redact("the connection failed: " + failure.getClass().getSimpleName() + ", " + message));
    }

    private <T> Outcome<T> judge(HttpResponse<byte[]> response, Call<T> call) {
        String text = key.redact(new String(response.body(), StandardCharsets.UTF_8));
        int status = response.statusCode();
        if (status == OK) {
            return call.reader().apply(text);
        }
        String reason = "status " + status + ": " + AnswerReader.message(text).orElse(AnswerReader.excerpt(text));
        if (status == UNAUTHORIZED || status == FORBIDDEN || "insufficient_quota".equals(AnswerReader.code(text))) {
            return new Outcome.Unusable<>(reason);
        }
        return switch (status) {
            case 408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529 ->
                new Outcome.Again<>(reason, wait(response));
            default -> new Outcome.Refused<>(reason);
        };
    }

    private static Optional<Duration> wait(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(value -> RetryAfter.parse(value, Instant.now()));
    }
}

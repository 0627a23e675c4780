package org.lemmalab.llm.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.server.ModelServer;

/**
 * A request as it is sent, and how its answer is read.
 *
 * @param path below the base URL
 * @param body JSON
 * @param headers beside the usual ones
 * @param tokens that it will be about, read and written
 * @param reader judges the body of an answer with status 200
 */
record Call<T>(
        String path, String body, Map<String, String> headers, long tokens, Function<String, Outcome<T>> reader) {
    private static final int BYTES_A_TOKEN = 4;

    static Call<Reply.Completed> completion(EndpointSettings settings, CompletionRequest request) {
        SamplingSettings asked = request.settings();
        Api api = settings.dialect().api();
        return new Call<>(
                api.path(),
                new RequestBody(settings.model(), settings.dialect()).write(request),
                Map.of(),
                about(request.prompt()) + (long) asked.samples() * asked.maxNewTokens(),
                body -> new AnswerReader(api).read(body, request));
    }

    static Call<Score> score(EndpointSettings settings, ScoreRequest request) {
        String prefix = request.prefix();
        return new Call<>(
                Api.COMPLETIONS.path(),
                new RequestBody(settings.model(), settings.dialect()).write(request),
                Map.of(ModelServer.PREFIX_HEADER, String.valueOf(prefix.codePointCount(0, prefix.length()))),
                about(prefix + request.continuation()),
                body -> ScoreReader.read(body, request));
    }

    private static long about(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / BYTES_A_TOKEN + 1;
    }
}

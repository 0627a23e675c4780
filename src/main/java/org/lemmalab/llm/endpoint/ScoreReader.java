package org.lemmalab.llm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TokenLogProbability;

/**
 * Reads the scores of a text that was sent as a prompt with {@code echo}: the tokens of prefix and continuation with their
 * log-probabilities, the first of which has none. A server cuts both together; where a token lies across the border, the
 * continuation has no score of its own, and the request is refused.
 */
final class ScoreReader {
    private ScoreReader() {}

    static Outcome<Score> read(String body, ScoreRequest request) {
        JsonNode json;
        try {
            json = Json.parse(body);
        } catch (LabException e) {
            return Outcome.Again.because("expected JSON, found " + AnswerReader.excerpt(body));
        }
        JsonNode choice = json.path("choices").path(0);
        if (!choice.isObject()) {
            return Outcome.Again.because("expected an answer with choices, found " + AnswerReader.excerpt(body));
        }
        List<String> tokens = new ArrayList<>();
        choice.path("logprobs").path("tokens").forEach(token -> tokens.add(token.asText()));
        JsonNode values = choice.path("logprobs").path("token_logprobs");
        if (tokens.isEmpty() || values.size() != tokens.size() || !isEcho(tokens, request)) {
            return new Outcome.Unusable<>(EndpointScoring.NOT_OFFERED
                    + "expected the prompt's tokens with log-probabilities (echo), found an answer without");
        }
        return score(tokens, values, json.path("usage").path("prompt_tokens").asInt(tokens.size()), request);
    }

    private static Outcome<Score> score(List<String> tokens, JsonNode values, int read, ScoreRequest request) {
        int border = start(tokens, request) + length(request.prefix());
        OptionalInt first = at(tokens, border);
        if (first.isEmpty()) {
            return new Outcome.Refused<>("expected a token to begin where the continuation does, found one across the"
                    + " border; end the prefix where a word ends");
        }
        List<TokenLogProbability> scored = new ArrayList<>();
        for (int i = first.getAsInt(); i < end(tokens, request); i++) {
            if (!values.get(i).isNumber()) {
                return new Outcome.Refused<>("expected a prefix of at least one token before the continuation, found"
                        + " that its first token has no log-probability");
            }
            scored.add(new TokenLogProbability(tokens.get(i), values.get(i).asDouble()));
        }
        return new Outcome.Done<>(new Score(scored, read), read);
    }

    /** Whether the tokens spell the text from its beginning, perhaps after a start token. */
    private static boolean isEcho(List<String> tokens, ScoreRequest request) {
        String text = request.prefix() + request.continuation();
        return text.startsWith(tokens.get(0)) || tokens.size() > 1 && text.startsWith(tokens.get(1));
    }

    /** Characters before the text: those of a start token, where it is shown. */
    private static int start(List<String> tokens, ScoreRequest request) {
        return (request.prefix() + request.continuation()).startsWith(tokens.get(0)) ? 0 : length(tokens.get(0));
    }

    /** After the text's last token. Where tokens are parts of characters and spell nothing, all are taken for the text's. */
    private static int end(List<String> tokens, ScoreRequest request) {
        String text = request.prefix() + request.continuation();
        int start = start(tokens, request);
        boolean spelled = String.join("", tokens).indexOf(text) == start;
        return spelled ? at(tokens, start + length(text)).orElse(tokens.size()) : tokens.size();
    }

    /** The token that begins with that character, counted over all tokens. */
    private static OptionalInt at(List<String> tokens, int character) {
        int begin = 0;
        for (int i = 0; i < tokens.size() && begin <= character; i++) {
            if (begin == character) {
                return OptionalInt.of(i);
            }
            begin += length(tokens.get(i));
        }
        return OptionalInt.empty();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

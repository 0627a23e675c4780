package org.lemmalab.llm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Texts;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.TokenLogProbability;

/**
 * Reads the answer to a request. Whatever is not whole (cut short, another page in its place, no choices) may come whole at
 * another attempt.
 *
 * <p>A completion's tokens are counted by its field {@code token_count} where the server gives it (Lemma Lab's does), by its
 * log-probabilities, or from the usage, which is the sum over the samples and then shared out evenly. Servers say {@code stop} for
 * an ended text and for a stop text alike; those that add the text as {@code stop_reason} (vLLM, Lemma Lab) tell them apart.
 */
final class AnswerReader {
    private static final int SHOWN = 200;
    private static final String DONT_KNOW = "-";

    private final Api api;

    AnswerReader(Api api) {
        this.api = api;
    }

    /** The outcome of an answer with status 200. */
    Outcome<Reply.Completed> read(String body, CompletionRequest request) {
        JsonNode json;
        try {
            json = Json.parse(body);
        } catch (LabException e) {
            return Outcome.Again.because("expected JSON, found " + excerpt(body));
        }
        if (json.path("error").isObject()) {
            return Outcome.Again.because("the server reports: " + message(body).orElse("an error"));
        }
        JsonNode choices = json.path("choices");
        if (!choices.isArray() || choices.isEmpty()) {
            return Outcome.Again.because("expected an answer with choices, found " + excerpt(body));
        }
        int samples = request.settings().samples();
        if (choices.size() != samples) {
            return new Outcome.Refused<>("expected " + samples + " choices, found " + choices.size()
                    + "; set the dialect to samples apart for this server");
        }
        return completed(json, inOrder(choices), request);
    }

    /** What the server says in an error object, if this is one. */
    static Optional<String> message(String body) {
        return error(body)
                .map(error -> error.isTextual() ? error : error.path("message"))
                .filter(JsonNode::isTextual)
                .map(text -> shortened(text.textValue()));
    }

    /** The error object's code or, without one, its type. */
    static String code(String body) {
        return error(body)
                .map(error -> error.path("code").asText(error.path("type").asText(DONT_KNOW)))
                .orElse(DONT_KNOW);
    }

    /** The beginning of a text on one line, in quotation marks. */
    static String excerpt(String body) {
        return body.isBlank() ? "nothing" : "'" + shortened(body.strip()) + "'";
    }

    private static Optional<JsonNode> error(String body) {
        try {
            return Optional.ofNullable(Json.parse(body).get("error"));
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return Texts.shortened(line, SHOWN);
    }

    private static List<JsonNode> inOrder(JsonNode choices) {
        TreeMap<Integer, JsonNode> byIndex = new TreeMap<>();
        for (JsonNode choice : choices) {
            byIndex.put(choice.path("index").asInt(byIndex.size()), choice);
        }
        return List.copyOf(byIndex.values());
    }

    private Outcome<Reply.Completed> completed(JsonNode json, List<JsonNode> choices, CompletionRequest request) {
        int samples = request.settings().samples();
        if (choices.size() != samples) {
            return Outcome.Again.because("expected choices of different index, found one twice");
        }
        List<Completion> completions = new ArrayList<>();
        int together = json.path("usage").path("completion_tokens").asInt(0);
        for (int i = 0; i < samples; i++) {
            JsonNode choice = choices.get(i);
            Optional<String> text = text(choice);
            if (text.isEmpty()) {
                return new Outcome.Refused<>("expected a text, found none (finish reason "
                        + choice.path("finish_reason").asText("missing") + ")");
            }
            List<TokenLogProbability> tokens = logProbabilities(choice.path("logprobs"));
            int share = together / samples + (i < together % samples ? 1 : 0);
            int count = choice.path("token_count").asInt(tokens.isEmpty() ? share : tokens.size());
            completions.add(new Completion(text.get(), count, finish(choice), tokens));
        }
        int promptTokens = json.path("usage").path("prompt_tokens").asInt(0);
        Reply.Completed reply = new Reply.Completed(promptTokens, completions);
        return new Outcome.Done<>(reply, promptTokens + reply.completionTokens());
    }

    private Optional<String> text(JsonNode choice) {
        JsonNode text = api == Api.CHAT ? choice.path("message").path("content") : choice.path("text");
        if (text.isTextual()) {
            return Optional.of(text.textValue());
        }
        // A model that spent all its tokens on hidden reasoning has said nothing yet.
        return "length".equals(choice.path("finish_reason").asText()) ? Optional.of("") : Optional.empty();
    }

    private static FinishReason finish(JsonNode choice) {
        if ("length".equals(choice.path("finish_reason").asText())) {
            return FinishReason.LENGTH;
        }
        JsonNode stop = choice.path("stop_reason");
        return stop.isTextual() || stop.isArray() ? FinishReason.STOP : FinishReason.END;
    }

    private List<TokenLogProbability> logProbabilities(JsonNode json) {
        List<TokenLogProbability> tokens = new ArrayList<>();
        if (api == Api.CHAT) {
            json.path("content")
                    .forEach(token -> tokens.add(new TokenLogProbability(
                            token.path("token").asText(), token.path("logprob").asDouble())));
        } else {
            JsonNode values = json.path("token_logprobs");
            for (int i = 0; i < values.size(); i++) {
                tokens.add(new TokenLogProbability(
                        json.path("tokens").path(i).asText(), values.get(i).asDouble()));
            }
        }
        return tokens;
    }
}

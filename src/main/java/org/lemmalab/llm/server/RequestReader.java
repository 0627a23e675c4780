package org.lemmalab.llm.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.ScoreRequest;

/**
 * Reads requests of OpenAI's interface. A field that would change the result and is not supported is refused; others are left
 * aside. Defaults: temperature 1, top_p 1, n 1, 256 tokens, seed 0.
 */
final class RequestReader {
    private static final int DEFAULT_TOKENS = 256;
    private static final int MOST_PROMPTS = 1024;
    private static final int MOST_SAMPLES = 4096;
    private static final int NOT_FOUND = 404;
    private static final Set<String> UNSUPPORTED =
            Set.of("tools", "functions", "logit_bias", "presence_penalty", "frequency_penalty", "suffix");

    private final String model;
    private final ChatFormat chat;

    RequestReader(String model, ChatFormat chat) {
        this.model = model;
        this.chat = chat;
    }

    /** {@code prefix}: how many characters of a prompt that is to be scored only stand before the text. */
    ServedRequest read(String body, boolean isChat, OptionalInt prefix) {
        JsonNode json = object(body);
        checkModel(json);
        checkSupported(json);
        try {
            if (truth(json, "echo")) {
                return scores(json, isChat, prefix);
            }
            SamplingSettings settings = settings(json, isChat);
            List<String> prompts = isChat ? List.of(chat.prompt(messages(json))) : prompts(json.path("prompt"));
            if ((long) prompts.size() * settings.samples() > MOST_SAMPLES) {
                throw ApiError.badRequest("n: expected at most " + MOST_SAMPLES + " samples in a request, found more");
            }
            return new ServedRequest(
                    isChat,
                    prompts.stream()
                            .map(prompt -> new CompletionRequest(prompt, settings))
                            .toList(),
                    List.of(),
                    truth(json, "stream"),
                    truth(json.path("stream_options"), "include_usage"));
        } catch (LabException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }

    private static ServedRequest scores(JsonNode json, boolean isChat, OptionalInt prefix) {
        boolean readOnly = integer(json, limit(json), DEFAULT_TOKENS, Integer.MAX_VALUE) == 0;
        boolean one = integer(json, "n", 1, MOST_SAMPLES) == 1 && !truth(json, "stream");
        if (isChat || !readOnly || !one || !logProbabilities(json, false)) {
            throw ApiError.badRequest("echo: expected a plain completion with max_tokens 0 and logprobs, one sample, no"
                    + " stream, found otherwise; prompts are echoed to be scored only");
        }
        List<ScoreRequest> texts = prompts(json.path("prompt")).stream()
                .map(prompt -> split(prompt, prefix.orElse(0)))
                .toList();
        return new ServedRequest(false, List.of(), texts, false, false);
    }

    private static ScoreRequest split(String prompt, int characters) {
        if (characters >= prompt.codePointCount(0, prompt.length())) {
            throw ApiError.badRequest("prompt: expected more characters than its prefix of " + characters + ", found "
                    + prompt.codePointCount(0, prompt.length()));
        }
        int border = prompt.offsetByCodePoints(0, characters);
        return new ScoreRequest(prompt.substring(0, border), prompt.substring(border));
    }

    private static String limit(JsonNode json) {
        return isAbsent(json.path("max_completion_tokens")) ? "max_tokens" : "max_completion_tokens";
    }

    private static JsonNode object(String body) {
        JsonNode json;
        try {
            json = Json.parse(body);
        } catch (LabException e) {
            throw ApiError.badRequest("request: expected a JSON object, found other text: " + e.getMessage());
        }
        if (!json.isObject()) {
            throw ApiError.badRequest("request: expected a JSON object, found other JSON");
        }
        return json;
    }

    private void checkModel(JsonNode json) {
        JsonNode asked = json.path("model");
        if (!isAbsent(asked) && !model.equals(asked.asText())) {
            throw new ApiError(
                    NOT_FOUND,
                    "invalid_request_error",
                    "model_not_found",
                    "model: expected '" + model + "', found '" + asked.asText() + "'");
        }
    }

    private static void checkSupported(JsonNode json) {
        for (String name : UNSUPPORTED) {
            JsonNode value = json.path(name);
            boolean off = isAbsent(value)
                    || value.isNumber() && value.doubleValue() == 0
                    || value.isBoolean() && !value.booleanValue()
                    || value.isContainerNode() && value.isEmpty()
                    || value.isTextual() && value.textValue().isEmpty();
            if (!off) {
                throw ApiError.badRequest(name + ": expected it to be absent or off, found " + value.getNodeType()
                        + "; this server does not support it");
            }
        }
    }

    private static SamplingSettings settings(JsonNode json, boolean isChat) {
        return new SamplingSettings(
                number(json, "temperature", 1),
                number(json, "top_p", 1),
                (int) integer(json, "top_k", 0, Integer.MAX_VALUE),
                (int) integer(json, limit(json), DEFAULT_TOKENS, Integer.MAX_VALUE),
                stop(json.path("stop")),
                integer(json, "seed", 0, Long.MAX_VALUE),
                (int) integer(json, "n", 1, MOST_SAMPLES),
                logProbabilities(json, isChat));
    }

    private static boolean logProbabilities(JsonNode json, boolean isChat) {
        if (isChat) {
            if (integer(json, "top_logprobs", 0, Integer.MAX_VALUE) > 0) {
                throw ApiError.badRequest("top_logprobs: expected 0, since only the drawn token's is offered");
            }
            return truth(json, "logprobs");
        }
        if (integer(json, "logprobs", 0, Integer.MAX_VALUE) > 1) {
            throw ApiError.badRequest("logprobs: expected 0 or 1, since only the drawn token's is offered");
        }
        return !isAbsent(json.path("logprobs"));
    }

    private static List<String> stop(JsonNode value) {
        if (isAbsent(value)) {
            return List.of();
        }
        return value.isTextual() ? List.of(value.textValue()) : texts("stop", value);
    }

    private static List<String> prompts(JsonNode value) {
        List<String> prompts = value.isTextual() ? List.of(value.textValue()) : texts("prompt", value);
        if (prompts.isEmpty() || prompts.size() > MOST_PROMPTS) {
            throw ApiError.badRequest("prompt: expected 1 to " + MOST_PROMPTS + " texts, found " + prompts.size());
        }
        return prompts;
    }

    private static List<String> texts(String name, JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : value) {
            if (text.isTextual()) {
                texts.add(text.textValue());
            }
        }
        if (!value.isArray() || texts.size() != value.size()) {
            throw ApiError.badRequest(name + ": expected a text or a list of texts, found other JSON");
        }
        return texts;
    }

    private static List<ChatMessage> messages(JsonNode json) {
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonNode message : json.path("messages")) {
            if (!message.path("role").isTextual()) {
                throw ApiError.badRequest("messages: expected a role in each, found one without");
            }
            messages.add(new ChatMessage(message.get("role").textValue(), content(message.path("content"))));
        }
        if (messages.isEmpty()) {
            throw ApiError.badRequest("messages: expected a list of at least one, found none");
        }
        return messages;
    }

    /** A text, or a list of parts of which each is a text. */
    private static String content(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("text").isTextual()) {
                throw ApiError.badRequest("messages: expected text, found a part of type "
                        + part.path("type").asText("unknown"));
            }
            text.append(part.get("text").textValue());
        }
        if (!content.isArray()) {
            throw ApiError.badRequest("messages: expected a text as content, found other JSON");
        }
        return text.toString();
    }

    private static boolean truth(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!isAbsent(value) && !value.isBoolean()) {
            throw ApiError.badRequest(name + ": expected true or false, found other JSON");
        }
        return value.booleanValue();
    }

    private static double number(JsonNode json, String name, double absent) {
        JsonNode value = json.path(name);
        if (!isAbsent(value) && !value.isNumber()) {
            throw ApiError.badRequest(name + ": expected a number, found other JSON");
        }
        return isAbsent(value) ? absent : value.doubleValue();
    }

    private static long integer(JsonNode json, String name, long absent, long most) {
        JsonNode value = json.path(name);
        if (isAbsent(value)) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() > most) {
            throw ApiError.badRequest(name + ": expected an integer up to " + most + ", found something else");
        }
        return value.longValue();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}

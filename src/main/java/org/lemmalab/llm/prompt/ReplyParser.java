package org.lemmalab.llm.prompt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Texts;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.Reply;
import org.lemmalab.pipeline.Result;

/**
 * Reads JSON out of a model's reply: the whole text, else what stands between code fences, else the first object or list in running
 * text; LaTeX that lost its second backslash gets it back. Whatever the text, the outcome is a {@link Result}, never an exception.
 */
public final class ReplyParser {
    private static final Pattern FENCED = Pattern.compile("```[A-Za-z0-9_-]*[ \\t]*\\r?\\n(.*?)```", Pattern.DOTALL);
    private static final int MOST_STARTS = 50;
    private static final int SHOWN = 80;

    private ReplyParser() {}

    /**
     * @param reply a model's reply; its first completion counts
     * @param reader turns the JSON value into what is hoped for; a {@link LabException} from it is the reason of the failure
     * @param <T> what is hoped for
     * @return it, or why there is none
     */
    public static <T> Result<T> json(Reply reply, Function<JsonNode, T> reader) {
        if (reply instanceof Reply.Failed failed) {
            return Result.failure(failed.reason());
        }
        Optional<Completion> first = reply.completions().stream().findFirst();
        return first.<Result<T>>map(completion -> json(completion.text(), reader))
                .orElseGet(() -> Result.failure("expected a completion, found none"));
    }

    /**
     * @param text a model's text
     * @param reader turns the JSON value into what is hoped for; a {@link LabException} from it is the reason of the failure
     * @param <T> what is hoped for
     * @return it, or why there is none
     */
    public static <T> Result<T> json(String text, Function<JsonNode, T> reader) {
        Optional<JsonNode> json = find(LatexBackslashes.mended(text));
        if (json.isEmpty()) {
            return Result.failure("expected JSON, found " + shown(text));
        }
        try {
            T value = reader.apply(json.get());
            return value == null
                    ? Result.failure(
                            "expected other JSON, found " + shown(json.get().toString()))
                    : Result.success(value);
        } catch (RuntimeException e) {
            String reason = e instanceof LabException ? e.getMessage() : "expected other JSON: " + e;
            return Result.failure(reason);
        }
    }

    private static Optional<JsonNode> find(String text) {
        Optional<JsonNode> whole = container(text);
        if (whole.isPresent()) {
            return whole;
        }
        Matcher fences = FENCED.matcher(text);
        while (fences.find()) {
            Optional<JsonNode> fenced = container(fences.group(1));
            if (fenced.isPresent()) {
                return fenced;
            }
        }
        return inRunningText(text);
    }

    private static Optional<JsonNode> container(String text) {
        try {
            JsonNode json = Json.parse(text.strip());
            return Optional.of(json).filter(JsonNode::isContainerNode);
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> inRunningText(String text) {
        int starts = 0;
        for (int i = 0; i < text.length() && starts < MOST_STARTS; i++) {
            if (text.charAt(i) == '{' || text.charAt(i) == '[') {
                starts++;
                Optional<JsonNode> value = beginningOf(text.substring(i));
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> beginningOf(String text) {
        try (JsonParser parser = Json.mapper().createParser(text)) {
            parser.nextToken();
            // The parser's own copy of the reader would refuse the words after the value.
            return Optional.ofNullable(Json.mapper()
                    .reader()
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(parser));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "nothing" : "'" + Texts.shortened(line, SHOWN) + "'";
    }
}

package org.lemmalab.mistake.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.prompt.ReplyParser;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Usage;

/**
 * Makes what was hoped for, or a reason, of a completion.
 *
 * @param question in whose language the reply is expected
 * @param reader makes of a reply's fields what is hoped for
 * @param <T> what is hoped for
 */
record ReplyReader<T>(String question, Function<ReplyFields, T> reader) {
    private static final Pattern WEB_PAGE =
            Pattern.compile("(?i)^\\s*(?:<!doctype\\s|<html|<head|<body)|</(?:html|body|head)>");

    private static final Pattern THOUGHTS = Pattern.compile("^\\s*<think>.*?</think>", Pattern.DOTALL);

    Result<T> read(Completion completion, Usage usage) {
        Optional<String> fault = fault(completion);
        if (fault.isPresent()) {
            return new Result.Failure<>(fault.get(), usage);
        }
        try {
            return new Result.Success<>(reader.apply(fields(said(completion.text()))), usage);
        } catch (LabException e) {
            return new Result.Failure<>(e.getMessage(), usage);
        }
    }

    private static Optional<String> fault(Completion completion) {
        if (completion.finish() == FinishReason.LENGTH) {
            return Optional.of("the reply was cut at the token limit");
        }
        if (said(completion.text()).isBlank()) {
            return Optional.of("the reply is empty");
        }
        return WEB_PAGE.matcher(completion.text()).find() ? Optional.of("the reply is a web page") : Optional.empty();
    }

    /** What a model that thinks aloud says in the end; drafts in its thoughts are no answers. */
    private static String said(String text) {
        return THOUGHTS.matcher(text).replaceFirst("");
    }

    private ReplyFields fields(String text) {
        Result<JsonNode> json = ReplyParser.json(text, node -> node);
        if (!(json instanceof Result.Success<JsonNode> found)) {
            throw new LabException("the reply is no JSON");
        }
        if (!found.value().isObject()) {
            throw new LabException("the reply is no JSON object");
        }
        if (ReplyFields.severalObjects(text)) {
            throw new LabException("the reply gives several answers");
        }
        ReplyFields fields = new ReplyFields(found.value());
        if (fields.hasControlCharacters()) {
            throw new LabException("the reply has control characters in its texts");
        }
        if (Language.differs(question, fields.prose())) {
            throw new LabException("the reply is in another language than the question");
        }
        return fields;
    }
}

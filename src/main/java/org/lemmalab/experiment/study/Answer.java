package org.lemmalab.experiment.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;

/**
 * What a student answered to one prompt.
 *
 * @param id the problem's, or the dialogue's with the turn
 * @param prompt what it was given
 * @param texts what it wrote, a text a sample
 */
public record Answer(String id, String prompt, List<Text> texts) {
    /**
     * One text.
     *
     * @param text what was written
     * @param answer its final answer, where one was found
     * @param isRight whether that is known to be right
     * @param tokens how many were written
     * @param finish why it ended; {@code failed} where the prompt could not be answered at all
     */
    public record Text(String text, Optional<String> answer, boolean isRight, int tokens, String finish) {}

    /** Copies the texts. */
    public Answer {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new LabException("answer " + id + ": expected a text, found none");
        }
    }

    /**
     * @return the first text
     */
    public Text first() {
        return texts.get(0);
    }

    /**
     * @param file answers, a line each
     * @return them
     */
    public static List<Answer> read(Path file) {
        return JsonLines.readAll(file, Answer::parse);
    }

    private static Answer parse(JsonNode line) {
        try {
            return Json.mapper().treeToValue(line, Answer.class);
        } catch (JsonProcessingException e) {
            throw new LabException("answer: " + e.getOriginalMessage(), e);
        }
    }
}

package org.lemmalab.reflection.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;

/**
 * The questions of every evaluation set in a data folder: all JSON and JSON Lines files but those named {@code train…}, whatever form
 * they have.
 *
 * @param files the files
 */
public record EvaluationQuestions(List<Path> files) {
    private static final List<String> FIELDS =
            List.of("question", "Question", "problem", "Q1", "Q2", "Q3", "sQuestion", "input");

    /** What stands before the question in a field of its own. */
    private static final List<String> BODIES = List.of("Body", "body");

    /** Copies the files. */
    public EvaluationQuestions {
        files = List.copyOf(files);
    }

    /**
     * @param folder a data folder
     * @return its evaluation files, in the order of their names
     * @throws LabException if the folder cannot be listed
     */
    public static EvaluationQuestions in(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return new EvaluationQuestions(all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(".*\\.jsonl?"))
                    .filter(file -> !file.getFileName().toString().startsWith("train"))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new)));
        } catch (IOException e) {
            throw new LabException(folder + ": the data folder cannot be listed: " + e.getMessage(), e);
        }
    }

    /**
     * @param questions takes each question; where a set keeps the story apart from it, the two together
     */
    public void forEach(Consumer<String> questions) {
        for (Path file : files) {
            if (file.toString().endsWith(".jsonl")) {
                JsonLines.forEach(file, line -> line, line -> give(line, questions), RejectedLines.counting());
            } else {
                whole(file).forEach(object -> give(object, questions));
            }
        }
    }

    private static JsonNode whole(Path file) {
        try {
            return Json.parse(Files.readString(file));
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void give(JsonNode object, Consumer<String> questions) {
        String body = texts(object, BODIES).findFirst().map(text -> text + " ").orElse("");
        texts(object, FIELDS).forEach(question -> questions.accept(body + question));
    }

    private static Stream<String> texts(JsonNode object, List<String> fields) {
        return fields.stream().map(object::path).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}

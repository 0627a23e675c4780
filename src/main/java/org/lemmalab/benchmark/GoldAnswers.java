package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.AnswerExtractor;

/**
 * The gold answers of one set.
 *
 * @param set its name
 * @param answers its answers as written, or as extracted from its gold solutions
 */
record GoldAnswers(String set, List<String> answers) {
    /** All sets of the study that are found in a data folder. */
    static List<GoldAnswers> in(Path data) {
        Function<String, String> extract =
                text -> AnswerExtractor.strict().extract(text).answer().orElse("");
        return List.of(
                lines(data, "gsm8k/train.jsonl", "answer", extract),
                lines(data, "gsm8k/test.jsonl", "answer", extract),
                lines(data, "math/test.jsonl", "solution", extract),
                lines(data, "svamp/test.jsonl", "Answer", Function.identity()),
                lines(data, "asdiv/test.jsonl", "answer", Function.identity()),
                lines(data, "mawps/test.jsonl", "target", Function.identity()),
                array(data, "deepmind/test.json", "answer"),
                lines(data, "college_math/test.jsonl", "answer", Function.identity()));
    }

    private static GoldAnswers lines(Path data, String file, String field, Function<String, String> extract) {
        List<String> answers = JsonLines.readAll(
                data.resolve(file), line -> extract.apply(line.path(field).asText()));
        return new GoldAnswers(file.replaceAll("/test.jsonl$|.jsonl$", ""), answers);
    }

    private static GoldAnswers array(Path data, String file, String field) {
        try {
            JsonNode rows = Json.parse(Files.readString(data.resolve(file)));
            List<String> answers = new ArrayList<>();
            StreamSupport.stream(rows.spliterator(), false)
                    .forEach(row -> answers.add(row.path(field).asText()));
            return new GoldAnswers(file.replace("/test.json", ""), List.copyOf(answers));
        } catch (IOException e) {
            throw new LabException(data.resolve(file) + ": cannot be read: " + e.getMessage(), e);
        }
    }
}

package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.JsonLines;
import org.lemmalab.solution.AnswerExtractor;

/**
 * A model's solution with the mark that another grader gave it.
 *
 * @param text the whole solution
 * @param prediction the answer as that grader extracted it; the text's own where it recorded none
 * @param gold the gold answer
 * @param marked whether that grader called it right
 */
record MarkedAnswer(String text, String prediction, String gold, boolean marked) {
    private static final List<String> GSM8K_MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    /** 100 MATH questions with 8 samples each. */
    static List<MarkedAnswer> math(Path data) {
        List<MarkedAnswer> marked = new ArrayList<>();
        for (JsonNode row : JsonLines.readAll(data.resolve("math/model_samples_100.jsonl"), line -> line)) {
            for (int i = 0; i < row.path("code").size(); i++) {
                marked.add(new MarkedAnswer(
                        row.path("code").get(i).asText(),
                        row.path("pred").get(i).asText(),
                        row.path("answer").asText(),
                        row.path("score").get(i).asBoolean()));
            }
        }
        return List.copyOf(marked);
    }

    /** The GSM8K test questions with one solution of each of four models. */
    static List<MarkedAnswer> gsm8k(Path data) {
        AnswerExtractor extractor = AnswerExtractor.standard();
        List<MarkedAnswer> marked = new ArrayList<>();
        for (JsonNode row : JsonLines.readAll(data.resolve("gsm8k/example_model_solutions.jsonl"), line -> line)) {
            String gold = extractor
                    .extract(row.path("ground_truth").asText())
                    .answer()
                    .orElse("");
            for (String model : GSM8K_MODELS) {
                String text = row.path(model).path("solution").asText();
                String prediction = extractor.extract(text).answer().orElse("");
                marked.add(new MarkedAnswer(
                        text,
                        prediction,
                        gold,
                        row.path(model).path("is_correct").asBoolean()));
            }
        }
        return List.copyOf(marked);
    }
}

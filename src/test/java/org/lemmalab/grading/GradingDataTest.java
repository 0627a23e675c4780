package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.JsonLines;
import org.lemmalab.solution.AnswerExtractor;

/** The grader on real data; skipped where the environment variable LEMMA_DATA names no data folder. */
class GradingDataTest {
    private static final List<String> MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    private final Grader grader = Grader.standard();
    private final AnswerExtractor extractor = AnswerExtractor.standard();
    private Path data;

    @BeforeEach
    void findData() {
        String folder = System.getenv("LEMMA_DATA");
        assumeTrue(folder != null && !folder.isBlank(), "LEMMA_DATA names no data folder");
        data = Path.of(folder);
    }

    private List<JsonNode> lines(String file) {
        assumeTrue(Files.exists(data.resolve(file)), "the data folder lacks " + file);
        return JsonLines.readAll(data.resolve(file), line -> line);
    }

    @Test
    void goldAnswersOfMathAreExtractedAndEqualThemselves() {
        for (JsonNode row : lines("math/test.jsonl")) {
            String gold = AnswerExtractor.strict()
                    .extract(row.path("solution").asText())
                    .answer()
                    .orElseThrow();
            assertTrue(grader.equal(gold, gold), gold);
        }
    }

    @Test
    void goldAnswersOfGsm8kAreNumbers() {
        for (JsonNode row : lines("gsm8k/test.jsonl")) {
            String gold = AnswerExtractor.strict()
                    .extract(row.path("answer").asText())
                    .answer()
                    .orElseThrow();
            assertTrue(gold.matches("-?[\\d,.]+"), gold);
            assertTrue(grader.equal(gold, gold.replace(",", "")), gold);
        }
    }

    @Test
    void marksOfGsm8kModelSolutionsAreReproduced() {
        int graded = 0;
        for (JsonNode row : lines("gsm8k/example_model_solutions.jsonl")) {
            String gold = extractor
                    .extract(row.path("ground_truth").asText())
                    .answer()
                    .orElseThrow();
            for (String model : MODELS) {
                String text = row.path(model).path("solution").asText();
                boolean right = TextGrader.standard().grade(text, gold).isRight();
                assertEquals(row.path(model).path("is_correct").asBoolean(), right, text + " against " + gold);
                graded++;
            }
        }
        assertEquals(5276, graded);
    }

    @Test
    void marksOfMathSamplesAreReproducedButForOne() {
        int disagreements = 0;
        for (JsonNode row : lines("math/model_samples_100.jsonl")) {
            String gold = row.path("answer").asText();
            for (int i = 0; i < row.path("pred").size(); i++) {
                String prediction = row.path("pred").get(i).asText();
                boolean equal = grader.equal(prediction, gold);
                if (equal != row.path("score").get(i).asBoolean()) {
                    disagreements++;
                    assertTrue(gold.contains("{,}"), prediction + " against " + gold);
                }
            }
        }
        assertEquals(1, disagreements, "the recorded grader misread a thousands separator");
    }
}

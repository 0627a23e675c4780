package org.lemmalab.grading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * One row of what counts as equal and why, beside what three public graders say to the same pair: Math-Verify 0.8.0
 * ({@code verify(parse(gold), parse(prediction))}, both between dollar signs), Qwen2.5-Math's {@code math_equal} (commit a45202b) and
 * lm-evaluation-harness' {@code minerva_math} {@code is_equiv} (commit 4e7e0d4). These know no third verdict: what they cannot
 * read is unequal to them.
 *
 * @param kind a group of rows
 * @param gold the gold answer
 * @param prediction an answer, or a whole text
 * @param isText whether the prediction is a text, from which the answer is taken first
 * @param verdict {@code equal}, {@code unequal}, {@code undecided} or {@code no answer}
 * @param why the reason
 * @param mathVerify what Math-Verify says, or {@code not asked}
 * @param qwen what Qwen2.5-Math's grader says
 * @param harness what lm-evaluation-harness says
 */
public record PolicyRow(
        String kind,
        String gold,
        String prediction,
        boolean isText,
        String verdict,
        String why,
        String mathVerify,
        String qwen,
        String harness) {
    /**
     * @return all rows, in order
     */
    public static List<PolicyRow> all() {
        try (InputStream in = PolicyRow.class.getResourceAsStream("policy.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> read(Json.parse(line)))
                    .toList();
        } catch (IOException e) {
            throw new LabException("policy.jsonl: cannot be read: " + e.getMessage(), e);
        }
    }

    private static PolicyRow read(JsonNode row) {
        return new PolicyRow(
                Fields.text(row, "kind"),
                row.path("gold").asText(),
                row.path("prediction").asText(),
                row.path("text").asBoolean(),
                Fields.text(row, "verdict"),
                Fields.text(row, "why"),
                Fields.text(row, "math_verify"),
                Fields.text(row, "qwen"),
                Fields.text(row, "lm_eval"));
    }

    /**
     * @return what the standard grader says to the row, in the words of {@link #verdict()}
     */
    public String graded() {
        if (!isText) {
            return word(Grader.standard().grade(prediction, gold));
        }
        return TextGrader.standard()
                .grade(prediction, gold)
                .verdict()
                .map(PolicyRow::word)
                .orElse("no answer");
    }

    private static String word(Verdict verdict) {
        return verdict.isUndecided() ? "undecided" : verdict.isEqual() ? "equal" : "unequal";
    }
}

package org.lemmalab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.lemmalab.grading.Verdict;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * What {@code lab grade} reads from a line, and what it writes for it.
 *
 * @param id the line's own id, where it has one
 * @param prediction the answer, or the text that it is extracted from
 * @param gold the gold answer, or the gold solution
 */
record GradedLine(Optional<JsonNode> id, String prediction, String gold) {
    /** The outcomes, as they are named in files and in the summary. */
    enum Outcome {
        EQUAL,
        UNEQUAL,
        UNDECIDED,
        NO_ANSWER
    }

    /** Reads a line: texts or numbers in the named fields. */
    static GradedLine read(JsonNode line, String predictionField, String goldField) {
        return new GradedLine(Optional.ofNullable(line.get("id")), text(line, predictionField), text(line, goldField));
    }

    private static String text(JsonNode line, String field) {
        JsonNode value = line.get(field);
        if (value == null || value.isNull()) {
            throw new LabException("field '" + field + "' is missing");
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new LabException("field '" + field + "': expected text or a number, found " + value.getNodeType());
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
    }

    static Outcome outcome(Optional<Verdict> verdict) {
        if (verdict.isEmpty()) {
            return Outcome.NO_ANSWER;
        }
        return verdict.get().isUndecided()
                ? Outcome.UNDECIDED
                : verdict.get().isEqual() ? Outcome.EQUAL : Outcome.UNEQUAL;
    }

    /**
     * @param prediction the answer that was graded; empty where none was found
     * @param goldAnswer the gold answer that it was held against
     * @param verdict the verdict; empty where no answer was found
     * @return the line's result
     */
    ObjectNode result(Optional<String> prediction, String goldAnswer, Optional<Verdict> verdict) {
        ObjectNode result = Json.mapper().createObjectNode();
        id.ifPresent(value -> result.set("id", value));
        prediction.ifPresent(answer -> result.put("prediction", answer));
        result.put("gold", goldAnswer);
        result.put("verdict", outcome(verdict).name().toLowerCase(Locale.ROOT));
        verdict.ifPresent(value -> {
            result.put("rule", value.why());
            result.put("prediction_form", value.prediction());
            result.put("gold_form", value.gold());
        });
        return result;
    }
}

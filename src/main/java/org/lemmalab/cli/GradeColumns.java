package org.lemmalab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lemmalab.cli.GradedSample.Extraction;
import org.lemmalab.cli.GradedSample.Outcome;
import org.lemmalab.grading.AnyGold;
import org.lemmalab.grading.Verdict;
import org.lemmalab.solution.ExtractedAnswer;
import org.lemmalab.solution.ModelText;

/**
 * The fields that {@code lab grade} adds to a line, after its own. Each is there on every line, null where it says nothing, so
 * that tables have the same columns throughout. Where the line has several predictions each is an array.
 */
final class GradeColumns {
    /** In front of every added name on a line that has one of them already. */
    static final String PREFIX = "graded_";

    private static final String GOLD_INDEX = "gold_index";
    private static final String PASS_AT_1 = "pass_at_1";
    private static final String ANY_EQUAL = "any_equal";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Function<GradedSample, JsonNode>> columns = new LinkedHashMap<>();

    /**
     * @param extract whether predictions are texts
     * @param extractGold whether golds are texts
     */
    GradeColumns(boolean extract, boolean extractGold) {
        if (extract) {
            columns.put("extracted", sample -> found(sample, ExtractedAnswer.Found::text));
            columns.put(
                    "extraction_rule",
                    sample -> found(sample, found -> found.rule().title()));
            columns.put(
                    "sureness",
                    sample -> found(sample, found -> found.sureness().title()));
            columns.put("span", GradeColumns::span);
            columns.put("thought_characters", sample -> NODES.numberNode(thoughtCharacters(sample)));
            columns.put("thinks_on", sample -> NODES.booleanNode(text(sample).thinksOn()));
        }
        if (extractGold) {
            columns.put("extracted_gold", sample -> NODES.textNode(sample.gold()));
        }
        columns.put("verdict", sample -> NODES.textNode(label(sample.outcome())));
        columns.put("rule", sample -> verdict(sample, Verdict::why));
        columns.put("reason", sample -> textOrNull(sample.reason()));
        columns.put("prediction_form", sample -> verdict(sample, Verdict::prediction));
        columns.put("gold_form", sample -> verdict(sample, Verdict::gold));
    }

    /** The fields that are added to a line, each with the prefix in front. */
    ObjectNode of(GradedLine line, List<GradedSample> samples, String prefix) {
        ObjectNode added = NODES.objectNode();
        boolean isArray = line.predictions().isArray();
        columns.forEach((name, value) -> added.set(prefix + name, cell(samples, isArray, value)));
        if (line.golds().isArray()) {
            added.set(prefix + GOLD_INDEX, cell(samples, isArray, GradeColumns::goldIndex));
        }
        if (isArray) {
            added.put(prefix + PASS_AT_1, passAt1(samples));
            added.put(prefix + ANY_EQUAL, passAt1(samples) > 0);
        }
        return added;
    }

    /** Empty; or, where the line has a field named like one that is added, {@link #PREFIX} until it has none. */
    String prefix(GradedLine line) {
        String prefix = "";
        while (isTaken(line.fields(), prefix)) {
            prefix += PREFIX;
        }
        return prefix;
    }

    /** The share of samples that are equal. */
    static double passAt1(List<GradedSample> samples) {
        long equal = samples.stream()
                .filter(sample -> sample.outcome() == Outcome.EQUAL)
                .count();
        return (double) equal / samples.size();
    }

    private boolean isTaken(JsonNode fields, String prefix) {
        return columns.keySet().stream().anyMatch(name -> fields.has(prefix + name))
                || fields.has(prefix + GOLD_INDEX)
                || fields.has(prefix + PASS_AT_1)
                || fields.has(prefix + ANY_EQUAL);
    }

    private static JsonNode cell(List<GradedSample> samples, boolean isArray, Function<GradedSample, JsonNode> value) {
        if (!isArray) {
            return value.apply(samples.get(0));
        }
        ArrayNode array = NODES.arrayNode();
        samples.forEach(sample -> array.add(value.apply(sample)));
        return array;
    }

    private static JsonNode goldIndex(GradedSample sample) {
        return sample.golds()
                .filter(best -> best.verdict().isEqual())
                .map(AnyGold::index)
                .<JsonNode>map(NODES::numberNode)
                .orElse(NODES.nullNode());
    }

    /** Where the answer stands, in Unicode code points as Python and jq count them, not in Java's UTF-16 units. */
    private static JsonNode span(GradedSample sample) {
        Optional<ExtractedAnswer.Found> found = sample.extraction().flatMap(Extraction::found);
        if (found.isEmpty()) {
            return NODES.nullNode();
        }
        String text = sample.prediction();
        int start = text.codePointCount(0, found.get().start());
        int end = start + text.codePointCount(found.get().start(), found.get().end());
        return NODES.arrayNode().add(start).add(end);
    }

    private static int thoughtCharacters(GradedSample sample) {
        String thoughts = text(sample).thoughts();
        return thoughts.codePointCount(0, thoughts.length());
    }

    private static ModelText text(GradedSample sample) {
        return sample.extraction().orElseThrow().text();
    }

    private static JsonNode found(GradedSample sample, Function<ExtractedAnswer.Found, String> value) {
        return textOrNull(sample.extraction().flatMap(Extraction::found).map(value));
    }

    private static JsonNode verdict(GradedSample sample, Function<Verdict, String> value) {
        return textOrNull(sample.verdict().map(value));
    }

    private static JsonNode textOrNull(Optional<String> text) {
        return text.<JsonNode>map(NODES::textNode).orElse(NODES.nullNode());
    }

    private static String label(Outcome value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

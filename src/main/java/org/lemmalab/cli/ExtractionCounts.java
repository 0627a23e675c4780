package org.lemmalab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lemmalab.solution.ExtractedAnswer;
import org.lemmalab.solution.ExtractionRule;
import org.lemmalab.solution.ModelText;
import org.lemmalab.solution.Sureness;

/** How many answers came by which rule, how sure they are, and how many texts think. */
final class ExtractionCounts {
    private final Map<ExtractionRule, Count> rules = new EnumMap<>(ExtractionRule.class);
    private long answers;
    private long guesses;
    private long thinking;
    private long thinkingOn;

    /** Answers by one rule. */
    private static final class Count {
        private long all;
        private long equal;
    }

    /**
     * @param text a text
     * @param answer its answer, or why there is none
     * @param isEqual whether the answer is right
     */
    void add(ModelText text, ExtractedAnswer answer, boolean isEqual) {
        thinking += text.thinksOn() || !text.thoughts().isEmpty() ? 1 : 0;
        thinkingOn += text.thinksOn() ? 1 : 0;
        if (answer instanceof ExtractedAnswer.Found found) {
            add(found.rule(), isEqual);
        }
    }

    /**
     * @param sample a graded solution as runs keep it
     */
    void add(JsonNode sample) {
        thinking += sample.hasNonNull("thoughts") ? 1 : 0;
        thinkingOn += sample.hasNonNull("thoughts")
                        && sample.path("solution").asText().isBlank()
                ? 1
                : 0;
        ExtractionRule.titled(sample.path("extraction").asText())
                .ifPresent(rule -> add(rule, sample.path("is_correct").asBoolean()));
    }

    private void add(ExtractionRule rule, boolean isEqual) {
        answers++;
        guesses += rule.sureness() == Sureness.GUESSED ? 1 : 0;
        Count count = rules.computeIfAbsent(rule, each -> new Count());
        count.all++;
        count.equal += isEqual ? 1 : 0;
    }

    /** A table of rules, the surest first, then what there is to say of guesses and thoughts. */
    List<String> lines() {
        TextTable table = new TextTable("answer by", "sureness", "answers", "share", "equal");
        rules.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().sureness()))
                .forEach(entry -> table.add(
                        entry.getKey().title(),
                        entry.getKey().sureness().title(),
                        entry.getValue().all,
                        percent(entry.getValue().all, answers),
                        percent(entry.getValue().equal, entry.getValue().all)));
        List<String> lines = new ArrayList<>(answers == 0 ? List.of() : table.lines());
        if (thinking > 0) {
            lines.add("thoughts: in " + thinking + " texts, " + thinkingOn + " of which never end and have no answer");
        }
        if (2 * guesses > answers) {
            lines.add(
                    "warning: " + guesses + " of " + answers
                            + " answers are guesses (nothing marks them in their texts); read some before you trust the figures");
        }
        return lines;
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }
}

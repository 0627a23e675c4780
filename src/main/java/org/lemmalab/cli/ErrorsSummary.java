package org.lemmalab.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.Share;

/** Shares of the verdicts with their intervals, what they rest on, and why others are undecided. Holds counts only. */
final class ErrorsSummary {
    private final Map<String, Long> verdicts = new TreeMap<>(Map.of("correct", 0L, "undecided", 0L, "wrong", 0L));
    private final Map<Evidence.Kind, Long> evidence = new EnumMap<>(Evidence.Kind.class);
    private final Map<String, Long> reasons = new TreeMap<>();
    private long attempts;
    private long withoutAnswer;
    private long unsound;

    void add(LabelledAttempt labelled) {
        attempts++;
        withoutAnswer += labelled.attempt().solution().answer().isEmpty() ? 1 : 0;
        verdicts.merge(labelled.verdict(), 1L, Long::sum);
        Analysis analysis = labelled.analysis();
        if (analysis instanceof Analysis.Wrong) {
            evidence.merge(analysis.evidence().kind(), 1L, Long::sum);
        } else if (analysis instanceof Analysis.Correct correct) {
            unsound += correct.unsoundSteps().isEmpty() ? 0 : 1;
        } else {
            reasons.merge(reason(analysis.explanation()), 1L, Long::sum);
        }
    }

    /** The reason without what differs from attempt to attempt. */
    private static String reason(String explanation) {
        return explanation.replaceAll("([Ss]tep) \\d+", "$1 N").replaceAll("(probability of) \\d+\\.\\d+", "$1 P");
    }

    List<String> lines() {
        if (attempts == 0) {
            return List.of("no attempt was labelled");
        }
        TextTable table = new TextTable("verdict", "attempts", "share", "95 % interval");
        verdicts.forEach((verdict, count) -> row(table, verdict, count, attempts));
        long wrong = verdicts.get("wrong");
        evidence.forEach((kind, count) -> row(table, "  wrong, evidence " + kind.label(), count, wrong));
        List<String> lines = new ArrayList<>(table.lines());
        if (withoutAnswer > 0) {
            lines.add("no answer found in " + withoutAnswer + " of " + attempts + " attempts");
        }
        if (unsound > 0) {
            lines.add("right answers with steps that do not hold (unsound_steps): " + unsound);
        }
        if (!reasons.isEmpty()) {
            TextTable undecided = new TextTable("undecided because", "attempts");
            reasons.forEach(undecided::add);
            lines.addAll(undecided.lines());
        }
        return lines;
    }

    private static void row(TextTable table, String name, long count, long total) {
        if (total == 0) {
            table.add(name, count, "-", "-");
            return;
        }
        Share share = new Share(count, total);
        table.add(
                name,
                count,
                String.format(Locale.ROOT, "%.1f %%", 100 * share.value()),
                String.format(Locale.ROOT, "%.1f to %.1f", 100 * share.low(), 100 * share.high()));
    }
}

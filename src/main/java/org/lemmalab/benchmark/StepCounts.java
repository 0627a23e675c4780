package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.lemmalab.mistake.StepLabel;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/**
 * In how many texts {@link StepSplitter} counts as many steps as people do. The text is the labelled steps joined: by blank lines, as
 * ProcessBench's solutions were written before they were cut into steps (Zheng et al. 2024, Sec. 3.2), and by single line ends.
 * With blank lines whoever takes each paragraph for a step is right in all, so that figure only tells what is lost by joining.
 */
final class StepCounts {
    private StepCounts() {}

    static void measure(String set, List<StepLabel> labels, ObjectNode figures, PrintStream out) {
        double paragraphs = agreement(labels, "\n\n");
        double lines = agreement(labels, "\n");
        double baseline = labels.stream()
                .mapToInt(label -> isALineEach(label) ? 1 : 0)
                .average()
                .orElse(0);
        out.printf(
                Locale.ROOT,
                "  as many steps as people count: %.1f%% with blank lines between them, %.1f%% without (a line a step: %.1f%%)%n",
                100 * paragraphs,
                100 * lines,
                100 * baseline);
        figures.put(set + "_step_counts", paragraphs);
        figures.put(set + "_step_counts_without_blank_lines", lines);
        figures.put(set + "_step_counts_baseline_a_line_a_step", baseline);
    }

    static double agreement(List<StepLabel> labels, String between) {
        return labels.stream()
                .mapToInt(label -> agrees(label.subject().attempt().solution().steps(), between) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static boolean isALineEach(StepLabel label) {
        return label.subject().attempt().solution().steps().stream()
                .allMatch(step -> step.text().lines().count() == 1);
    }

    private static boolean agrees(List<Step> steps, String between) {
        String text = String.join(between, steps.stream().map(Step::text).toList());
        return StepSplitter.locate(text).size() == steps.size();
    }
}

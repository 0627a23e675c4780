package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.lemmalab.benchmark.variants.Variant;
import org.lemmalab.benchmark.variants.Variants;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;

/**
 * A pair of answers, or a text and a gold answer, with the right verdict.
 *
 * @param kind the kind that it is counted with
 * @param gold the gold answer
 * @param prediction the answer to grade, or the text that holds it
 * @param extract whether the prediction is a text
 * @param equal the right verdict
 * @param policy whether the verdict is a matter of policy rather than of mathematics
 */
record GradedCase(String kind, String gold, String prediction, boolean extract, boolean equal, boolean policy) {
    private static final Pattern ANNOTATION = Pattern.compile("<<[^>]*>>");

    /** Cases from a file: gold, prediction, extract, equal, kind, note. */
    static List<GradedCase> file(Path file) {
        return JsonLines.readAll(
                file,
                line -> new GradedCase(
                        Fields.text(line, "kind"),
                        line.path("gold").asText(),
                        line.path("prediction").asText(),
                        line.path("extract").asBoolean(),
                        Fields.truth(line, "equal"),
                        line.path("note").asText("").contains("policy")));
    }

    /** Generated variants, as many of each kind. */
    static List<GradedCase> variants(long seed, int each) {
        return Variants.make(seed, each).stream().map(GradedCase::of).toList();
    }

    private static GradedCase of(Variant variant) {
        return new GradedCase(
                variant.kind(), variant.gold(), variant.prediction(), variant.extract(), variant.equal(), false);
    }

    /** GSM8K's gold solutions without the line that marks the answer and without the annotations of a calculator. */
    static List<GradedCase> unmarkedGsm8k(Path data, String split) {
        return JsonLines.readAll(data.resolve("gsm8k/" + split + ".jsonl"), line -> {
            String answer = Fields.text(line, "answer");
            int mark = answer.lastIndexOf("####");
            String solution = ANNOTATION.matcher(answer.substring(0, mark)).replaceAll("");
            return new GradedCase(split, answer.substring(mark + 4).strip(), solution.strip(), true, true, false);
        });
    }

    /**
     * ProcessBench's solutions of several models with its mark on the final answer.
     *
     * @param parity which lines: 1 for the first, third and so on, 0 for the others
     */
    static List<GradedCase> processBench(Path data, String set, int parity) {
        List<GradedCase> all = JsonLines.readAll(
                data.resolve("steps/processbench_" + set + ".jsonl"),
                line -> new GradedCase(
                        set,
                        Fields.text(line, "answer"),
                        joined(line.path("steps")),
                        true,
                        Fields.truth(line, "final_answer_correct"),
                        false));
        List<GradedCase> half = new ArrayList<>();
        for (int row = 1; row <= all.size(); row++) {
            if (row % 2 == parity) {
                half.add(all.get(row - 1));
            }
        }
        return List.copyOf(half);
    }

    private static String joined(JsonNode steps) {
        return String.join(
                "\n\n",
                StreamSupport.stream(steps.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}

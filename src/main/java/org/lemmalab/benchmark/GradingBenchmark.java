package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.AnswerExtractor;

/**
 * The grader on every gold answer of the study, against recorded sets of marks, on texts without markers, on cases and variants by
 * kind, and for speed, time limit and memory.
 */
final class GradingBenchmark implements Benchmark {
    private static final long SEED = 20250321L;

    private final Grader grader = Grader.standard();
    private final AnswerExtractor extractor = AnswerExtractor.standard();

    @Override
    public String name() {
        return "grading";
    }

    @Override
    public String description() {
        return "answer grading: gold answers, recorded marks, unmarked texts, cases, variants by kind, speed, limit, memory";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        return run(BenchmarkInputs.of(data), out);
    }

    @Override
    public ObjectNode run(BenchmarkInputs inputs, PrintStream out) {
        Path folder =
                inputs.data().orElseThrow(() -> new LabException("benchmark grading: expected --data DIR, found none"));
        ObjectNode figures = Json.mapper().createObjectNode();
        List<GoldAnswers> sets = GoldAnswers.in(folder);
        goldAnswers(sets, figures, out);
        List<MarkedAnswer> math = MarkedAnswer.math(folder);
        List<MarkedAnswer> gsm8k = MarkedAnswer.gsm8k(folder);
        figures.put("math_samples_agreement", agreement("MATH samples, recorded predictions", math, this::pair, out));
        figures.put("math_texts_agreement", agreement("MATH samples, whole texts", math, this::text, out));
        figures.put("gsm8k_agreement", agreement("GSM8K model solutions, whole texts", gsm8k, this::text, out));
        new GradingTexts(grader, figures, out).measure(folder, inputs.cases());
        new GradingSpeed(grader, extractor).measure(math, sets, figures, out);
        return figures;
    }

    private void goldAnswers(List<GoldAnswers> sets, ObjectNode figures, PrintStream out) {
        out.printf(
                "%-14s %7s %7s | %9s %9s | %9s %9s %7s%n",
                "set", "answers", "=self", "constant", "chance", "shuffled", "chance", "sigma");
        long total = 0;
        long equal = 0;
        double worst = 0;
        for (GoldAnswers set : sets) {
            List<String> answers = set.answers();
            long self = answers.stream()
                    .filter(answer -> grader.equal(answer, answer))
                    .count();
            Chance chance = Chance.of(answers);
            long constant = answers.stream()
                    .filter(answer -> grader.equal(chance.commonest(), answer))
                    .count();
            List<String> shuffled = new ArrayList<>(answers);
            Collections.shuffle(shuffled, new Random(SEED));
            long hits = 0;
            for (int i = 0; i < answers.size(); i++) {
                hits += grader.equal(shuffled.get(i), answers.get(i)) ? 1 : 0;
            }
            double sigma = (hits - chance.shuffled()) / Math.sqrt(Math.max(1, chance.shuffled()));
            worst = Math.max(worst, Math.abs(sigma));
            out.printf(
                    Locale.ROOT,
                    "%-14s %7d %7d | %9d %9d | %9d %9.1f %7.1f%n",
                    set.set(),
                    answers.size(),
                    self,
                    constant,
                    chance.constant(),
                    hits,
                    chance.shuffled(),
                    sigma);
            total += answers.size();
            equal += self;
        }
        figures.put("gold_self_equal", (double) equal / total);
        figures.put("gold_answers", total);
        figures.put("shuffled_worst_sigma", worst);
    }

    /**
     * What a constant answer and a shuffled list score by chance, from the answers' own multiset.
     *
     * @param commonest the commonest answer
     * @param constant how many answers are the same number or text as the commonest
     * @param shuffled the expected number of fixed places of a random permutation, counting equal answers
     */
    private record Chance(String commonest, long constant, double shuffled) {
        private static Chance of(List<String> answers) {
            Map<String, Long> counts = answers.stream()
                    .collect(Collectors.groupingBy(Chance::key, java.util.TreeMap::new, Collectors.counting()));
            String commonest = Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            String written = answers.stream()
                    .filter(answer -> key(answer).equals(commonest))
                    .findFirst()
                    .orElseThrow();
            double expected = counts.values().stream()
                            .mapToDouble(count -> (double) count * count)
                            .sum()
                    / answers.size();
            return new Chance(written, counts.get(commonest), expected);
        }

        /** A number's own value where the text begins with one and words follow at most; else the text without spaces. */
        private static String key(String answer) {
            String plain = answer.replaceAll(
                    "\\\\text\\{[^}]*}|\\([A-Za-z' -]+\\)|[$\\\\!%]|\\{,}|(?<=\\d),(?=\\d{3})|\\s", "");
            return plain.matches("-?\\d+\\.?\\d*")
                    ? new java.math.BigDecimal(plain).stripTrailingZeros().toPlainString()
                    : plain;
        }
    }

    private Verdict pair(MarkedAnswer answer) {
        return grader.grade(answer.prediction(), answer.gold());
    }

    private Verdict text(MarkedAnswer answer) {
        return TextGrader.with(extractor, grader)
                .grade(answer.text(), answer.gold())
                .verdict()
                .orElseGet(() -> new Verdict.Undecided("no answer found", "", answer.gold()));
    }

    /** The share of answers graded as they are marked; every disagreement is printed, alike ones once with their number. */
    private static double agreement(
            String title, List<MarkedAnswer> answers, Function<MarkedAnswer, Verdict> grading, PrintStream out) {
        Map<String, Integer> disagreements = new java.util.TreeMap<>();
        int agreed = 0;
        for (MarkedAnswer answer : answers) {
            Verdict verdict = grading.apply(answer);
            if (verdict.isEqual() == answer.marked()) {
                agreed++;
            } else {
                String line = String.format(
                        "gold %s, prediction %s: marked %s, graded %s by '%s' as %s",
                        answer.gold(),
                        answer.prediction(),
                        answer.marked() ? "right" : "wrong",
                        verdict.isEqual() ? "right" : "wrong",
                        verdict.why(),
                        verdict.prediction());
                disagreements.merge(line, 1, Integer::sum);
            }
        }
        out.printf("%n%s: %d of %d as marked%n", title, agreed, answers.size());
        disagreements.forEach((line, count) -> out.println("  " + count + " x " + line));
        return (double) agreed / answers.size();
    }
}

package org.lemmalab.benchmark;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lemmalab.grading.GradedText;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.ExtractedAnswer;
import org.lemmalab.solution.Sureness;

/**
 * How often the grader is right on a set of cases: by kind, with wrong equals, wrong unequals and undecided ones apart, a baseline
 * beside, and how the answers of texts were found.
 */
final class GradingBoard {
    /** How many failures of each kind are printed. */
    private static final int SHOWN = 3;

    private static final int LONGEST = 200;

    private final Grader grader;
    private final TextGrader texts;
    private final Map<String, Tally> kinds = new LinkedHashMap<>();
    private final Map<Sureness, Integer> sureness = new EnumMap<>(Sureness.class);
    private final Map<String, Integer> rules = new TreeMap<>();
    private int found;
    private int extracted;

    private GradingBoard(Grader grader) {
        this.grader = grader;
        this.texts = TextGrader.with(AnswerExtractor.standard(), grader);
    }

    /** Counts of one kind. */
    private static final class Tally {
        private int all;
        private int right;
        private int wrongEquals;
        private int wrongUnequals;
        private int undecided;
        private int baseline;
        private final StringBuilder failures = new StringBuilder();
        private int shown;

        private void add(Tally other) {
            all += other.all;
            right += other.right;
            wrongEquals += other.wrongEquals;
            wrongUnequals += other.wrongUnequals;
            undecided += other.undecided;
            baseline += other.baseline;
        }
    }

    /**
     * Grades cases.
     *
     * @param grader compares answers
     * @param cases what to grade
     * @param baseline what is printed beside
     * @return the counts
     */
    static GradingBoard of(Grader grader, List<GradedCase> cases, Predicate<GradedCase> baseline) {
        GradingBoard board = new GradingBoard(grader);
        for (GradedCase test : cases) {
            Tally tally = board.kinds.computeIfAbsent(test.kind(), kind -> new Tally());
            board.grade(test, tally);
            tally.baseline += baseline.test(test) == test.equal() ? 1 : 0;
        }
        return board;
    }

    private void grade(GradedCase test, Tally tally) {
        boolean equal;
        boolean undecided;
        String how;
        if (test.extract()) {
            GradedText graded = texts.grade(test.prediction(), test.gold());
            count(graded.extracted());
            equal = graded.isRight();
            undecided = graded.isCorrect().isEmpty();
            how = "found " + shown(graded.answer().orElse("nothing")) + ", " + graded.why();
        } else {
            Verdict verdict = grader.grade(test.prediction(), test.gold());
            equal = verdict.isEqual();
            undecided = verdict.isUndecided();
            how = verdict.why() + ": " + shown(verdict.prediction()) + " and " + shown(verdict.gold());
        }
        tally.all++;
        tally.undecided += undecided ? 1 : 0;
        if (equal == test.equal()) {
            tally.right++;
            return;
        }
        tally.wrongEquals += equal ? 1 : 0;
        tally.wrongUnequals += !equal && !undecided ? 1 : 0;
        if (tally.shown++ < SHOWN) {
            tally.failures.append(String.format(
                    "    gold %s, %s %s: %s expected, %s%n",
                    shown(test.gold()),
                    test.extract() ? "text" : "prediction",
                    shown(test.prediction()),
                    test.equal() ? "equal" : "unequal",
                    how));
        }
    }

    private void count(ExtractedAnswer answer) {
        extracted++;
        if (answer instanceof ExtractedAnswer.Found one) {
            found++;
            sureness.merge(one.sureness(), 1, Integer::sum);
            rules.merge(one.rule().title(), 1, Integer::sum);
        }
    }

    private Tally total() {
        Tally total = new Tally();
        kinds.values().forEach(total::add);
        return total;
    }

    int all() {
        return total().all;
    }

    int wrongEquals() {
        return total().wrongEquals;
    }

    int wrongUnequals() {
        return total().wrongUnequals;
    }

    int undecided() {
        return total().undecided;
    }

    double right() {
        Tally total = total();
        return (double) total.right / Math.max(1, total.all);
    }

    double baseline() {
        Tally total = total();
        return (double) total.baseline / Math.max(1, total.all);
    }

    /** The share right of each kind. */
    Map<String, Double> rightByKind() {
        Map<String, Double> shares = new LinkedHashMap<>();
        kinds.forEach((kind, tally) -> shares.put(kind, (double) tally.right / tally.all));
        return shares;
    }

    /** Prints the counts, by kind where there are several, and the first failures of each kind. */
    void print(String title, PrintStream out) {
        out.printf(
                "%n%-32s %7s %7s %7s | %9s %9s %9s | %8s%n",
                title, "cases", "right", "", "=, but is", "≠, but is", "undecided", "baseline");
        kinds.forEach((kind, tally) -> {
            row(kinds.size() == 1 ? "" : "  " + kind, tally, out);
            out.print(tally.failures);
        });
        if (kinds.size() > 1) {
            row("  all", total(), out);
        }
        if (extracted > 0) {
            out.printf(
                    "  how %d answers of %d texts were found: %s; by rule: %s%n",
                    found, extracted, shares(sureness, Sureness::title), shares(rules, rule -> rule));
        }
    }

    private static void row(String name, Tally tally, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-32s %7d %7d %6.1f%% | %9d %9d %9d | %7.1f%%%n",
                name,
                tally.all,
                tally.right,
                100.0 * tally.right / tally.all,
                tally.wrongEquals,
                tally.wrongUnequals,
                tally.undecided,
                100.0 * tally.baseline / tally.all);
    }

    private <K> String shares(Map<K, Integer> counts, Function<K, String> name) {
        return counts.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT, "%s %.1f%%", name.apply(entry.getKey()), 100.0 * entry.getValue() / extracted))
                .collect(Collectors.joining(", "));
    }

    /** One line, with control characters visible, and not too long. */
    private static String shown(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
            char c = text.charAt(i);
            boolean visible = c >= ' ' && c != 0x7f && !Character.isSurrogate(c);
            line.append(visible ? String.valueOf(c) : c == '\n' ? "\\n" : String.format("\\u%04x", (int) c));
        }
        return line + (text.length() > LONGEST ? " …" : "");
    }
}

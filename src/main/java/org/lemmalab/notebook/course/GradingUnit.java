package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.near;
import static org.lemmalab.notebook.course.Hints.none;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.evaluation.statistics.McNemar;
import org.lemmalab.evaluation.statistics.PassAtK;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.Provenance;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;

/** Unit 2: grading and statistics (paper Sec. 4), on made answers and scores. */
public final class GradingUnit implements CourseUnit {
    private static final int PROBLEMS = 400;
    private static final double SKILL = 0.7;
    private static final double TOLERANCE = 0.0045;

    private static final List<Case> SHOWN = List.of(
            new Case("1,200", "1200", true),
            new Case("$15", "15", true),
            new Case("0.50", "0.5", true),
            new Case(" 42 ", "42", true),
            new Case("6.0", "6", true),
            new Case("+8", "8", true),
            new Case("\\frac{1}{2}", "1/2", true),
            new Case("12", "21", false),
            new Case("-3", "3", false),
            new Case("1.5", "15", false));
    private static final List<Case> HELD_BACK = List.of(
            new Case("12,345,678", "12345678", true),
            new Case("$2.50", "2.5", true),
            new Case("\\frac{3}{4}", "3/4", true),
            new Case("-4.0", "-4", true),
            new Case("10", "1", false),
            new Case("200", "2", false),
            new Case("0.05", "0.5", false),
            new Case("\\frac{3}{4}", "4/3", false));
    private static final int[][] SAMPLES = {{10, 3, 1}, {10, 3, 5}, {8, 0, 4}, {8, 6, 4}, {5, 5, 5}};
    private static final List<List<String>> VOTES = List.of(
            List.of("7", "8", "7"),
            List.of("3", "0.5", "1/2", "3", "\\frac{1}{2}"),
            List.of("40", "1,000", "40", "1000", "1000.0"));

    /**
     * An answer beside the gold one.
     *
     * @param prediction what a model wrote
     * @param gold the right answer
     * @param equal whether they are the same answer
     */
    public record Case(String prediction, String gold, boolean equal) {}

    /** An estimate of pass@k. */
    @FunctionalInterface
    public interface PassAtKFormula {
        /**
         * @param samples n, drawn for a problem
         * @param correct c, right ones among them
         * @param k draws of which one must be right
         * @return the chance of that, from 0 to 1
         */
        double estimate(int samples, int correct, int k);
    }

    /** An interval of a mean. */
    @FunctionalInterface
    public interface IntervalFormula {
        /**
         * @param scores 0 or 1 for each problem
         * @param random for every draw
         * @return lower and upper end
         */
        double[] interval(double[] scores, Random random);
    }

    /** A test of two systems on the same problems. */
    @FunctionalInterface
    public interface PairedTest {
        /**
         * @param first whether the first system solves each problem
         * @param second whether the second does
         * @return two-sided p-value
         */
        double pValue(boolean[] first, boolean[] second);
    }

    @Override
    public String title() {
        return "Grading and statistics";
    }

    @Override
    public int exercises() {
        return 6;
    }

    @Override
    public Provenance provenance() {
        return CourseInputs.provenance(this, Map.of());
    }

    /**
     * @return answers beside gold ones
     */
    public List<Case> cases() {
        return SHOWN;
    }

    /**
     * @return made scores of 400 problems, 0 or 1
     */
    public double[] scores() {
        Random random = new Random(1);
        double[] scores = new double[PROBLEMS];
        Arrays.setAll(scores, i -> random.nextDouble() < SKILL ? 1 : 0);
        return scores;
    }

    /**
     * @return whether each of two systems solves each of 30 problems; the second is a little better
     */
    public List<boolean[]> systems() {
        return outcomes(16, 2, 8, 4);
    }

    /**
     * @return exercise 1: how many of {@link #cases()} string equality judges wrongly
     */
    public Exercise<Long> exactMatch() {
        return new Exercise<>(this, 1, "string equality", GradingUnit::exact);
    }

    /**
     * @return exercise 2: a normal form that makes equal answers equal strings, and no others
     */
    public Exercise<UnaryOperator<String>> normaliser() {
        return new Exercise<>(
                this,
                2,
                "a better grader",
                answer -> Stream.concat(SHOWN.stream(), HELD_BACK.stream())
                        .flatMap(each -> normal(each, answer).stream())
                        .findFirst());
    }

    /**
     * @return exercise 3: the unbiased estimate of pass@k
     */
    public Exercise<PassAtKFormula> passAtK() {
        return new Exercise<>(
                this,
                3,
                "pass@k",
                answer -> Arrays.stream(SAMPLES)
                        .flatMap(nck -> pass(nck[0], nck[1], nck[2], answer).stream())
                        .findFirst());
    }

    /**
     * @return exercise 4: a 95 % bootstrap interval of a mean
     */
    public Exercise<IntervalFormula> bootstrap() {
        return new Exercise<>(this, 4, "bootstrap interval", this::interval);
    }

    /**
     * @return exercise 5: McNemar's exact test
     */
    public Exercise<PairedTest> mcNemar() {
        return new Exercise<>(
                this,
                5,
                "McNemar's test",
                answer -> Stream.of(systems(), outcomes(20, 1, 1, 2), outcomes(90, 9, 1, 0))
                        .flatMap(pair -> paired(pair.get(0), pair.get(1), answer).stream())
                        .findFirst());
    }

    /**
     * @return exercise 6: the answer that most of a list's answers agree on
     */
    public Exercise<Function<List<String>, String>> majority() {
        return new Exercise<>(
                this,
                6,
                "majority vote",
                answer -> VOTES.stream()
                        .flatMap(votes -> vote(votes, answer).stream())
                        .findFirst());
    }

    private static Optional<String> exact(long found) {
        long wrong = SHOWN.stream()
                .filter(each -> each.prediction().equals(each.gold()) != each.equal())
                .count();
        if (found == wrong) {
            return none();
        }
        return found == SHOWN.size() - wrong
                ? hint("Found %d: so many it judges rightly. Asked is the rest.", found)
                : hint(
                        "Found %d of %d. A verdict is wrong where prediction.equals(gold) and equal() differ; how often do they?",
                        found, SHOWN.size());
    }

    private static Optional<String> normal(Case each, UnaryOperator<String> answer) {
        String prediction = answer.apply(each.prediction());
        String gold = answer.apply(each.gold());
        if (prediction.equals(gold) == each.equal()) {
            return none();
        }
        return each.equal()
                ? hint(
                        "'%s' and '%s' are the same answer; you make '%s' and '%s' of them. What is left that does not change the value?",
                        each.prediction(), each.gold(), prediction, gold)
                : hint(
                        "'%s' and '%s' are different answers; you make '%s' of both. What did you take away that changes the value?",
                        each.prediction(), each.gold(), prediction);
    }

    private static Optional<String> pass(int samples, int correct, int k, PassAtKFormula answer) {
        double found = answer.estimate(samples, correct, k);
        if (near(found, PassAtK.estimate(samples, correct, k))) {
            return none();
        }
        double share = correct / (double) samples;
        String where = "For n=" + samples + ", c=" + correct + ", k=" + k + " found ";
        if (k > 1 && near(found, 1 - Math.pow(1 - share, k))) {
            return hint(
                    "%s%.3f: that draws with replacement. The samples lie before you; can one be drawn twice?",
                    where, found);
        }
        if (k > 1 && near(found, share)) {
            return hint("%s%.3f, the chance of one draw. Of %d draws all must be wrong to fail.", where, found, k);
        }
        if (!Double.isFinite(found) || found < 0 || found > 1) {
            return hint("%s%s, which is no chance. Are there %d wrong samples to draw from at all?", where, found, k);
        }
        return hint(
                "%s%.3f. In how many ways can k samples be drawn, and in how many are all of them wrong?",
                where, found);
    }

    private Optional<String> interval(IntervalFormula answer) {
        double[] scores = scores();
        double[] found = answer.interval(scores.clone(), new Random(7));
        if (found.length != 2) {
            return hint("Expected two numbers, found %d.", found.length);
        }
        Interval expected = Bootstrap.standard(1).mean(scores);
        String ends = String.format("Found [%.3f, %.3f]. ", found[0], found[1]);
        double width = found[1] - found[0];
        double right = expected.high() - expected.low();
        if (width < 0) {
            return hint("%sThe lower end comes first. Were the means sorted?", ends);
        }
        if (found[0] > expected.estimate() || found[1] < expected.estimate()) {
            return hint("%sThe scores' own mean is not inside. Is every resample as large as the scores?", ends);
        }
        if (width < right / 4) {
            return hint("%sHardly any width. A reshuffled list has the same mean: may a score be drawn twice?", ends);
        }
        if (width > 4 * right) {
            return hint(
                    "%sAs wide as the scores themselves. Quantiles of the resampled means are asked for, not of scores.",
                    ends);
        }
        boolean close =
                Math.abs(found[0] - expected.low()) < TOLERANCE && Math.abs(found[1] - expected.high()) < TOLERANCE;
        return close
                ? none()
                : hint(
                        "%sIt is too %s. How much of the means must lie below a 95 %% interval, and how much above? Are 1000 resamples drawn?",
                        ends, width < right ? "narrow" : "wide");
    }

    private static Optional<String> paired(boolean[] first, boolean[] second, PairedTest answer) {
        double found = answer.pValue(first.clone(), second.clone());
        McNemar test = McNemar.of(first, second);
        double expected = test.exactPValue();
        if (near(found, expected)) {
            return none();
        }
        String where = String.format(
                "Only the first system solves %d problems, only the second %d; found p = %.4f. ",
                test.onlyFirst(), test.onlySecond(), found);
        if (found > 1) {
            return Optional.of(where + "Can a chance be above 1? The two tails overlap here.");
        }
        if (near(2 * found, expected)) {
            return Optional.of(
                    where + "That is one tail. Would a split as uneven the other way have surprised you less?");
        }
        return near(found, test.midPValue())
                ? Optional.of(
                        where + "That is the mid-p value, a cousin. The exact test counts the observed split in full.")
                : Optional.of(
                        where + "Problems that both solve, or neither, tell nothing about the difference. Of those that"
                                + " exactly one solves, how are they split if both are equally good?");
    }

    private static Optional<String> vote(List<String> votes, Function<List<String>, String> answer) {
        String found = answer.apply(votes);
        String expected = votes.stream()
                .max((a, b) -> Long.compare(voices(votes, a), voices(votes, b)))
                .orElseThrow();
        return Grader.standard().equal(found, expected)
                ? none()
                : hint(
                        "Of %s you choose '%s'. How many of the others mean the same as each, if a grader compares them?",
                        votes, found);
    }

    private static long voices(List<String> votes, String answer) {
        return votes.stream()
                .filter(vote -> Grader.standard().equal(vote, answer))
                .count();
    }

    /** Outcomes of two systems: solved by both, by the first alone, by the second alone, by neither. */
    private static List<boolean[]> outcomes(int both, int onlyFirst, int onlySecond, int neither) {
        int size = both + onlyFirst + onlySecond + neither;
        boolean[] first = new boolean[size];
        boolean[] second = new boolean[size];
        for (int i = 0; i < size; i++) {
            first[i] = i < both + onlyFirst;
            second[i] = i < both || i >= both + onlyFirst && i < size - neither;
        }
        return List.of(first, second);
    }
}

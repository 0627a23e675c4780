package org.lemmalab.notebook.course;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lemmalab.io.Provenance;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;

/** Unit 2: grading and statistics (paper Sec. 4), on made answers and scores. */
public final class GradingUnit implements CourseUnit {
    private static final int PROBLEMS = 400;
    private static final double SKILL = 0.7;

    static final List<Case> SHOWN = List.of(
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
        return new Exercise<>(this, 1, "string equality", GradingJudge::exact);
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
                        .flatMap(each -> GradingJudge.normal(each, answer).stream())
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
                        .flatMap(nck -> GradingJudge.pass(nck[0], nck[1], nck[2], answer).stream())
                        .findFirst());
    }

    /**
     * @return exercise 4: a 95 % bootstrap interval of a mean
     */
    public Exercise<IntervalFormula> bootstrap() {
        return new Exercise<>(this, 4, "bootstrap interval", answer -> GradingJudge.interval(answer, scores()));
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
                        .flatMap(pair -> GradingJudge.paired(pair.get(0), pair.get(1), answer).stream())
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
                        .flatMap(votes -> GradingJudge.vote(votes, answer).stream())
                        .findFirst());
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

package org.lemmalab.notebook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lemmalab.notebook.course.Hinted.right;
import static org.lemmalab.notebook.course.Hinted.wrong;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lemmalab.evaluation.statistics.McNemar;
import org.lemmalab.evaluation.statistics.PassAtK;
import org.lemmalab.grading.Grader;

class GradingUnitTest {
    private final GradingUnit unit = new GradingUnit();

    @Test
    void theCasesAreWhatTheGraderSays() {
        unit.cases()
                .forEach(each -> assertEquals(
                        each.equal(), Grader.standard().equal(each.prediction(), each.gold()), each.toString()));
    }

    @Test
    void exactMatch() {
        right(unit.exactMatch(), 7L);
        wrong(unit.exactMatch(), 3L, "judges rightly");
        wrong(unit.exactMatch(), -1L, "how often do they");
    }

    @Test
    void normaliser() {
        right(unit.normaliser(), GradingUnitTest::normal);
        wrong(unit.normaliser(), text -> text, "'1,200' and '1200' are the same answer");
        wrong(unit.normaliser(), text -> "", "'12' and '21' are different answers");
        wrong(unit.normaliser(), text -> normal(text).replaceAll("0+$", ""), "'10' and '1' are different");
        wrong(unit.normaliser(), text -> text.replaceAll("[-$,+ ]", "").replaceAll("\\.?0+$", ""), "'\\frac{1}{2}'");
    }

    @Test
    void passAtK() {
        right(unit.passAtK(), PassAtK::estimate);
        wrong(unit.passAtK(), (n, c, k) -> 1 - Math.pow(1 - c / (double) n, k), "with replacement");
        wrong(unit.passAtK(), (n, c, k) -> c / (double) n, "the chance of one draw");
        wrong(unit.passAtK(), (n, c, k) -> Double.NaN, "no chance");
        wrong(unit.passAtK(), (n, c, k) -> 0, "In how many ways");
    }

    @Test
    void bootstrap() {
        right(unit.bootstrap(), (scores, random) -> quantiles(means(scores, random), 0.025));
        wrong(unit.bootstrap(), (scores, random) -> new double[0], "Expected two numbers");
        wrong(unit.bootstrap(), (scores, random) -> quantiles(means(scores, random), 0.975), "lower end comes first");
        wrong(unit.bootstrap(), (scores, random) -> quantiles(means(scores, random), 0.05), "too narrow");
        wrong(unit.bootstrap(), (scores, random) -> quantiles(means(scores, random), 0.0), "too wide");
        double mean = Arrays.stream(unit.scores()).average().orElseThrow();
        wrong(unit.bootstrap(), (scores, random) -> new double[] {mean, mean}, "drawn twice");
        wrong(unit.bootstrap(), (scores, random) -> quantiles(scores, 0.025), "Quantiles of the resampled means");
        wrong(unit.bootstrap(), (scores, random) -> new double[] {0, 0}, "not inside");
    }

    @Test
    void mcNemar() {
        right(unit.mcNemar(), (a, b) -> McNemar.of(a, b).exactPValue());
        wrong(unit.mcNemar(), (a, b) -> McNemar.of(a, b).exactPValue() / 2, "one tail");
        wrong(unit.mcNemar(), (a, b) -> McNemar.of(a, b).midPValue(), "mid-p");
        wrong(unit.mcNemar(), (a, b) -> 1.5, "above 1");
        wrong(unit.mcNemar(), (a, b) -> 0, "tell nothing about the difference");
    }

    @Test
    void majority() {
        right(unit.majority(), votes -> {
            String best = votes.get(0);
            for (String vote : votes) {
                best = voices(votes, vote) > voices(votes, best) ? vote : best;
            }
            return best;
        });
        wrong(unit.majority(), votes -> votes.get(0), "you choose '3'");
        wrong(unit.majority(), votes -> "", "you choose ''");
    }

    private static long voices(List<String> votes, String answer) {
        return votes.stream()
                .filter(vote -> Grader.standard().equal(vote, answer))
                .count();
    }

    private static String normal(String text) {
        String plain = text.strip().replaceAll("[,$+]", "").replaceAll("\\\\frac\\{(\\d+)\\}\\{(\\d+)\\}", "$1/$2");
        return plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
    }

    private static double[] means(double[] scores, Random random) {
        double[] means = new double[2000];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int j = 0; j < scores.length; j++) {
                sum += scores[random.nextInt(scores.length)];
            }
            means[i] = sum / scores.length;
        }
        return means;
    }

    private static double[] quantiles(double[] values, double tail) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new double[] {sorted[(int) (tail * last)], sorted[(int) ((1 - tail) * last)]};
    }
}

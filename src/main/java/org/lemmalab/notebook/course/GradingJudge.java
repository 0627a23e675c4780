package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.near;
import static org.lemmalab.notebook.course.Hints.none;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.evaluation.statistics.McNemar;
import org.lemmalab.evaluation.statistics.PassAtK;
import org.lemmalab.grading.Grader;
import org.lemmalab.notebook.course.GradingUnit.Case;
import org.lemmalab.notebook.course.GradingUnit.IntervalFormula;
import org.lemmalab.notebook.course.GradingUnit.PairedTest;
import org.lemmalab.notebook.course.GradingUnit.PassAtKFormula;

/** How the exercises of {@link GradingUnit} are judged. */
final class GradingJudge {
    private static final double TOLERANCE = 0.0045;

    private GradingJudge() {}

    static Optional<String> exact(long found) {
        long wrong = GradingUnit.SHOWN.stream()
                .filter(each -> each.prediction().equals(each.gold()) != each.equal())
                .count();
        if (found == wrong) {
            return none();
        }
        return found == GradingUnit.SHOWN.size() - wrong
                ? hint("Found %d: so many it judges rightly. Asked is the rest.", found)
                : hint(
                        "Found %d of %d. A verdict is wrong where prediction.equals(gold) and equal() differ; how often do they?",
                        found, GradingUnit.SHOWN.size());
    }

    static Optional<String> normal(Case each, UnaryOperator<String> answer) {
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

    static Optional<String> pass(int samples, int correct, int k, PassAtKFormula answer) {
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

    static Optional<String> interval(IntervalFormula answer, double... scores) {
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

    static Optional<String> paired(boolean[] first, boolean[] second, PairedTest answer) {
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

    static Optional<String> vote(List<String> votes, Function<List<String>, String> answer) {
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

    static long voices(List<String> votes, String answer) {
        return votes.stream()
                .filter(vote -> Grader.standard().equal(vote, answer))
                .count();
    }
}

package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.OutOfBudget.Bound;
import org.lemmalab.io.Texts;

/**
 * Says whether two answers are equal, by which rule, and how it understood them. It takes any text, never throws and never
 * hangs: most pairs are decided in microseconds on the caller's thread; what takes longer runs on a worker until its effort is
 * spent, and the verdict is then undecided. A verdict depends on its inputs, not on the machine or its load. Safe for several
 * threads.
 *
 * <pre>{@code Grader.standard().equal("\\frac12", "0.5")}</pre>
 */
public final class Grader {
    private static final int LONGEST_SHOWN = 100;

    private final GradingSettings settings;

    private Grader(GradingSettings settings) {
        this.settings = settings;
    }

    /**
     * @return a grader with {@link GradingSettings#standard()}
     */
    public static Grader standard() {
        return with(GradingSettings.standard());
    }

    /**
     * @param settings how answers are compared
     * @return a grader
     */
    public static Grader with(GradingSettings settings) {
        return new Grader(settings);
    }

    /**
     * @return its settings
     */
    public GradingSettings settings() {
        return settings;
    }

    /**
     * @param a an answer
     * @param b another
     * @return whether they are known to be equal
     */
    public boolean equal(String a, String b) {
        return grade(a, b).isEqual();
    }

    /**
     * Compares two answers.
     *
     * @param prediction the answer to grade
     * @param gold the right answer
     * @return the verdict
     */
    public Verdict grade(String prediction, String gold) {
        long deadline = System.nanoTime() + settings.timeLimit().toNanos();
        if (Math.max(prediction.length(), gold.length()) > settings.longestAnswer()) {
            return tooLong(prediction, gold);
        }
        try {
            return compare(prediction, gold, Budget.small(deadline));
        } catch (OutOfBudget e) {
            return e.bound() == Bound.EFFORT
                    ? withWorker(prediction, gold, deadline)
                    : undecided("time limit", prediction, gold);
        } catch (StackOverflowError e) {
            return withWorker(prediction, gold, deadline);
        } catch (ArithmeticException e) {
            return undecided("numbers too large", prediction, gold);
        } catch (RuntimeException e) {
            return undecided("failed: " + e, prediction, gold);
        }
    }

    private Verdict withWorker(String prediction, String gold, long deadline) {
        try {
            return Watchdog.call(() -> fully(prediction, gold, deadline), deadline)
                    .orElseGet(() -> undecided("time limit", prediction, gold));
        } catch (RuntimeException e) {
            return undecided("failed: " + e, prediction, gold);
        }
    }

    private Verdict fully(String prediction, String gold, long deadline) {
        try {
            return compare(prediction, gold, Budget.full(deadline));
        } catch (OutOfBudget e) {
            return undecided(
                    e.bound() == Bound.TIME ? "more effort than allowed" : "numbers too large", prediction, gold);
        } catch (StackOverflowError e) {
            return undecided("nested too deeply", prediction, gold);
        } catch (ArithmeticException e) {
            return undecided("numbers too large", prediction, gold);
        }
    }

    private Verdict compare(String prediction, String gold, Budget budget) {
        AnswerReader reader = new AnswerReader(settings, budget);
        Answer left = reader.read(prediction, true);
        Answer right = reader.read(gold, true);
        Outcome outcome = new Comparison(settings, budget).compare(left, right);
        if (!outcome.isEqual() && (hasCommaGroup(prediction) || hasCommaGroup(gold))) {
            Outcome asLists =
                    new Comparison(settings, budget).compare(reader.read(prediction, false), reader.read(gold, false));
            outcome = asLists.isEqual()
                    ? asLists
                    : withOtherSeparators(prediction, gold, budget).orElse(outcome);
        }
        if (!outcome.isEqual() && (ScientificForm.may(prediction) || ScientificForm.may(gold))) {
            Answer first = reader.read(ScientificForm.certain(prediction), true);
            Answer second = reader.read(ScientificForm.certain(gold), true);
            Outcome asPowers = new Comparison(settings, budget).compare(first, second);
            outcome = asPowers.isEqual() ? asPowers : outcome;
        }
        return verdict(outcome, NodeWriter.write(left.node()), NodeWriter.write(right.node()));
    }

    /** Whether the answers are equal where a comma is the decimal point, or parts Indian groups. */
    private Optional<Outcome> withOtherSeparators(String prediction, String gold, Budget budget) {
        AnswerReader reader = new AnswerReader(settings, budget);
        List<String> predictions = new ArrayList<>(Separators.others(prediction));
        List<String> golds = new ArrayList<>(Separators.others(gold));
        boolean none = predictions.isEmpty() && golds.isEmpty();
        predictions.add(prediction);
        golds.add(gold);
        for (String left : none ? List.<String>of() : predictions) {
            for (String right : golds) {
                Outcome outcome =
                        new Comparison(settings, budget).compare(reader.read(left, true), reader.read(right, true));
                if (outcome.isEqual()) {
                    return Optional.of(outcome);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a comma stands between digits, where it may separate thousands or the items of a list. */
    private static boolean hasCommaGroup(String text) {
        for (int at = text.indexOf(','); at > 0 && at + 1 < text.length(); at = text.indexOf(',', at + 1)) {
            if (Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static Verdict verdict(Outcome outcome, String prediction, String gold) {
        if (outcome.decided().isEmpty()) {
            return new Verdict.Undecided(outcome.reason(), prediction, gold);
        }
        return outcome.isEqual()
                ? new Verdict.Equal(outcome.rule(), prediction, gold)
                : new Verdict.Unequal(outcome.rule(), prediction, gold);
    }

    private Verdict tooLong(String prediction, String gold) {
        boolean same = prediction.strip().equals(gold.strip());
        return same
                ? new Verdict.Equal(Rule.SAME_TEXT, shown(prediction), shown(gold))
                : undecided("longer than " + settings.longestAnswer() + " characters", prediction, gold);
    }

    private static Verdict undecided(String reason, String prediction, String gold) {
        return new Verdict.Undecided(reason, shown(prediction), shown(gold));
    }

    private static String shown(String text) {
        return Texts.shortened(text, LONGEST_SHOWN);
    }
}

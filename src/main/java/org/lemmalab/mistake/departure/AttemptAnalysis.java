package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** The analysis of one attempt: nonsense, right answer, first departure, wrong ending; in this order. */
public final class AttemptAnalysis {
    private final GoldPath gold;
    private final Solution attempt;
    private final List<StepReading> steps;

    private AttemptAnalysis(Problem problem, Solution attempt) {
        this.gold = GoldPath.of(problem);
        this.attempt = attempt;
        this.steps = StepReading.all(attempt.steps().stream().map(Step::text).toList());
    }

    /**
     * @param problem question and gold solution
     * @param attempt a student's solution
     * @return the verdict
     */
    public static Analysis of(Problem problem, Solution attempt) {
        return new AttemptAnalysis(problem, attempt).analyse();
    }

    private Analysis analyse() {
        Optional<Analysis> nonsense = Nonsense.find(attempt);
        if (nonsense.isPresent()) {
            return nonsense.get();
        }
        if (gold.answer().isEmpty()) {
            return new Analysis.Undecided(OptionalInt.empty(), "The gold answer is no number.");
        }
        DepartureFinder finder = new DepartureFinder(gold, steps);
        Optional<Departure> departure = finder.find();
        Ending ending = Ending.of(gold, attempt, finder.results());
        if (ending.isRight()) {
            return right(departure);
        }
        return departure.map(AttemptAnalysis::wrong).orElseGet(() -> ending.judge(steps.size()));
    }

    /** A right answer vouches for the way to it, unless a step's own arithmetic is false and the steps after it go on from it. */
    private Analysis right(Optional<Departure> departure) {
        String answer = Numbers.text(gold.answer().orElseThrow());
        return new Analysis.Correct("The answer " + answer + " is right"
                + departure
                        .map(d -> ", on another way than the gold solution from step "
                                + d.step().number() + " on.")
                        .orElse(", and every equation holds."));
    }

    private static Analysis wrong(Departure departure) {
        Rule.Finding finding = Rules.judge(departure);
        return new Analysis.Wrong(departure.step().number(), finding.type(), finding.explanation());
    }

    /** How an attempt ends: what it answers, and from which results. */
    private record Ending(GoldPath gold, Optional<BigFraction> answer, List<BigFraction> results) {
        static Ending of(GoldPath gold, Solution attempt, List<BigFraction> results) {
            Optional<BigFraction> given = attempt.answer().flatMap(Numbers::answer);
            boolean fallBack = attempt.answer().isEmpty() && !results.isEmpty();
            return new Ending(gold, fallBack ? Optional.of(results.get(results.size() - 1)) : given, results);
        }

        boolean isRight() {
            return answer.equals(gold.answer());
        }

        Analysis judge(int lastStep) {
            if (answer.isEmpty() || results.isEmpty() || lastStep == 0) {
                return new Analysis.Undecided(
                        OptionalInt.empty(),
                        "The attempt has no equation or no answer that could be held against the gold.");
            }
            String said = Numbers.text(answer.get());
            String wanted = Numbers.text(gold.answer().orElseThrow());
            if (answer.get().equals(results.get(results.size() - 1))) {
                return new Analysis.Wrong(
                        lastStep,
                        ErrorType.QUESTION_MISINTERPRETATION,
                        "Step " + lastStep + " stops at the intermediate result " + said + "; the question asks for "
                                + wanted + ".");
            }
            if (results.contains(gold.answer().orElseThrow())) {
                return new Analysis.Wrong(
                        lastStep,
                        ErrorType.CONTRADICTORY_STEP,
                        "The steps work out " + wanted + ", and the answer given is " + said + ".");
            }
            return new Analysis.Undecided(
                    OptionalInt.empty(),
                    "Every equation agrees with the gold solution, and the answer " + said + " follows from none.");
        }
    }
}

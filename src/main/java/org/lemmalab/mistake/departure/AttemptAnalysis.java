package org.lemmalab.mistake.departure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** The analysis of one attempt: right answer, nonsense, first departure, wrong ending; in this order. */
public final class AttemptAnalysis {
    private static final Set<ErrorType> NEEDS_WHOLE_PROGRAM = EnumSet.of(
            ErrorType.QUESTION_MISINTERPRETATION,
            ErrorType.CONFUSING_CONCEPT,
            ErrorType.MISSING_STEP,
            ErrorType.FORMULA_CONFUSION);

    private final Problem problem;
    private final Optional<BigFraction> goldAnswer;
    private final Solution attempt;
    private final List<StepReading> steps;

    private AttemptAnalysis(Problem problem, Solution attempt) {
        this.problem = problem;
        this.goldAnswer = Numbers.answer(problem.goldAnswer());
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
        if (goldAnswer.isPresent() && finalAnswer().equals(goldAnswer)) {
            return right();
        }
        Optional<Analysis> nonsense = Nonsense.find(attempt);
        if (nonsense.isPresent()) {
            return nonsense.get();
        }
        if (goldAnswer.isEmpty()) {
            return new Analysis.Undecided(OptionalInt.empty(), "The gold answer is no number.");
        }
        GoldPath gold = GoldPath.of(problem);
        DepartureFinder finder = new DepartureFinder(gold, steps);
        Optional<Departure> departure = finder.find();
        Ending ending = new Ending(gold, finalAnswer(), finder.results());
        return departure.map(AttemptAnalysis::wrong).orElseGet(() -> ending.judge(steps.size()));
    }

    /** The answer given, else the last result. */
    private Optional<BigFraction> finalAnswer() {
        if (attempt.answer().isPresent()) {
            return attempt.answer().flatMap(Numbers::answer);
        }
        List<Equation> equations =
                steps.stream().flatMap(step -> step.equations().stream()).toList();
        return equations.isEmpty()
                ? Optional.empty()
                : equations.get(equations.size() - 1).result();
    }

    /** A right answer vouches for the way to it, whatever the way; equations that do not hold are mentioned. */
    private Analysis right() {
        String answer = "The answer " + Numbers.text(goldAnswer.orElseThrow()) + " is right";
        List<Integer> unsound = steps.stream()
                .filter(step ->
                        step.equations().stream().anyMatch(equation -> equation.check() == Equation.Check.WRONG))
                .map(StepReading::number)
                .toList();
        return new Analysis.Correct(
                unsound.isEmpty()
                        ? answer + ", and every equation on the way holds."
                        : answer + ", though an equation in step " + unsound + " does not hold as written.");
    }

    /** Where the gold program is not the whole gold solution (algebra, say), only what can be read off directly is evidence. */
    private static Analysis wrong(Departure departure) {
        Rule.Finding finding = Rules.judge(departure);
        if (!departure.gold().isComplete()
                && !departure.readsLikeGold()
                && NEEDS_WHOLE_PROGRAM.contains(finding.type())) {
            return new Analysis.Undecided(
                    OptionalInt.empty(),
                    "The answer is wrong, but the gold solution's equations do not lead to its answer, so that no step can be"
                            + " held against them.");
        }
        return new Analysis.Wrong(departure.step().number(), finding.type(), finding.explanation());
    }

    /** How an attempt ends: what it answers, and from which results. */
    private record Ending(GoldPath gold, Optional<BigFraction> answer, List<BigFraction> results) {
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
                        ErrorType.MISSING_STEP,
                        "Step " + lastStep + " stops at the intermediate result " + said + "; the question asks for "
                                + wanted + ".");
            }
            if (results.contains(gold.answer().orElseThrow())) {
                return new Analysis.Wrong(
                        lastStep,
                        ErrorType.CONTRADICTORY_STEP,
                        "Step " + lastStep + " is the last, and the steps work out " + wanted + "; the answer given is "
                                + said + ".");
            }
            return new Analysis.Undecided(
                    OptionalInt.empty(),
                    "Every equation agrees with the gold solution, and the answer " + said + " follows from none.");
        }
    }
}

package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** Finds where a wrong attempt leaves the gold path, and names the type of a given wrong step. */
public final class StepJudge {
    private final GoldPath gold;
    private final Solution attempt;
    private final List<StepReading> steps;
    private final DepartureFinder finder;
    private final Optional<Departure> departure;

    /**
     * What kind of error a step has.
     *
     * @param type the type
     * @param explanation the reasons
     * @param isGuess whether nothing direct tells the type
     */
    public record Named(ErrorType type, String explanation, boolean isGuess) {}

    private StepJudge(GoldPath gold, Solution attempt) {
        this.gold = gold;
        this.attempt = attempt;
        this.steps = StepReading.all(attempt.steps().stream().map(Step::text).toList());
        this.finder = new DepartureFinder(gold, steps);
        this.departure = finder.find();
    }

    /**
     * @param path question and gold solution
     * @param attempt a solution with a wrong answer
     * @return its judge
     */
    public static StepJudge of(PathCheck path, Solution attempt) {
        return new StepJudge(path.gold(), attempt);
    }

    /**
     * @return the step from which the attempt does not find back to the gold path; the last one where it ends wrongly; empty where its
     *     equations do not tell
     */
    public OptionalInt step() {
        if (departure.isPresent()) {
            return OptionalInt.of(departure.get().step().number());
        }
        return ending().isPresent() ? OptionalInt.of(steps.size()) : OptionalInt.empty();
    }

    /**
     * @return whether the attempt stays on the gold path and only ends wrongly: at an intermediate result, or with an answer that its
     *     steps do not give
     */
    public boolean endsWrongly() {
        return departure.isEmpty() && ending().isPresent();
    }

    /**
     * @return whether its steps work out the gold answer and the answer given is another
     */
    public boolean contradictsItself() {
        return departure.isEmpty()
                && ending().filter(end -> end.type() == ErrorType.CONTRADICTORY_STEP)
                        .isPresent();
    }

    /**
     * @return the equations of numbers of each step
     */
    public List<List<Equation>> equations() {
        return steps.stream().map(StepReading::equations).toList();
    }

    /**
     * @param step the number of a wrong step
     * @return its type
     */
    public Named name(int step) {
        Optional<Departure> here = departure
                .filter(found -> found.step().number() == step)
                .or(() -> new DepartureFinder(gold, steps).at(step));
        boolean end = step == steps.size() || contradictsItself() && step > lastWithEquation();
        if (departure.isEmpty() && end && ending().isPresent()) {
            return ending().get();
        }
        return here.map(this::named)
                .orElseGet(() -> new Named(
                        ErrorType.QUESTION_MISINTERPRETATION,
                        "Step " + step + " has no equation to hold against the gold solution; its type is a guess.",
                        true));
    }

    private int lastWithEquation() {
        return steps.stream()
                .filter(step -> !step.equations().isEmpty())
                .mapToInt(StepReading::number)
                .max()
                .orElse(0);
    }

    private Named named(Departure departure) {
        Rule.Finding finding = Rules.judge(departure);
        boolean remainder = Rules.isRemainder(finding, departure);
        return new Named(finding.type(), finding.explanation() + (remainder ? " The type is a guess." : ""), remainder);
    }

    /** How an attempt on the gold path ends wrongly: at an intermediate result, or with an answer that its steps do not give. */
    private Optional<Named> ending() {
        Optional<BigFraction> said = attempt.answer().flatMap(Numbers::answer);
        List<BigFraction> results = finder.results();
        if (said.isEmpty() || results.isEmpty() || gold.answer().isEmpty()) {
            return Optional.empty();
        }
        int last = steps.size();
        String wanted = Numbers.text(gold.answer().get());
        if (said.get().equals(results.get(results.size() - 1))) {
            return Optional.of(new Named(
                    ErrorType.MISSING_STEP,
                    "Step " + last + " stops at the intermediate result " + Numbers.text(said.get())
                            + "; the question asks for " + wanted + ".",
                    false));
        }
        return results.contains(gold.answer().get())
                ? Optional.of(new Named(
                        ErrorType.CONTRADICTORY_STEP,
                        "Step " + last + " is the last, and the steps work out " + wanted + "; the answer given is "
                                + Numbers.text(said.get()) + ".",
                        false))
                : Optional.empty();
    }
}

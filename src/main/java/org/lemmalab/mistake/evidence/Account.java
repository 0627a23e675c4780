package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.departure.StepJudge;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.solution.Solution;

/**
 * The account of an attempt with a wrong answer: what holds, what fails and what is foreign in each step, and how probable it is that
 * this step is the first wrong one.
 */
public final class Account {
    /** The probability of the step with an answer that its sound steps contradict; such attempts are too rare in the data to be fitted. */
    private static final double CONTRADICTION = 0.5;

    private final StepJudge judge;
    private final List<StepFacts> facts;
    private final double[] probabilities;

    private Account(Gold gold, Solution attempt, Weights weights) {
        Examined examined = Examined.of(gold, attempt);
        this.judge = examined.judge();
        this.facts = examined.facts();
        this.probabilities = probabilities(weights.of(examined.kind()).probabilities(examined.features()));
    }

    /**
     * @param problem question and gold solution
     * @param attempt a solution that is taken to be wrong
     * @return its account
     */
    public static Account of(Problem problem, Solution attempt) {
        return of(Gold.of(problem), attempt);
    }

    static Account of(Gold gold, Solution attempt) {
        return new Account(gold, attempt, Weights.standard());
    }

    private double[] probabilities(double[] modelled) {
        if (facts.isEmpty() || !judge.contradictsItself() || facts.stream().anyMatch(Features::isEvident)) {
            return modelled;
        }
        int reached = facts.stream()
                .filter(step -> step.likeness().goldAnswer())
                .mapToInt(StepFacts::number)
                .max()
                .orElse(facts.size());
        int place = facts.stream()
                .filter(step -> step.bringsAnswer() && step.number() > reached)
                .findFirst()
                .map(StepFacts::number)
                .orElse(facts.size());
        for (int i = 0; i < modelled.length; i++) {
            modelled[i] = (1 - CONTRADICTION) * modelled[i] + (i + 1 == place ? CONTRADICTION : 0);
        }
        return modelled;
    }

    StepJudge judge() {
        return judge;
    }

    /**
     * @return the number of the step that is most probably the first wrong one; empty where there are no steps
     */
    public OptionalInt firstWrongStep() {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return probabilities.length == 0 ? OptionalInt.empty() : OptionalInt.of(best + 1);
    }

    /**
     * @return an account of each step
     */
    public List<StepAccount> steps() {
        List<StepAccount> steps = new ArrayList<>();
        for (StepFacts step : facts) {
            steps.add(new StepAccount(
                    step.number(),
                    step.text(),
                    step.claims(),
                    step.foreign(),
                    kind(step),
                    probabilities[step.number() - 1]));
        }
        return List.copyOf(steps);
    }

    /**
     * @param step the number of a step
     * @return the evidence that it is the first wrong one
     */
    public Evidence evidence(int step) {
        StepFacts found = facts.get(step - 1);
        return Evidence.of(kind(found), probabilities[step - 1], findings(found));
    }

    private Evidence.Kind kind(StepFacts step) {
        if (step.isFalse() || step.isFalseAlgebra()) {
            return Evidence.Kind.REFUTED;
        }
        if (!step.foreign().isEmpty() || step.isFarOff() || !step.unexplained().isEmpty()) {
            return Evidence.Kind.FOREIGN;
        }
        if (judge.contradictsItself() && probabilities[step.number() - 1] >= CONTRADICTION) {
            return Evidence.Kind.CONTRADICTED;
        }
        boolean departs = judge.step().orElse(0) == step.number();
        if (departs && judge.name(step.number()).type() == ErrorType.CONTRADICTORY_STEP) {
            return Evidence.Kind.CONTRADICTED;
        }
        return departs || step.isOffPath() || step.strays() ? Evidence.Kind.UNSUPPORTED : Evidence.Kind.NONE;
    }

    private static List<String> findings(StepFacts step) {
        Stream<String> refuted = step.claims().stream()
                .filter(claim -> claim.status() == Status.FAILS)
                .map(claim -> "Step " + step.number() + " says " + claim.link().shown() + ", which does not hold"
                        + right(claim) + ".");
        Stream<String> foreign = Stream.concat(step.foreign().stream(), step.unexplained().stream())
                .distinct()
                .map(value -> "Step " + step.number() + " has " + Numbers.text(BigFraction.from(value))
                        + ", which neither the question nor the gold solution gives.");
        return Stream.concat(refuted, foreign).toList();
    }

    private static String right(Claim claim) {
        return claim.link()
                .left()
                .exact()
                .filter(value -> claim.link().isClosed())
                .map(value -> "; the left side is " + Numbers.text(value))
                .orElse("");
    }
}

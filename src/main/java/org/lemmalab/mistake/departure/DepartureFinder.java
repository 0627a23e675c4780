package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Equation.Check;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;

/**
 * Walks through an attempt and finds where it leaves the gold path for good. An equation is on the path if it is a formula that the
 * gold program passes through (in any order of sums and products; see {@link PerturbedValue}) and no gold step that reads the same gives
 * another value, or if a later equation of the attempt comes back to a gold result from it. An equation off the path that nothing
 * is made of is passed over as idle, if its numbers are known, unless nothing else explains a wrong answer.
 */
final class DepartureFinder {
    private static final double LIKE = 0.4;

    /** A step tells what a gold step tells, and possibly more, from this share of the gold step's words on. */
    private static final double MOSTLY = 0.8;

    private final GoldPath gold;
    private final List<StepReading> steps;
    private final CounterpartFinder counterparts;
    private final AttemptPath path;
    private Optional<Departure> idle = Optional.empty();

    DepartureFinder(GoldPath gold, List<StepReading> steps) {
        this.gold = gold;
        this.steps = steps;
        this.counterparts = new CounterpartFinder(gold);
        this.path = new AttemptPath(gold);
    }

    Optional<Departure> find() {
        return walk().map(this::origin);
    }

    private Optional<Departure> walk() {
        for (StepReading step : steps) {
            Optional<Departure> departure = inEquations(step).or(() -> fact(step));
            if (departure.isPresent()) {
                return departure;
            }
        }
        return idle;
    }

    /** The departure at a step that is known to be wrong; empty where the step has no equation and no fact to hold against gold. */
    Optional<Departure> at(int number) {
        steps.subList(0, number - 1).forEach(step -> step.equations().forEach(path::add));
        StepReading step = steps.get(number - 1);
        Optional<Departure> last = Optional.empty();
        for (int i = 0; i < step.equations().size(); i++) {
            Equation equation = step.equations().get(i);
            last = Optional.of(departure(step, equation));
            if (isSlip(equation) || !isOnPath(equation, step, i)) {
                return last;
            }
            path.add(equation);
        }
        return last.isPresent() ? last : fact(step);
    }

    /** The attempt's results, in their order. */
    List<BigFraction> results() {
        return path.values();
    }

    private Optional<Departure> inEquations(StepReading step) {
        for (int i = 0; i < step.equations().size(); i++) {
            Equation equation = step.equations().get(i);
            boolean slip = isSlip(equation);
            if (slip || !isOnPath(equation, step, i) && !comesBack(step, i)) {
                Departure departure = departure(step, equation);
                if (slip || isUsed(equation, step, i) || bringsInNumbers(departure)) {
                    return Optional.of(departure);
                }
                idle = idle.isPresent() ? idle : Optional.of(departure);
            }
            path.add(equation);
        }
        return Optional.empty();
    }

    /** A false equation, but for a lost sign and rounding that gold does not forbid. */
    private boolean isSlip(Equation equation) {
        Check check = equation.check();
        if (check == Check.EXACT || equation.computed().isEmpty() || gold.states(equation)) {
            return false;
        }
        BigFraction computed = equation.computed().get();
        BigFraction stated = equation.stated().get();
        if (stated.abs().equals(computed.abs())) {
            return false;
        }
        return check == Check.WRONG || gold.results().contains(computed);
    }

    private boolean isOnPath(Equation equation, StepReading step, int index) {
        if (equation.result().isEmpty() || isCommonKnowledge(equation, step)) {
            return true;
        }
        List<Double> shadows = path.shadows(equation);
        boolean last = after(step, index).isEmpty();
        boolean reached = gold.states(equation)
                || isTrivial(equation)
                || shadows.stream()
                        .anyMatch(shadow -> last
                                ? gold.shifted().completes(shadow)
                                : gold.shifted().reaches(shadow));
        boolean firstTime = gold.states(equation)
                && !path.values().contains(equation.result().get());
        return firstTime || reached && !contradictsSameStep(equation, step);
    }

    /** Whether the gold step that reads like this one has equations, and none of them has this value. */
    private boolean contradictsSameStep(Equation equation, StepReading step) {
        return like(step, Words.SAME)
                .filter(goldStep -> !goldStep.equations().isEmpty())
                .filter(goldStep -> goldStep.equations().stream()
                        .noneMatch(other -> other.result().equals(equation.result())
                                || other.computed().equals(equation.computed())
                                || sameNumbers(other, equation)))
                .isPresent();
    }

    /** "1 × 60 = 60": a number, told again. */
    private static boolean isTrivial(Equation equation) {
        List<BigFraction> numbers = equation.expression().numbers();
        return numbers.size() == 2
                && numbers.contains(BigFraction.ONE)
                && numbers.contains(equation.result().orElseThrow());
    }

    /** "60 × 60 = 3600": true of all problems. */
    private static boolean isCommonKnowledge(Equation equation, StepReading step) {
        List<BigFraction> numbers = equation.expression().numbers();
        return equation.check() == Check.EXACT
                && numbers.stream().allMatch(Constants::isCommon)
                && numbers.stream().anyMatch(number -> Constants.converts(number, step.words()))
                && equation.expression().operators().stream().allMatch(Operator.MULTIPLY::equals);
    }

    private static boolean sameNumbers(Equation one, Equation other) {
        return one.expression().equals(other.expression());
    }

    private Optional<StepReading> like(StepReading step, double least) {
        return gold.steps().stream()
                .filter(goldStep -> Words.similarity(goldStep.words(), step.words()) >= least)
                .max(Comparator.comparingDouble(goldStep -> Words.similarity(goldStep.words(), step.words())));
    }

    /** Whether a later equation reaches a gold result from this one's value, directly or over others. */
    private boolean comesBack(StepReading from, int index) {
        AttemptPath onward = path.copy();
        List<BigFraction> made = new ArrayList<>();
        Equation first = from.equations().get(index);
        first.result().ifPresent(made::add);
        onward.add(first);
        for (Equation later : after(from, index)) {
            boolean uses = later.expression().numbers().stream().anyMatch(made::contains);
            if (uses && later.result().isPresent() && later.check() != Check.WRONG) {
                if (completes(onward, later) && !completes(path, later)) {
                    return true;
                }
                made.add(later.result().get());
            }
            onward.add(later);
        }
        return false;
    }

    private boolean completes(AttemptPath from, Equation equation) {
        return from.shadows(equation).stream().anyMatch(gold.shifted()::completes);
    }

    /** An equation of numbers that nothing explains is not idle: it is where the attempt starts to make things up. */
    private static boolean bringsInNumbers(Departure departure) {
        return !departure.written().stream().allMatch(departure::isExplained);
    }

    private boolean isUsed(Equation equation, StepReading step, int index) {
        Optional<BigFraction> value = equation.result();
        List<Equation> later = after(step, index);
        return later.isEmpty()
                || value.isEmpty()
                || later.stream().anyMatch(other -> other.expression().numbers().contains(value.get()));
    }

    private List<Equation> after(StepReading step, int index) {
        List<Equation> rest = new ArrayList<>(
                step.equations().subList(index + 1, step.equations().size()));
        steps.subList(step.number(), steps.size()).forEach(later -> rest.addAll(later.equations()));
        return rest;
    }

    private Departure departure(StepReading step, Equation equation) {
        Optional<Operation> counterpart = counterparts.find(equation, step, path.values());
        return new Departure(
                gold,
                step,
                equation.expression().numbers(),
                Optional.of(equation),
                counterpart,
                counterpart.map(Operation::numbers).orElse(List.of()),
                results());
    }

    /** A number that an operation has too much may have come in earlier, with a story of its own: then that step departs. */
    private Departure origin(Departure departure) {
        if (departure.isOffByOne()) {
            return producer(departure.extra().get(0), departure)
                    .map(departure::origin)
                    .orElse(departure);
        }
        return steps.subList(0, departure.step().number() - 1).stream()
                .filter(step -> step.facts().stream().anyMatch(departure.extra()::contains))
                .filter(step -> tellsMoreThanGold(step, departure))
                .findFirst()
                .map(departure::origin)
                .orElse(departure);
    }

    private Optional<StepReading> producer(BigFraction value, Departure departure) {
        return steps.subList(0, departure.step().number() - 1).stream()
                .filter(step -> step.equations().stream()
                        .anyMatch(equation -> equation.result().equals(Optional.of(value))))
                .reduce((earlier, later) -> later);
    }

    private boolean tellsMoreThanGold(StepReading step, Departure departure) {
        List<BigFraction> brought = new ArrayList<>(step.facts());
        brought.retainAll(departure.extra());
        Optional<StepReading> goldStep = gold.steps().stream()
                .filter(same -> Words.containment(same.words(), step.words()) >= MOSTLY)
                .findFirst();
        goldStep.ifPresent(same -> brought.removeAll(same.facts()));
        if (brought.stream().anyMatch(value -> !departure.isExplained(value))) {
            return true;
        }
        return !brought.isEmpty()
                && goldStep.isPresent()
                && departure.origin(step).newWords().size() >= 2;
    }

    /** A step departs in what it states outside of equations, if it says what a gold step says with a number that nothing explains. */
    private Optional<Departure> fact(StepReading step) {
        return like(step, LIKE)
                .map(goldStep -> factDeparture(step, goldStep))
                .filter(departure -> !departure.missing().isEmpty()
                        && departure.extra().stream().anyMatch(value -> !departure.isKnown(value)));
    }

    private Departure factDeparture(StepReading step, StepReading goldStep) {
        List<BigFraction> expected = new ArrayList<>(goldStep.facts());
        if (step.equations().isEmpty()) {
            goldStep.equations().forEach(equation -> {
                expected.addAll(equation.expression().numbers());
                equation.stated().ifPresent(expected::add);
            });
        }
        Optional<Operation> counterpart = gold.program().operations().stream()
                .filter(operation -> operation.step() == goldStep.number())
                .findFirst();
        return new Departure(gold, step, step.facts(), Optional.empty(), counterpart, expected, results());
    }
}

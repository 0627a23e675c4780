package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Equation.Check;
import org.lemmalab.problem.program.Operation;

/**
 * Walks through an attempt and finds where it leaves the gold path for good. An equation is on the path if its value is one that the
 * gold program reaches (in any order of sums and products), or if a later equation of the attempt comes back to a gold result
 * from it. An equation off the path that nothing is made of is passed over as idle, unless nothing else explains a wrong answer.
 */
final class DepartureFinder {
    private static final double LIKE = 0.4;

    private final GoldPath gold;
    private final List<StepReading> steps;
    private final CounterpartFinder counterparts;
    private final List<BigFraction> earlier = new ArrayList<>();
    private Optional<Departure> idle = Optional.empty();

    DepartureFinder(GoldPath gold, List<StepReading> steps) {
        this.gold = gold;
        this.steps = steps;
        this.counterparts = new CounterpartFinder(gold);
    }

    Optional<Departure> find() {
        for (StepReading step : steps) {
            Optional<Departure> departure = step.equations().isEmpty() ? fact(step) : inEquations(step);
            if (departure.isPresent()) {
                return departure;
            }
        }
        return idle;
    }

    /** The attempt's results, in their order. */
    List<BigFraction> results() {
        return List.copyOf(earlier);
    }

    private Optional<Departure> inEquations(StepReading step) {
        for (int i = 0; i < step.equations().size(); i++) {
            Equation equation = step.equations().get(i);
            if (isSlip(equation) || !isOnPath(equation) && !comesBack(step, i)) {
                Departure departure = departure(step, equation);
                if (isSlip(equation) || isUsed(equation, step, i)) {
                    return Optional.of(departure);
                }
                idle = idle.isPresent() ? idle : Optional.of(departure);
            }
            equation.computed().ifPresent(earlier::add);
            equation.stated()
                    .filter(said -> !equation.computed().equals(equation.stated()))
                    .ifPresent(earlier::add);
        }
        return Optional.empty();
    }

    /** A false equation, but for a lost sign, a value that gold has too, and rounding that gold does not forbid. */
    private boolean isSlip(Equation equation) {
        Check check = equation.check();
        if (check == Check.EXACT || equation.computed().isEmpty() || gold.states(equation)) {
            return false;
        }
        BigFraction computed = equation.computed().get();
        BigFraction stated = equation.stated().get();
        if (gold.results().contains(stated) || stated.abs().equals(computed.abs())) {
            return false;
        }
        return check == Check.WRONG || gold.results().contains(computed);
    }

    private boolean isOnPath(Equation equation) {
        return equation.result().isEmpty()
                || gold.reaches(equation.result().get())
                || equation.computed().map(gold::reaches).orElse(true);
    }

    /** Whether a later equation reaches a gold result from this one's value, directly or over others. */
    private boolean comesBack(StepReading from, int index) {
        List<BigFraction> offPath = new ArrayList<>();
        from.equations().get(index).result().ifPresent(offPath::add);
        for (Equation later : after(from, index)) {
            boolean uses = later.expression().numbers().stream().anyMatch(offPath::contains);
            if (uses && later.result().isPresent() && later.check() != Check.WRONG) {
                if (gold.results().contains(later.result().get())) {
                    return true;
                }
                offPath.add(later.result().get());
            }
        }
        return false;
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
        Optional<Operation> counterpart = counterparts.find(equation, step, earlier);
        return new Departure(
                gold,
                step,
                equation.expression().numbers(),
                Optional.of(equation),
                counterpart,
                counterpart.map(Operation::numbers).orElse(List.of()),
                results());
    }

    /** A step without equations departs if it says what a gold step says, with another number in it that nothing explains. */
    private Optional<Departure> fact(StepReading step) {
        return gold.steps().stream()
                .filter(goldStep -> Words.similarity(goldStep.words(), step.words()) >= LIKE)
                .max((a, b) -> Double.compare(
                        Words.similarity(a.words(), step.words()), Words.similarity(b.words(), step.words())))
                .map(goldStep -> factDeparture(step, goldStep))
                .filter(departure -> !departure.missing().isEmpty()
                        && departure.extra().stream().anyMatch(value -> !departure.isKnown(value)));
    }

    private Departure factDeparture(StepReading step, StepReading goldStep) {
        List<BigFraction> expected = new ArrayList<>(goldStep.facts());
        goldStep.equations().forEach(equation -> {
            expected.addAll(equation.expression().numbers());
            equation.stated().ifPresent(expected::add);
        });
        Optional<Operation> counterpart = gold.program().operations().stream()
                .filter(operation -> operation.step() == goldStep.number())
                .findFirst();
        return new Departure(gold, step, step.facts(), Optional.empty(), counterpart, expected, results());
    }
}

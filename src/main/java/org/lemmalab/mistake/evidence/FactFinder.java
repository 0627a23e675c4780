package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Formula;
import org.lemmalab.mistake.departure.PathCheck;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Reading;
import org.lemmalab.mistake.reading.Term;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** Goes through an attempt step by step and holds what it reads against question, gold solution and earlier steps. */
final class FactFinder {
    private final Gold gold;
    private final OptionalDouble answer;
    private final Unknowns unknowns = new Unknowns();
    private final Values earlier = new Values();
    private final Values doubtful = new Values();
    private boolean answered;

    private FactFinder(Gold gold, Solution attempt) {
        this.gold = gold;
        this.answer = attempt.answer()
                .flatMap(Formula::read)
                .map(formula -> formula.value(Map.of()))
                .orElse(OptionalDouble.empty());
    }

    static List<StepFacts> of(Gold gold, Solution attempt, List<List<Equation>> equations) {
        FactFinder finder = new FactFinder(gold, attempt);
        List<Reading> readings =
                attempt.steps().stream().map(step -> Reading.of(step.text())).toList();
        List<List<PathCheck.Place>> places = gold.path().places(equations);
        List<Derivation.Use> uses = Derivation.of(gold, equations, places, finder.answer);
        List<StepFacts> facts = new ArrayList<>();
        for (Step step : attempt.steps()) {
            int i = step.number() - 1;
            facts.add(finder.facts(
                    step,
                    readings.get(i),
                    uses.stream().filter(use -> use.step() == i).toList()));
        }
        return facts;
    }

    /** A value with the digits that it is written with. */
    private record Result(double value, int decimals) {}

    private StepFacts facts(Step step, Reading reading, List<Derivation.Use> uses) {
        List<Claim> claims = reading.links().stream().map(this::claim).toList();
        List<Result> results = results(reading);
        List<Double> numbers =
                reading.numbers().stream().map(BigFraction::doubleValue).toList();
        List<Double> foreign = results.stream()
                .filter(result -> !isKnown(result))
                .map(Result::value)
                .toList();
        List<Result> inGold = results.stream().filter(this::isGold).toList();
        long fresh = inGold.stream()
                .filter(result -> !earlier.contains(result.value()))
                .count();
        List<Double> unexplained = unexplained(reading, results);
        boolean tainted = numbers.stream().anyMatch(value -> doubtful.contains(value) && !gold.inQuestion(value));
        boolean brings = !answered && answer.isPresent() && has(reading, results, answer.getAsDouble());
        boolean repeats = numbers.stream().allMatch(earlier::contains)
                && results.stream().allMatch(result -> earlier.contains(result.value()));
        answered |= brings;
        StepFacts facts = new StepFacts(
                step.number(),
                step.text(),
                claims,
                uses,
                goldTerms(reading),
                inGold.size(),
                (int) fresh,
                foreign,
                unexplained,
                tainted,
                brings,
                repeats,
                !numbers.isEmpty(),
                overlap(step.text()),
                gold.hasLine(step.text()),
                Likeness.of(
                        gold,
                        Words.of(step.text()),
                        reading,
                        results.stream().map(Result::value).toList()));
        remember(reading, results, facts);
        return facts;
    }

    private void remember(Reading reading, List<Result> results, StepFacts facts) {
        reading.numbers().forEach(number -> earlier.add(number.doubleValue()));
        results.forEach(result -> earlier.add(result.value()));
        facts.foreign().forEach(doubtful::add);
        facts.claims().stream()
                .filter(claim -> claim.status() == Status.FAILS && claim.link().isClosed())
                .forEach(claim -> claim.link().right().value(Map.of()).ifPresent(doubtful::add));
    }

    private Claim claim(Link link) {
        return new Claim(link, link.isClosed() ? ClosedCheck.of(link) : unknowns.check(link));
    }

    /** Values that the step works out: right sides of operations and solutions of equations. */
    private static List<Result> results(Reading reading) {
        List<Result> results = new ArrayList<>();
        for (Link link : reading.links()) {
            Term right = link.right();
            boolean assigns = !link.left().isClosed() && link.left().operators() == 0;
            boolean works = link.left().operators() > 0 || !link.left().isClosed();
            if (right.isClosed() && (assigns || works && link.left().isClosed())) {
                right.value(Map.of()).ifPresent(value -> results.add(new Result(value, right.decimals())));
            } else if (works) {
                for (double root : Unknowns.roots(link)) {
                    results.add(new Result(root, 0));
                }
            }
        }
        return results;
    }

    private boolean isGold(Result result) {
        return gold.has(result.value(), result.decimals());
    }

    private boolean isKnown(Result result) {
        return isGold(result)
                || gold.inQuestion(result.value())
                || earlier.contains(result.value())
                || gold.isProgram() && gold.path().reaches(result.value());
    }

    private List<Double> unexplained(Reading reading, List<Result> results) {
        List<Double> unexplained = new ArrayList<>();
        for (BigFraction number : reading.numbers()) {
            double value = number.doubleValue();
            boolean worked =
                    results.stream().anyMatch(result -> Points.same(Math.abs(result.value()), Math.abs(value)));
            boolean known = worked
                    || earlier.contains(value)
                    || gold.inQuestion(value)
                    || gold.has(value, 0)
                    || gold.path().isStated(number)
                    || Constants.isCommon(number)
                    || value < 3 && value == Math.rint(value);
            if (!known) {
                unexplained.add(value);
            }
        }
        return unexplained;
    }

    private static boolean has(Reading reading, List<Result> results, double value) {
        return results.stream().anyMatch(result -> Points.same(result.value(), value))
                || reading.numbers().stream().anyMatch(number -> Points.same(number.doubleValue(), value))
                || reading.terms().stream()
                        .map(term -> Points.value(term, 0))
                        .anyMatch(term -> term.isPresent() && Points.same(term.getAsDouble(), value));
    }

    private double overlap(String text) {
        Set<String> words = Words.of(text);
        long known = words.stream()
                .filter(word ->
                        gold.words().contains(word) || gold.questionWords().contains(word))
                .count();
        return words.isEmpty() ? 1 : (double) known / words.size();
    }

    /** The share of its expressions with an operator that the gold solution has; a half where it has none. */
    private double goldTerms(Reading reading) {
        List<Term> terms =
                reading.terms().stream().filter(term -> term.operators() > 0).toList();
        long known = terms.stream()
                .map(term -> Points.value(term, 0))
                .filter(value -> value.isPresent() && gold.has(value.getAsDouble(), 0))
                .count();
        return terms.isEmpty() ? 0.5 : (double) known / terms.size();
    }
}

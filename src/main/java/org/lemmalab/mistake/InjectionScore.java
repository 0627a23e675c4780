package org.lemmalab.mistake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/**
 * How an injector does on problems: one error of each type is asked for in each problem, and an analyst looks for it.
 *
 * @param problems how many problems
 * @param byType the counts of each type that was given at least once
 * @param refusals how often an error was refused, by reason; types that are never given are left out
 */
public record InjectionScore(int problems, Map<ErrorType, Counts> byType, Map<String, Long> refusals) {
    /** Copies the maps. */
    public InjectionScore {
        byType = Collections.unmodifiableMap(new EnumMap<>(byType));
        refusals = Map.copyOf(refusals);
    }

    /**
     * What became of the errors of one type.
     *
     * @param given how many were injected
     * @param stepFound of these, how many times the analyst finds the step
     * @param typeFound of these, how many times it finds the type
     */
    public record Counts(long given, long stepFound, long typeFound) {
        Counts plus(Counts other) {
            return new Counts(given + other.given, stepFound + other.stepFound, typeFound + other.typeFound);
        }
    }

    /**
     * @param injector injects errors; safe for several threads
     * @param analyst looks for them; safe for several threads
     * @param problems the problems
     * @param seed decides the errors
     * @return the score
     */
    public static InjectionScore of(Injector injector, Analyst analyst, List<Problem> problems, long seed) {
        return problems.parallelStream()
                .map(problem -> one(injector, analyst, problem, seed))
                .reduce(InjectionScore::plus)
                .orElse(new InjectionScore(0, new EnumMap<>(ErrorType.class), Map.of()));
    }

    private static InjectionScore one(Injector injector, Analyst analyst, Problem problem, long seed) {
        Map<ErrorType, Counts> counts = new EnumMap<>(ErrorType.class);
        Map<String, Long> refusals = new HashMap<>();
        for (ErrorType type : ErrorType.values()) {
            Result<Injection> outcome = injector.inject(problem, type, seed);
            outcome.failure().ifPresent(reason -> refusals.merge(reason, 1L, Long::sum));
            outcome.asOptional()
                    .ifPresent(injection ->
                            counts.put(type, found(injection, analyst.analyse(problem, injection.solution()))));
        }
        return new InjectionScore(1, counts, refusals);
    }

    private static Counts found(Injection injection, Analysis analysis) {
        if (!(analysis instanceof Analysis.Wrong wrong)) {
            return new Counts(1, 0, 0);
        }
        return new Counts(
                1,
                wrong.firstWrongStep() == injection.firstWrongStep() ? 1 : 0,
                wrong.type() == injection.type() ? 1 : 0);
    }

    private InjectionScore plus(InjectionScore other) {
        Map<ErrorType, Counts> counts = new EnumMap<>(ErrorType.class);
        counts.putAll(byType);
        other.byType.forEach((type, more) -> counts.merge(type, more, Counts::plus));
        Map<String, Long> reasons = new HashMap<>(refusals);
        other.refusals.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new InjectionScore(problems + other.problems, counts, reasons);
    }

    /**
     * @return all types together
     */
    public Counts all() {
        return byType.values().stream().reduce(new Counts(0, 0, 0), Counts::plus);
    }

    /**
     * @return how many types were given on the average problem
     */
    public double typesPerProblem() {
        return problems == 0 ? 0 : (double) all().given() / problems;
    }
}

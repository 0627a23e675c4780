package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/** All errors that can be injected into one problem's solution; the solution is read once. Confined to one thread. */
public final class Injections {
    /** How many mistakes of a type are tried at most. */
    private static final int MOST_TRIES = 60;

    private static final Map<ErrorType, Strategy> STRATEGIES = new EnumMap<>(ErrorType.class);

    static {
        List.of(
                        new CalculationStrategy(),
                        new ContextValueStrategy(),
                        new ContradictionStrategy(),
                        new OperatorStrategy(),
                        new UnitStrategy(),
                        new CountingStrategy(),
                        new InventionStrategy(),
                        new OmissionStrategy(),
                        new QuestionStrategy(),
                        new FormulaStrategy(),
                        new ConceptStrategy())
                .forEach(strategy -> STRATEGIES.put(strategy.type(), strategy));
    }

    private final Problem problem;
    private final Optional<GoldSolution> gold;
    private final String refusal;
    private Set<ErrorType> injectable;

    private Injections(Problem problem, Optional<GoldSolution> gold, String refusal) {
        this.problem = problem;
        this.gold = gold;
        this.refusal = refusal;
    }

    /**
     * @param problem question and gold solution
     * @return what can be injected into it
     */
    public static Injections into(Problem problem) {
        try {
            return new Injections(problem, Optional.of(GoldSolution.of(problem)), "");
        } catch (Refusal e) {
            return new Injections(problem, Optional.empty(), e.getMessage());
        }
    }

    /**
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }

    /**
     * @return the types of which at least one error can be injected
     */
    public Set<ErrorType> injectable() {
        if (injectable == null) {
            injectable = EnumSet.noneOf(ErrorType.class);
            for (ErrorType type : STRATEGIES.keySet()) {
                inject(type, 0).asOptional().ifPresent(given -> injectable.add(type));
            }
        }
        return Collections.unmodifiableSet(injectable);
    }

    /**
     * @param type the error that is wanted
     * @param seed decides which of several
     * @return a wrong solution, or why there is none
     */
    public Result<Injection> inject(ErrorType type, long seed) {
        if (gold.isEmpty()) {
            return Result.failure(refusal);
        }
        Strategy strategy = STRATEGIES.get(type);
        if (strategy == null) {
            return Result.failure("a program brings in no error of the type " + type.label());
        }
        SplittableRandom random =
                new SplittableRandom(seed * 31 + type.ordinal() + problem.id().hashCode() * 0x9E3779B97F4A7C15L);
        List<Mistake> mistakes = new ArrayList<>(strategy.mistakes(gold.get(), random));
        Collections.shuffle(mistakes, new Random(random.nextLong()));
        return first(strategy, mistakes);
    }

    /** The first mistake that can be written soundly, else the most frequent reason why none can. */
    private Result<Injection> first(Strategy strategy, List<Mistake> mistakes) {
        Map<String, Integer> reasons = new HashMap<>();
        for (Mistake mistake : mistakes.subList(0, Math.min(MOST_TRIES, mistakes.size()))) {
            try {
                return Result.success(Composer.compose(gold.orElseThrow(), strategy.type(), mistake));
            } catch (Refusal e) {
                reasons.merge(e.getMessage(), 1, Integer::sum);
            }
        }
        return Result.failure(reasons.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(strategy.none()));
    }
}

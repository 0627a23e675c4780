package org.lemmalab.mistake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/**
 * Mistake augmentation: for each problem, types are drawn and mistakes of these types injected. A type that turns out not to be
 * possible is taken out of the draw for this problem. Safe for several threads if the injector is.
 *
 * @param injector brings the mistakes in
 * @param sampler draws their types
 * @param settings how many for each problem
 */
public record Augmenter(Injector injector, TypeSampler sampler, MistakeAugmentation settings) {
    /**
     * @param problem question and gold solution
     * @return what each draw came to, in the order of the draws; empty where nothing is to be injected
     */
    public List<Result<Injection>> into(Problem problem) {
        List<Result<Injection>> outcomes = new ArrayList<>();
        if (!settings.injects()) {
            return outcomes;
        }
        Set<ErrorType> possible = EnumSet.noneOf(ErrorType.class);
        possible.addAll(injector.injectable(problem));
        for (int draw = 0; draw < settings.perProblem(); draw++) {
            outcomes.add(drawn(problem, possible, draw));
        }
        return List.copyOf(outcomes);
    }

    private Result<Injection> drawn(Problem problem, Set<ErrorType> possible, int draw) {
        Result<Injection> outcome = Result.failure("no type that is asked for can be brought in");
        while (!possible.isEmpty()) {
            Optional<ErrorType> type = sampler.draw(problem.id(), possible, draw);
            if (type.isEmpty()) {
                return outcome;
            }
            outcome = injector.inject(problem, type.get(), sampler.seed(problem.id(), draw));
            if (outcome.failure().isEmpty()) {
                return outcome;
            }
            possible.remove(type.get());
        }
        return outcome;
    }
}

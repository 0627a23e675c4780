package org.lemmalab.mistake;

import java.util.Set;
import org.lemmalab.mistake.injection.Injections;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/**
 * Brings errors into gold solutions without a model: the solution is read as an exact program (GSM8K's calculator annotations give
 * it), one operation goes wrong in the way that the type says, and the wrong value is worked through to the answer. Steps before the
 * error stay word for word as gold has them; later ones keep their words and change their numbers.
 *
 * <p>It refuses, with a reason, rather than write a bad solution: where the gold solution is no exact program, where a number may
 * come from two places, where a result would not be whole, positive or in proportion. Refusals name no single problem, so that they
 * can be counted.
 *
 * <p>A problem is read once for all errors that are asked for in a row. Safe for several threads.
 */
public final class ProgramInjector implements Injector {
    private final ThreadLocal<Injections> last = new ThreadLocal<>();

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return of(problem).injectable();
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        return of(problem).inject(type, seed);
    }

    private Injections of(Problem problem) {
        Injections injections = last.get();
        if (injections == null || !injections.problem().equals(problem)) {
            injections = Injections.into(problem);
            last.set(injections);
        }
        return injections;
    }
}

package org.lemmalab.mistake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.problem.Problem;

/**
 * Keeps an injector's errors only where they pass {@link InjectionCheck}; for one that does not, and for a refusal, other seeds are
 * tried. Safe for several threads if the injector and the analyst are.
 */
public final class VerifiedInjector implements Injector {
    /** How many seeds are tried for one error by default. */
    public static final int ATTEMPTS = 4;

    private static final long NEXT_SEED = 0x9E3779B97F4A7C15L;

    private final Injector injector;
    private final InjectionCheck check;
    private final int attempts;
    private final Map<String, LongAdder> rejections = new ConcurrentHashMap<>();

    /**
     * @param injector brings the errors in
     * @param check decides which are kept
     * @param attempts how many seeds are tried for one error, at least 1
     * @throws LabException if there is less than one attempt
     */
    public VerifiedInjector(Injector injector, InjectionCheck check, int attempts) {
        if (attempts < 1) {
            throw new LabException("verified injector: expected at least one attempt, found " + attempts);
        }
        this.injector = injector;
        this.check = check;
        this.attempts = attempts;
    }

    /**
     * @return errors injected by {@link ProgramInjector} and checked by {@link ProgramAnalyst}
     */
    public static VerifiedInjector ofPrograms() {
        return new VerifiedInjector(new ProgramInjector(), InjectionCheck.with(new ProgramAnalyst()), ATTEMPTS);
    }

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return injector.injectable(problem);
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        Usage used = Usage.NONE;
        String last = "";
        for (int i = 0; i < attempts; i++) {
            Result<Injection> outcome = injector.inject(problem, type, seed + i * NEXT_SEED);
            used = used.plus(outcome.usage());
            Optional<String> fault = outcome.asOptional()
                    .map(injection -> check.fault(problem, injection))
                    .orElseGet(outcome::failure);
            if (fault.isEmpty()) {
                return new Result.Success<>(outcome.asOptional().orElseThrow(), used);
            }
            last = fault.get();
            rejections.computeIfAbsent(last, reason -> new LongAdder()).increment();
        }
        return new Result.Failure<>(last, used);
    }

    /**
     * @return how many errors were refused or injected and not kept, by reason, up to now; also those for which another seed did
     *     better
     */
    public Map<String, Long> rejections() {
        Map<String, Long> counts = new TreeMap<>();
        rejections.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }
}

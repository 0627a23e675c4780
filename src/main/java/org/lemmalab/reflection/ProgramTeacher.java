package org.lemmalab.reflection;

import java.util.Map;
import java.util.Set;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.Injector;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.ProgramInjector;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.program.ProgramCorrector;
import org.lemmalab.reflection.program.ProgramLinks;
import org.lemmalab.solution.Solution;

/**
 * A teacher that needs no model, for problems whose gold solution is an exact program. Stateless but for what its analyst and injector
 * keep; safe for several threads.
 *
 * @param analyst finds errors
 * @param injector brings them in
 */
public record ProgramTeacher(Analyst analyst, Injector injector) implements Teacher {
    private static final ProgramCorrector CORRECTOR = new ProgramCorrector();
    private static final ProgramLinks LINKS = new ProgramLinks();

    /**
     * @return the teacher that analyses, injects and corrects by programs alone
     */
    public static ProgramTeacher standard() {
        return new ProgramTeacher(new ProgramAnalyst(), new ProgramInjector());
    }

    @Override
    public String name() {
        return "program";
    }

    @Override
    public Map<String, String> promptHashes() {
        return Map.of();
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return analyst.analyse(problem, attempt);
    }

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return injector.injectable(problem);
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        return injector.inject(problem, type, seed);
    }

    @Override
    public Result<Correction> fix(Problem problem, ErroneousAttempt attempt, long seed) {
        return CORRECTOR.fix(problem, attempt);
    }

    @Override
    public Result<Correction> restart(Problem problem, ErroneousAttempt attempt, long seed) {
        return CORRECTOR.restart(problem, attempt, seed);
    }

    @Override
    public Result<String> link(Problem problem, ErroneousAttempt attempt, Correction correction, long seed) {
        return LINKS.link(problem, attempt, correction, seed);
    }
}

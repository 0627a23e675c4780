package org.lemmalab.synthetic.rewriting;

import java.util.Optional;
import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.io.Seeds;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.program.ProgramCorrector;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/**
 * An author that needs no model: it works on problems whose gold solution is an exact program, such as GSM8K's with their calculator
 * annotations, and refuses where its rules do not hold for sure. What it gives is right by execution, not by trust.
 */
public final class ProgramSolutionGenerator implements SolutionGenerator {
    private final ProgramCorrector corrector = new ProgramCorrector();

    @Override
    public String name() {
        return "program";
    }

    @Override
    public Result<Solution> solve(Problem problem, long seed) {
        boolean ownWords = Seeds.random(seed, "solve", problem.id()).nextBoolean();
        Result<Solution> first = ownWords ? OtherSolution.of(problem, seed) : inGoldWords(problem, seed);
        if (first.failure().isEmpty()) {
            return first;
        }
        return ownWords ? inGoldWords(problem, seed) : OtherSolution.of(problem, seed);
    }

    /** As a restart does it: another way, worded after the gold solution. */
    private Result<Solution> inGoldWords(Problem problem, long seed) {
        return corrector
                .restart(problem, seed)
                .then(found -> Result.success(
                        new Solution(StepSplitter.numbered(found.steps()), Optional.of(found.answer()))));
    }

    @Override
    public Result<Problem> rephrase(Problem problem, long seed) {
        return Rewording.of(problem, seed);
    }

    @Override
    public Result<String> statement(Problem problem, long seed) {
        return Statement.of(problem, seed);
    }

    @Override
    public Result<Problem> similar(Problem problem, long seed) {
        return NewNumbers.of(problem, seed);
    }
}

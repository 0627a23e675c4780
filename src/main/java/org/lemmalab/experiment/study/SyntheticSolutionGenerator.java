package org.lemmalab.experiment.study;

import java.util.Map;
import java.util.Random;
import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.synthetic.rewriting.ProgramSolutionGenerator;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.WordProblem;

/**
 * An author for made problems. Its solutions come from the program behind each problem: another right order of the steps, other wordings.
 * All else is {@link ProgramSolutionGenerator}'s, which refuses where its rules do not hold.
 *
 * @param made the problems that it knows, by id
 */
record SyntheticSolutionGenerator(Map<String, WordProblem> made) implements SolutionGenerator {
    private static final ProgramSolutionGenerator PROGRAM = new ProgramSolutionGenerator();

    SyntheticSolutionGenerator {
        made = Map.copyOf(made);
    }

    @Override
    public String name() {
        return "made";
    }

    @Override
    public Result<Solution> solve(Problem problem, long seed) {
        WordProblem known = made.get(problem.id());
        if (known == null) {
            return PROGRAM.solve(problem, seed);
        }
        String text = known.solution(new Random(seed));
        return Result.success(StudentFormat.read(StudentFormat.response(text, problem.goldAnswer())));
    }

    @Override
    public Result<Problem> rephrase(Problem problem, long seed) {
        return PROGRAM.rephrase(problem, seed);
    }

    @Override
    public Result<String> statement(Problem problem, long seed) {
        return PROGRAM.statement(problem, seed);
    }

    @Override
    public Result<Problem> similar(Problem problem, long seed) {
        return PROGRAM.similar(problem, seed);
    }
}

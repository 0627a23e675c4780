package org.lemmalab.experiment.study;

import java.util.Map;
import java.util.Random;
import org.lemmalab.corpus.Author;
import org.lemmalab.corpus.ProgramAuthor;
import org.lemmalab.llm.prompt.StudentFormat;
import org.lemmalab.mistake.Taught;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.wordproblem.WordProblem;
import org.lemmalab.solution.Solution;

/**
 * An author for made problems. Its solutions come from the program behind each problem: another right order of the steps, other wordings.
 * All else is {@link ProgramAuthor}'s, which refuses where its rules do not hold.
 *
 * @param made the problems that it knows, by id
 */
record MadeAuthor(Map<String, WordProblem> made) implements Author {
    private static final ProgramAuthor PROGRAM = new ProgramAuthor();

    MadeAuthor {
        made = Map.copyOf(made);
    }

    @Override
    public String name() {
        return "made";
    }

    @Override
    public Taught<Solution> solve(Problem problem, long seed) {
        WordProblem known = made.get(problem.id());
        if (known == null) {
            return PROGRAM.solve(problem, seed);
        }
        String text = known.solution(new Random(seed));
        return Taught.given(StudentFormat.read(StudentFormat.response(text, problem.goldAnswer())));
    }

    @Override
    public Taught<Problem> rephrase(Problem problem, long seed) {
        return PROGRAM.rephrase(problem, seed);
    }

    @Override
    public Taught<String> statement(Problem problem, long seed) {
        return PROGRAM.statement(problem, seed);
    }

    @Override
    public Taught<Problem> similar(Problem problem, long seed) {
        return PROGRAM.similar(problem, seed);
    }
}

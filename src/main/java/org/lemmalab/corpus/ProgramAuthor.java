package org.lemmalab.corpus;

import org.lemmalab.corpus.rewriting.NewNumbers;
import org.lemmalab.corpus.rewriting.OtherSolution;
import org.lemmalab.corpus.rewriting.Rewording;
import org.lemmalab.corpus.rewriting.Statement;
import org.lemmalab.mistake.Taught;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * An author that needs no model: it works on problems whose gold solution is an exact program, such as GSM8K's with their calculator
 * annotations, and refuses where its rules do not hold for sure. What it gives is right by execution, not by trust.
 */
public final class ProgramAuthor implements Author {
    @Override
    public String name() {
        return "program";
    }

    @Override
    public Taught<Solution> solve(Problem problem, long seed) {
        return OtherSolution.of(problem, seed);
    }

    @Override
    public Taught<Problem> rephrase(Problem problem, long seed) {
        return Rewording.of(problem, seed);
    }

    @Override
    public Taught<String> statement(Problem problem, long seed) {
        return Statement.of(problem, seed);
    }

    @Override
    public Taught<Problem> similar(Problem problem, long seed) {
        return NewNumbers.of(problem, seed);
    }
}

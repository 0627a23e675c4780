package org.lemmalab.synthetic.student;

import java.util.List;
import java.util.stream.IntStream;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.TextModel;
import org.lemmalab.mistake.Share;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/**
 * How a student does on one set, greedily, on problems of the test split.
 *
 * @param set the set's name
 * @param problems how many were put
 * @param right how many final answers are right
 * @param equations how many equations the student wrote
 * @param holding how many of them hold
 * @param ended how many replies ended by themselves
 */
public record StudentReport(String set, int problems, int right, int equations, int holding, int ended) {
    /**
     * @param model a student
     * @param set what to put to it
     * @param count how many problems
     * @param seed of the problems
     * @return how it did
     */
    public static StudentReport of(TextModel model, WordProblemSet set, int count, long seed) {
        List<Problem> problems = set.generate(count, Split.TEST, seed).stream()
                .map(WordProblem::problem)
                .toList();
        List<Completion> replies = model
                .complete(problems.stream()
                        .map(problem -> StudentFormat.request(problem, StudentFormat.greedy()))
                        .toList())
                .stream()
                .map((Reply reply) -> reply.completions().get(0))
                .toList();
        List<Equation> equations = replies.stream()
                .flatMap(reply -> reply.text().lines())
                .flatMap(line -> EquationReader.read(line).stream())
                .toList();
        return new StudentReport(
                set.title(),
                count,
                count(IntStream.range(0, count)
                        .filter(i -> StudentFormat.isRight(replies.get(i).text(), problems.get(i)))),
                equations.size(),
                count(IntStream.range(0, equations.size())
                        .filter(i -> equations.get(i).check() == Equation.Check.EXACT)),
                count(IntStream.range(0, count).filter(i -> replies.get(i).finish() == FinishReason.END)));
    }

    private static int count(IntStream of) {
        return Math.toIntExact(of.count());
    }

    /**
     * @return the share of right answers with its 95 % interval
     */
    public Share accuracy() {
        return new Share(right, problems);
    }

    /**
     * @return the share of equations that hold
     */
    public double arithmetic() {
        return equations == 0 ? 0 : (double) holding / equations;
    }
}

package org.lemmalab.reflection.program;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Program;
import org.lemmalab.problem.program.QuestionValues;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/**
 * A gold solution as steps and operations.
 *
 * @param problem question and gold solution
 * @param question the values that the question states
 * @param steps the steps in their order
 * @param program the operations of all steps
 */
record GoldSolution(Problem problem, QuestionValues question, List<GoldStep> steps, Program program) {
    /**
     * A step of the gold solution.
     *
     * @param number from 1
     * @param annotated as the set writes it
     * @param readable without annotations
     * @param numbers all that it writes in figures
     */
    record GoldStep(int number, String annotated, String readable, Set<BigFraction> numbers) {
        static GoldStep of(Step step) {
            String readable = StepText.readable(step.text());
            return new GoldStep(step.number(), step.text(), readable, Set.copyOf(NumbersInText.read(readable)));
        }
    }

    private static final ThreadLocal<GoldSolution> LAST = new ThreadLocal<>();

    /** A problem is read once for all that is asked of it in a row. */
    static GoldSolution of(Problem problem) {
        GoldSolution last = LAST.get();
        if (last == null || !last.problem.equals(problem)) {
            last = read(problem);
            LAST.set(last);
        }
        return last;
    }

    private static GoldSolution read(Problem problem) {
        List<Step> split = StepSplitter.split(problem.goldSolution()).steps();
        QuestionValues question = QuestionValues.of(problem.question());
        Program program = Program.of(split.stream().map(Step::text).toList(), question);
        List<GoldStep> steps = split.stream().map(GoldStep::of).toList();
        return new GoldSolution(problem, question, steps, program);
    }

    List<Operation> operations() {
        return program.operations();
    }

    Operation operation(int index) {
        return operations().get(index);
    }

    /** The indexes of a step's operations. */
    List<Integer> operationsOf(GoldStep step) {
        return IntStream.range(0, operations().size())
                .filter(index -> operation(index).step() == step.number())
                .boxed()
                .toList();
    }

    GoldStep stepOf(Operation operation) {
        return steps.get(operation.step() - 1);
    }

    /** Whether the last operation has the gold answer. */
    boolean isComplete() {
        Optional<BigFraction> answer = Numbers.answer(problem.goldAnswer());
        return answer.isPresent() && program.lastValue().equals(answer);
    }

    /** Whether every equation of these steps holds as written. */
    boolean holds(List<GoldStep> some) {
        return some.stream()
                .flatMap(step -> operationsOf(step).stream())
                .noneMatch(index -> operation(index).equation().check() == Equation.Check.WRONG);
    }

    /** Whether every equation is exact: then other ways of working it out come to the same values. */
    boolean isExact() {
        return operations().stream()
                .allMatch(operation -> operation.equation().check() == Equation.Check.EXACT
                        && operation.equation().computed().equals(Optional.of(operation.value())));
    }

    /** Whether a step writes the result of an operation, inside or outside of equations. */
    static boolean uses(GoldStep step, Operation earlier) {
        return step.numbers().contains(earlier.value());
    }
}

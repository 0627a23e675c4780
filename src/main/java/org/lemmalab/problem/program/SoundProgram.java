package org.lemmalab.problem.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/**
 * A gold solution whose equations all hold exactly and lead to its answer.
 *
 * @param problem the problem
 * @param operations its operations in their order, at least one
 */
public record SoundProgram(Problem problem, List<Operation> operations) {
    /** Copies the operations. */
    public SoundProgram {
        operations = List.copyOf(operations);
        if (operations.isEmpty()) {
            throw new LabException("program: expected at least one operation, found none");
        }
    }

    /**
     * @param problem question and gold solution
     * @return its program, or in what it is not sound
     */
    public static Result<SoundProgram> of(Problem problem) {
        if (problem.goldSolution().indexOf('\\') >= 0) {
            return Result.failure("the gold solution is written in LaTeX");
        }
        Program program = Program.of(problem);
        if (program.operations().isEmpty()) {
            return Result.failure("the gold solution has no equation");
        }
        Optional<BigFraction> answer = Numbers.answer(problem.goldAnswer());
        if (answer.isEmpty() || !program.lastValue().equals(answer)) {
            return Result.failure("the last equation of the gold solution is not its answer");
        }
        boolean exact = program.operations().stream()
                .allMatch(each -> each.equation().computed().equals(Optional.of(each.value())));
        return exact
                ? Result.success(new SoundProgram(problem, program.operations()))
                : Result.failure("an equation of the gold solution is rounded or does not hold as written");
    }

    /**
     * @return whether every number comes from the question, an earlier result or common knowledge
     */
    public boolean isExplained() {
        return operations.stream()
                .flatMap(operation -> operation.operands().stream())
                .noneMatch(operand -> operand.source() == Source.UNKNOWN);
    }

    /**
     * @return the indices of the operations that the answer needs, in their order
     */
    public Set<Integer> needed() {
        Set<Integer> needed = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(operations.size() - 1));
        while (!open.isEmpty()) {
            int next = open.remove();
            if (needed.add(next)) {
                operations.get(next).operands().stream()
                        .filter(operand -> operand.resultOf().isPresent())
                        .forEach(operand -> open.add(operand.resultOf().getAsInt()));
            }
        }
        return needed;
    }

    /**
     * @param value a value
     * @return whether it can be written in full with at most four decimals
     */
    public static boolean isWritable(BigFraction value) {
        return !Numbers.text(value).endsWith("…");
    }
}

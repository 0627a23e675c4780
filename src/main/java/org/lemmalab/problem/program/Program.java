package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.Problem;

/**
 * The operations of a worked solution in their order.
 *
 * @param operations the operations
 */
public record Program(List<Operation> operations) {
    /** Copies the operations. */
    public Program {
        operations = List.copyOf(operations);
    }

    /**
     * The program of a gold solution.
     *
     * @param problem question and gold solution
     * @return its program; without operations where the solution has no equation
     */
    public static Program of(Problem problem) {
        return of(problem.goldSolution().lines().toList(), QuestionValues.of(problem.question()));
    }

    /**
     * @param steps the texts of the steps
     * @param question the values that the question states
     * @return the program
     */
    public static Program of(List<String> steps, QuestionValues question) {
        return ofEquations(steps.stream().map(EquationReader::read).toList(), question);
    }

    /**
     * @param steps the equations of the steps, see {@link EquationReader}
     * @param question the values that the question states
     * @return the program
     */
    public static Program ofEquations(List<List<Equation>> steps, QuestionValues question) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            for (Equation equation : steps.get(i)) {
                if (equation.result().isPresent()) {
                    List<Operand> operands = operands(equation.expression(), operations, question);
                    operations.add(new Operation(
                            i + 1, equation, operands, equation.result().get()));
                }
            }
        }
        return new Program(operations);
    }

    /**
     * @return the value of the last operation; empty where there is none
     */
    public Optional<BigFraction> lastValue() {
        return operations.isEmpty()
                ? Optional.empty()
                : Optional.of(operations.get(operations.size() - 1).value());
    }

    private static List<Operand> operands(Expression expression, List<Operation> earlier, QuestionValues question) {
        return expression.numbers().stream()
                .map(value -> operand(value, earlier, question))
                .toList();
    }

    /** A value that the question states counts as the question's unless the step right before has it as its result. */
    private static Operand operand(BigFraction value, List<Operation> earlier, QuestionValues question) {
        int last = earlier.size() - 1;
        boolean justComputed = last >= 0 && earlier.get(last).value().equals(value);
        if (question.states(value) && !justComputed) {
            return new Operand(value, Source.QUESTION, OptionalInt.empty());
        }
        for (int i = last; i >= 0; i--) {
            if (earlier.get(i).value().equals(value)) {
                return new Operand(value, Source.RESULT, OptionalInt.of(i));
            }
        }
        Source source = question.impliesPercentOf(value)
                ? Source.QUESTION
                : Constants.isCommon(value) ? Source.CONSTANT : Source.UNKNOWN;
        return new Operand(value, source, OptionalInt.empty());
    }
}

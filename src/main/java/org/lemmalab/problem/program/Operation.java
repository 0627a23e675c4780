package org.lemmalab.problem.program;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.LabException;

/**
 * One operation of a worked solution.
 *
 * @param step the number of the step that holds it, from 1
 * @param equation the equation as written
 * @param operands its numbers in their order, each with its source
 * @param value what later steps go on with: the stated value, else the computed one
 */
public record Operation(int step, Equation equation, List<Operand> operands, BigFraction value) {
    /** Checks the step and copies the operands. */
    public Operation {
        if (step < 1 || equation == null || value == null) {
            throw new LabException("operation: expected a step from 1, an equation and a value, found step " + step);
        }
        operands = List.copyOf(operands);
    }

    /**
     * @return the expression as written
     */
    public Expression expression() {
        return equation.expression();
    }

    /**
     * @return the values of the operands in their order
     */
    public List<BigFraction> numbers() {
        return operands.stream().map(Operand::value).toList();
    }

    /**
     * @return "expression = value" for people
     */
    public String text() {
        return expression() + " = " + Numbers.text(value);
    }
}

package org.lemmalab.problem.program;

import java.util.regex.Pattern;

/** Whether the arithmetic of a step holds, as far as it is plain arithmetic. */
public final class StepArithmetic {
    /** LaTeX, powers and unknowns, where an equals sign states more than a calculation. */
    private static final Pattern ALGEBRA = Pattern.compile("\\\\|\\^|\\d[A-Za-z](?![A-Za-z])|\\$[A-Za-z(]");

    private StepArithmetic() {}

    /**
     * @param step the text of one step
     * @return whether one of its equations is false; never for a step with LaTeX, powers or unknowns, which is not read. Of the gold solutions
     *     of GSM8K's training set 2 % have such a step (some are really wrong, some write fractions in words), of MATH's none
     */
    public static boolean isFalse(String step) {
        return !ALGEBRA.matcher(step).find()
                && EquationReader.read(step).stream().anyMatch(equation -> equation.check() == Equation.Check.WRONG);
    }
}

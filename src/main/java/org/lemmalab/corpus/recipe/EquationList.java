package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Numbers;

/**
 * The equations of a solution in their order, as written: two solutions with the same list are the same path in other words (RFT, Yuan
 * et al. 2023).
 *
 * @param equations each in one spelling, for example {@code 48 / 2 = 24}
 */
public record EquationList(List<String> equations) {
    /** Copies the list. */
    public EquationList {
        equations = List.copyOf(equations);
    }

    /**
     * @param steps the texts of the steps
     * @return their equations
     */
    public static EquationList of(List<String> steps) {
        List<String> found = new ArrayList<>();
        for (String step : steps) {
            for (Equation equation : EquationReader.read(step)) {
                found.add(equation.expression() + " = "
                        + equation.result().map(Numbers::text).orElse("?"));
            }
        }
        return new EquationList(found);
    }

    /**
     * @param steps the texts of the steps
     * @return whether every equation holds, exactly or rounded
     */
    public static boolean hold(List<String> steps) {
        return steps.stream()
                .flatMap(step -> EquationReader.read(step).stream())
                .allMatch(equation -> equation.check() != Equation.Check.WRONG);
    }
}

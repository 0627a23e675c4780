package org.lemmalab.mistake.departure;

import java.util.Optional;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;

/** Calculation: the equation is set up as gold has it, or at least from explained numbers, and its own arithmetic is false. */
final class SlipRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        return departure
                .equation()
                .filter(equation -> equation.check() != Equation.Check.EXACT)
                .filter(equation -> isSetUpRight(equation, departure))
                .map(equation -> new Finding(ErrorType.CALCULATION, explanation(equation, departure)));
    }

    private static boolean isSetUpRight(Equation equation, Departure departure) {
        boolean onPath = equation.computed().map(departure.gold()::reaches).orElse(false);
        boolean wrong = equation.check() == Equation.Check.WRONG;
        return onPath || wrong && departure.written().stream().allMatch(departure::isExplained);
    }

    private static String explanation(Equation equation, Departure departure) {
        return "Step " + departure.step().number() + " says " + equation.expression() + " = "
                + equation.stated().map(Numbers::text).orElse("?") + ", but it is "
                + equation.computed().map(Numbers::text).orElse("undefined") + ".";
    }
}

package org.lemmalab.mistake.departure;

import java.util.Optional;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;

/** Calculation: the equation is set up as gold has it, or gold has nothing like it, and its own arithmetic is false. */
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
        boolean sameAsGold = departure
                .counterpart()
                .map(gold -> gold.equation().computed().equals(equation.computed()))
                .orElse(true);
        boolean meetsGold =
                equation.computed().map(departure.gold().results()::contains).orElse(false);
        return equation.check() == Equation.Check.WRONG ? sameAsGold || meetsGold : meetsGold;
    }

    static String explanation(Equation equation, Departure departure) {
        return "Step " + departure.step().number() + " says " + equation.expression() + " = "
                + equation.stated().map(Numbers::text).orElse("?") + ", but it is "
                + equation.computed().map(Numbers::text).orElse("undefined") + ".";
    }
}

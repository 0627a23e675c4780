package org.lemmalab.mistake.departure;

import java.util.Optional;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Equation;

/** Calculation, where the equation is no gold operation either but all its numbers are explained: its arithmetic is false. */
final class FalseEquationRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        boolean explained = departure.written().stream().allMatch(departure::isExplained);
        return departure
                .equation()
                .filter(equation -> equation.check() == Equation.Check.WRONG && explained)
                .map(equation -> new Finding(ErrorType.CALCULATION, SlipRule.explanation(equation, departure)));
    }
}

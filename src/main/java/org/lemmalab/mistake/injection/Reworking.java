package org.lemmalab.mistake.injection;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.ArithmeticParser;
import org.lemmalab.problem.program.EquationPlace;
import org.lemmalab.problem.program.Expression;

/** What a changed expression comes to. */
final class Reworking {
    private Reworking() {}

    /** The value of an operation after a change; empty where it has none, or where the change cannot be made. */
    static Optional<BigFraction> value(GoldSolution gold, int operation, Mistake.Rework rework) {
        String text = gold.steps().get(gold.operation(operation).step() - 1).text();
        EquationPlace place = gold.written().get(operation).places().get(0);
        Edits edits = new Edits();
        try {
            rework.at(text, place, edits);
        } catch (Refusal e) {
            return Optional.empty();
        }
        return ArithmeticParser.parse(edits.applyWithin(place.whole(), text)).flatMap(Expression::value);
    }
}

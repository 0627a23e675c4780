package org.lemmalab.grading;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;

/** Quantities written as a sum: 1 h 30 min, 5 feet and 6 inches, 3 dollars 20 cents. */
final class CompoundQuantity {
    private CompoundQuantity() {}

    /** Joins the parts of such a sum among the items of a list. */
    static void merge(List<Node> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            if (items.get(i - 1) instanceof Measured larger && items.get(i) instanceof Measured rest) {
                Optional<Measured> whole = of(larger, rest);
                if (whole.isPresent()) {
                    items.set(i - 1, whole.get());
                    items.remove(i);
                }
            }
        }
    }

    /** Both as one quantity in the second's unit, money in the first's, where that unit is the smaller and the second amount less than one of the first. */
    static Optional<Measured> of(Measured larger, Measured rest) {
        boolean numbers = larger.value() instanceof Num
                && rest.value() instanceof Num
                && !larger.unit().equals(rest.unit());
        if (!numbers) {
            return Optional.empty();
        }
        Unit small = larger.unit().is("degree") || larger.unit().is("arcminute") ? ofArc(rest.unit()) : rest.unit();
        UnitScale whole = UnitScale.of(larger.unit());
        UnitScale part = UnitScale.of(small);
        BigFraction ratio = whole.factor().divide(part.factor());
        Num first = (Num) larger.value();
        Num second = (Num) rest.value();
        boolean fits = whole.dimension().equals(part.dimension())
                && whole.radians() == 0
                && part.radians() == 0
                && whole.offset().equals(part.offset())
                && Rationals.isInteger(first.value())
                && second.value().signum() >= 0
                && second.value().compareTo(ratio) < 0;
        BigFraction amount = first.value().signum() < 0 ? second.value().negate() : second.value();
        if (fits && rest.unit().is("cent") || fits && rest.unit().is("pence")) {
            return Optional.of(new Measured(new Num(first.value().add(amount.divide(ratio)), 2), larger.unit()));
        }
        return fits
                ? Optional.of(
                        new Measured(new Num(first.value().multiply(ratio).add(amount), second.decimals()), small))
                : Optional.empty();
    }

    private static Unit ofArc(Unit unit) {
        return unit.is("minute") ? Unit.of("arcminute") : unit.is("second") ? Unit.of("arcsecond") : unit;
    }
}

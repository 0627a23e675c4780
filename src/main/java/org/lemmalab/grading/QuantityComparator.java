package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.ClockTime;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;

/** Compares quantities by the settings' {@link UnitPolicy}: the prediction is converted into the gold answer's unit. */
final class QuantityComparator {
    /** Units that texts name alike: what the first is called may also be the second. */
    private static final List<Map.Entry<String, Unit>> NAMESAKES = List.of(
            Map.entry("pound", Unit.of("GBP")),
            Map.entry("ton", Unit.of("tonne")),
            Map.entry("ounce", Unit.of("fluidounce")),
            Map.entry("degree", Unit.of("celsius")),
            Map.entry("degree", Unit.of("fahrenheit")),
            Map.entry("coulomb", Unit.of("celsius")),
            Map.entry("farad", Unit.of("fahrenheit")),
            Map.entry("minute", Unit.of("arcminute")),
            Map.entry("second", Unit.of("arcsecond")),
            Map.entry("cent", Unit.of("EUR", -2)),
            Map.entry("cent", Unit.of("USD", -2)),
            Map.entry("cent", Unit.of("AUD", -2)),
            Map.entry("cent", Unit.of("CAD", -2)),
            Map.entry("dollar", Unit.of("USD")),
            Map.entry("dollar", Unit.of("AUD")),
            Map.entry("dollar", Unit.of("CAD")),
            Map.entry("dollar", Unit.of("NZD")),
            Map.entry("dollar", Unit.of("HKD")),
            Map.entry("dollar", Unit.of("SGD")),
            Map.entry("cent", Unit.of("GBP", -2)));
    /** A month is 28 to 31 days, so that a calendar's units and days may be equal within a tenth. */
    private static final BigFraction MONTH = BigFraction.of(2_629_746);

    private static final BigFraction LEAST = BigFraction.of(9, 10);
    private static final BigFraction MOST = BigFraction.of(11, 10);

    private final Comparison comparison;
    private final UnitPolicy policy;

    QuantityComparator(Comparison comparison, UnitPolicy policy) {
        this.comparison = comparison;
        this.policy = policy;
    }

    /** Two answers of which at least one has a unit. */
    Outcome compare(Node prediction, Node gold) {
        if (policy == UnitPolicy.IGNORE) {
            return comparison.compare(value(prediction), value(gold));
        }
        if (prediction instanceof Measured a && gold instanceof Measured b) {
            return both(LetterUnits.read(a).orElse(a), LetterUnits.read(b).orElse(b));
        }
        Measured measured = prediction instanceof Measured ? (Measured) prediction : (Measured) gold;
        Node plain = prediction instanceof Measured ? gold : prediction;
        Optional<Measured> letters = LetterUnits.read(plain);
        if (letters.isPresent()) {
            Measured other = LetterUnits.read(measured).orElse(measured);
            return prediction == measured ? both(other, letters.get()) : both(letters.get(), other);
        }
        if (policy == UnitPolicy.KEEP) {
            return Outcome.of(false, Rule.UNITS);
        }
        Outcome understood = comparison.compare(value(prediction), value(gold));
        return understood.isEqual() ? understood : otherwise(measured, plain, prediction == plain, understood);
    }

    /** Two expressions that differ, of which one may be a number with letters for its unit. */
    Optional<Outcome> letters(Node prediction, Node gold) {
        Optional<Measured> a = LetterUnits.read(prediction);
        Optional<Measured> b = LetterUnits.read(gold);
        if (a.isPresent() && b.isPresent()) {
            return Optional.of(both(a.get(), b.get()));
        }
        if (a.isEmpty() && b.isEmpty() || policy == UnitPolicy.KEEP) {
            return Optional.empty();
        }
        Measured measured = a.isPresent() ? a.get() : b.get();
        Node plain = a.isPresent() ? gold : prediction;
        boolean usual = LetterUnits.isUsual(measured.unit())
                && NumericParts.variables(plain).isEmpty();
        if (!usual) {
            return Optional.empty();
        }
        return Optional.of(
                a.isPresent()
                        ? comparison.compare(measured.value(), gold)
                        : comparison.compare(prediction, measured.value()));
    }

    /** Whether one unit, and no other, stands in two sets of numbers: "x > 5 cm" and "x > 5". */
    boolean shareUnit(Node left, Node right) {
        Set<Unit> units = new HashSet<>();
        collect(left, units);
        collect(right, units);
        return units.size() == 1 && policy != UnitPolicy.KEEP || units.size() > 1 && policy == UnitPolicy.IGNORE;
    }

    private static void collect(Node node, Set<Unit> units) {
        if (node instanceof Measured measured) {
            units.add(measured.unit());
        }
        Normaliser.map(node, part -> {
            collect(part, units);
            return part;
        });
    }

    static Node withoutUnits(Node node) {
        return Normaliser.map(value(node), QuantityComparator::withoutUnits);
    }

    private static Node value(Node node) {
        return node instanceof Measured measured ? measured.value() : node;
    }

    /** An angle in degrees against one in radians that does not say so, a duration against 1:30. */
    private Outcome otherwise(Measured measured, Node plain, boolean plainFirst, Outcome understood) {
        boolean angle = measured.unit().is("degree")
                && NumericParts.isScalar(plain)
                && NumericParts.any(plain, QuantityComparator::isPi);
        if (angle) {
            Measured radians = new Measured(plain, Unit.of("radian"));
            return plainFirst ? both(radians, measured) : both(measured, radians);
        }
        boolean duration = plain instanceof ClockTime time && time.meridiem().isEmpty();
        if (duration) {
            ClockTime time = (ClockTime) plain;
            Node minutes = Num.of(60L * time.hour() + time.minute());
            Outcome hours = both(new Measured(minutes, Unit.of("minute")), measured);
            return hours.isEqual() ? hours : both(new Measured(minutes, Unit.of("second")), measured);
        }
        return understood;
    }

    private static boolean isPi(Node node) {
        return node instanceof Const constant && constant.constant() == Constant.PI;
    }

    private Outcome both(Measured prediction, Measured gold) {
        if (policy == UnitPolicy.IGNORE || prediction.unit().equals(gold.unit())) {
            return comparison.compare(prediction.value(), gold.value());
        }
        if (policy == UnitPolicy.KEEP) {
            return Outcome.of(false, Rule.UNITS);
        }
        Outcome outcome = converted(prediction, gold);
        if (outcome.isEqual()) {
            return outcome;
        }
        for (Map.Entry<String, Unit> namesake : NAMESAKES) {
            Optional<Unit> first = renamed(prediction.unit(), gold.unit(), namesake);
            Optional<Unit> second = renamed(gold.unit(), prediction.unit(), namesake);
            if (first.isPresent() || second.isPresent()) {
                Outcome other = converted(
                        new Measured(prediction.value(), first.orElse(prediction.unit())),
                        new Measured(gold.value(), second.orElse(gold.unit())));
                outcome = other.isEqual() ? other : outcome;
            }
        }
        return outcome;
    }

    /** A unit by its other name, where it has that name and the other unit does not. */
    private static Optional<Unit> renamed(Unit unit, Unit other, Map.Entry<String, Unit> namesake) {
        if (!has(unit, namesake.getKey()) || has(other, namesake.getKey())) {
            return Optional.empty();
        }
        Unit renamed = Unit.ONE;
        for (Unit.Part part : unit.parts()) {
            Unit one = part.base().equals(namesake.getKey())
                    ? namesake.getValue().power(part.power())
                    : new Unit(List.of(part));
            renamed = renamed.times(one);
        }
        return Optional.of(renamed);
    }

    private static boolean has(Unit unit, String base) {
        return unit.parts().stream().anyMatch(part -> part.base().equals(base) && part.tens() == 0);
    }

    private Outcome converted(Measured prediction, Measured gold) {
        UnitScale from = UnitScale.of(prediction.unit());
        UnitScale into = UnitScale.of(gold.unit());
        if (from.dimension().equals(into.dimension())) {
            Outcome outcome = comparison.compare(in(prediction.value(), from, into), gold.value());
            return outcome.isUnequal() ? outcome : outcome.under(Rule.CONVERTED);
        }
        if (isRateOf(prediction.unit(), gold.unit()) || isRateOf(gold.unit(), prediction.unit())) {
            return comparison.compare(prediction.value(), gold.value());
        }
        return calendar(prediction, gold);
    }

    /** Whether one is the other's money a time: of $18 per day the day may be understood. */
    private static boolean isRateOf(Unit rate, Unit money) {
        boolean isMoney = money.parts().size() == 1
                && money.parts().get(0).power() == 1
                && rate.parts().contains(money.parts().get(0))
                && isCurrency(money.parts().get(0).base());
        return isMoney
                && rate.parts().stream()
                        .allMatch(part ->
                                part.power() < 0 || part.equals(money.parts().get(0)));
    }

    private static boolean isCurrency(String base) {
        return base.equals("dollar")
                || base.equals("cent")
                || base.equals("pence")
                || Character.isUpperCase(base.charAt(0));
    }

    /** A value in another unit of its dimension. */
    private static Node in(Node value, UnitScale from, UnitScale into) {
        BigFraction factor = from.factor().divide(into.factor());
        BigFraction shift = from.offset().subtract(into.offset()).divide(into.factor());
        int radians = from.radians() - into.radians();
        if (value instanceof Num number && radians == 0) {
            return new Num(number.value().multiply(factor).add(shift), number.decimals());
        }
        List<Node> factors = new ArrayList<>(List.of(new Num(factor, Num.EXACT), value));
        if (radians != 0) {
            factors.add(new Power(
                    new Product(List.of(Num.of(180), new Power(new Const(Constant.PI), Num.of(-1)))), Num.of(radians)));
        }
        Node product = new Product(List.copyOf(factors));
        return shift.signum() == 0 ? product : new Sum(List.of(product, new Num(shift, Num.EXACT)));
    }

    /** Months and years against days and weeks: they have no fixed number of days. */
    private static Outcome calendar(Measured prediction, Measured gold) {
        Optional<BigFraction> a = seconds(prediction);
        Optional<BigFraction> b = seconds(gold);
        if (a.isPresent() && b.isPresent() && b.get().signum() != 0) {
            BigFraction quotient = a.get().divide(b.get());
            boolean near = quotient.compareTo(LEAST) > 0 && quotient.compareTo(MOST) < 0;
            return near ? Outcome.undecided("a month has no fixed number of days") : Outcome.of(false, Rule.UNITS);
        }
        return Outcome.of(false, Rule.UNITS);
    }

    private static Optional<BigFraction> seconds(Measured time) {
        boolean number = time.value() instanceof Num && time.unit().parts().size() == 1;
        if (!number) {
            return Optional.empty();
        }
        UnitScale scale = UnitScale.of(time.unit());
        BigFraction amount = ((Num) time.value()).value().multiply(scale.factor());
        if (scale.dimension().equals("calendar1 ")) {
            return Optional.of(amount.multiply(MONTH));
        }
        return scale.dimension().equals(UnitScale.of(Unit.of("second")).dimension())
                ? Optional.of(amount)
                : Optional.empty();
    }
}

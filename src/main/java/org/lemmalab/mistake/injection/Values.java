package org.lemmalab.mistake.injection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Constants;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Source;

/** The gold program worked out again with one wrong result. */
final class Values {
    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final BigFraction LARGEST_COUNT = BigFraction.of(12);

    private final GoldSolution gold;
    private final int wrong;
    private final Map<Integer, BigFraction> results = new HashMap<>();
    private final Map<Integer, List<BigFraction>> operands = new HashMap<>();

    private Values(GoldSolution gold, int wrong) {
        this.gold = gold;
        this.wrong = wrong;
    }

    /** Works on with another result of one operation; refuses where what follows would not be plausible. */
    static Values after(GoldSolution gold, int wrong, BigFraction value) {
        Values values = new Values(gold, wrong);
        Operation operation = gold.operation(wrong);
        values.results.put(
                wrong,
                Plausible.require(value, operation.value(), operation.equation().decimals()));
        for (int i = wrong + 1; i < gold.size(); i++) {
            values.workOut(i);
        }
        return values;
    }

    /** The result of an operation. */
    BigFraction result(int operation) {
        return results.getOrDefault(operation, gold.operation(operation).value());
    }

    boolean isChanged(int operation) {
        return results.containsKey(operation);
    }

    /** The numbers that an operation is made of now; empty where they are gold's. */
    Optional<List<BigFraction>> operands(int operation) {
        return Optional.ofNullable(operands.get(operation));
    }

    private void workOut(int index) {
        Operation operation = gold.operation(index);
        List<BigFraction> numbers = new ArrayList<>();
        for (int i = 0; i < operation.numbers().size(); i++) {
            numbers.add(operand(index, i));
        }
        if (numbers.equals(operation.numbers())) {
            return;
        }
        operands.put(index, List.copyOf(numbers));
        BigFraction computed = operation
                .expression()
                .withNumbers(numbers)
                .value()
                .orElseThrow(() -> new Refusal("an operation would have no value"));
        BigFraction value = rounded(computed, operation.equation());
        Plausible.require(value, operation.value(), operation.equation().decimals());
        if (value.equals(operation.value())) {
            return;
        }
        if (gold.isResult(value)) {
            throw new Refusal("a later result would be a right one by chance");
        }
        results.put(index, value);
    }

    private BigFraction operand(int index, int at) {
        Operation operation = gold.operation(index);
        BigFraction number = operation.numbers().get(at);
        boolean once = operation.numbers().stream().filter(number::equals).count() == 1;
        boolean fresh = once && index > 0 && gold.operation(index - 1).value().equals(number);
        BigFraction value = follow(number, index, gold.wordsAt(index), fresh);
        boolean unknown = operation.operands().get(at).source() == Source.UNKNOWN && value.equals(number);
        if (unknown && !isCount(number)) {
            throw new Refusal("a later number has an unknown origin");
        }
        return value;
    }

    static boolean isCount(BigFraction number) {
        return Numbers.isWhole(number) && number.abs().compareTo(LARGEST_COUNT) <= 0;
    }

    /**
     * What a number becomes that stands before an operation: the new result where it is a changed one, else itself.
     *
     * @param number the number as gold has it
     * @param before the index of the first operation that it cannot come from
     * @param words the words around it
     * @param fresh whether it can only be the result right before, whatever else has the same value
     */
    BigFraction follow(BigFraction number, int before, Set<String> words, boolean fresh) {
        if (fresh && isChanged(before - 1)) {
            return result(before - 1);
        }
        Set<BigFraction> changed = new LinkedHashSet<>();
        boolean unchanged = false;
        for (int i = 0; i < before; i++) {
            if (gold.operation(i).value().equals(number)) {
                if (isChanged(i)) {
                    changed.add(result(i));
                } else {
                    unchanged = true;
                }
            }
        }
        if (changed.isEmpty()) {
            return unchanged || gold.question().states(number) ? number : inAnotherForm(number, before);
        }
        boolean elsewhere = unchanged || gold.question().states(number) || Constants.converts(number, words);
        if (elsewhere || changed.size() > 1) {
            throw new Refusal("a later number may come from two places");
        }
        return changed.iterator().next();
    }

    /** A percentage that was worked out as 25 and is used as 0.25, or the other way round; the rest of it to a whole is refused. */
    private BigFraction inAnotherForm(BigFraction number, int before) {
        for (int i = wrong; i < before; i++) {
            if (!isChanged(i)) {
                continue;
            }
            BigFraction value = gold.operation(i).value();
            if (value.equals(number.multiply(HUNDRED))) {
                return result(i).divide(HUNDRED);
            }
            if (value.multiply(HUNDRED).equals(number)) {
                return result(i).multiply(HUNDRED);
            }
            boolean rest = number.equals(BigFraction.ONE.subtract(value))
                    || number.equals(BigFraction.ONE.subtract(value.divide(HUNDRED)))
                    || number.equals(BigFraction.ONE.add(value.divide(HUNDRED)));
            if (rest && !Constants.isCommon(number)) {
                throw new Refusal("a later number hangs on the changed one in another form");
            }
        }
        return number;
    }

    /** Rounds as gold rounds at this place. */
    private static BigFraction rounded(BigFraction computed, Equation gold) {
        BigFraction exact = gold.computed().orElse(computed);
        BigFraction stated = gold.stated().orElse(exact);
        if (stated.equals(exact)) {
            return computed;
        }
        if (stated.equals(exact.multiply(HUNDRED))) {
            return computed.multiply(HUNDRED);
        }
        if (exact.equals(stated.multiply(HUNDRED))) {
            return computed.divide(HUNDRED);
        }
        BigDecimal rounded = computed.bigDecimalValue(gold.decimals(), rounding(exact, stated, gold.decimals()));
        return BigFraction.of(rounded.unscaledValue()).divide(BigFraction.of(10).pow(rounded.scale()));
    }

    private static RoundingMode rounding(BigFraction exact, BigFraction stated, int decimals) {
        BigDecimal nearest = exact.bigDecimalValue(decimals, RoundingMode.HALF_UP);
        boolean isNearest = nearest.compareTo(stated.bigDecimalValue(decimals, RoundingMode.HALF_UP)) == 0;
        return isNearest ? RoundingMode.HALF_UP : stated.compareTo(exact) > 0 ? RoundingMode.UP : RoundingMode.DOWN;
    }
}

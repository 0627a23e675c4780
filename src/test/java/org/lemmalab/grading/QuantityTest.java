package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.io.LabException;

class QuantityTest {
    private static final List<String> LENGTHS = List.of("mm", "cm", "m", "km", "inches", "feet", "yards", "miles");
    private static final List<String> OTHERS =
            List.of("kg", "seconds", "liters", "m^2", "km/h", "dollars", "degrees", "joules");

    private final Grader grader = Grader.standard();

    @TestFactory
    Stream<DynamicTest> pairsByKind() throws IOException {
        return PairFile.tests("quantity-pairs.txt", grader);
    }

    /** A prediction may say more of the time than the gold answer, not less. */
    @Test
    void theHalfOfTheDayIsUnderstoodWhereTheGoldAnswerLeavesItOut() {
        assertTrue(grader.equal("3:30 PM", "3:30"));
        assertFalse(grader.equal("3:30", "3:30 PM"));
    }

    @Test
    void aRoundedConversionMeetsAnInexactGoldAnswerOnly() {
        assertTrue(grader.equal("5 miles", "8.05 km"));
        assertFalse(grader.equal("8.05 km", "5 miles"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 km | 5 kilometers | true | true | true",
                "5 km | 5000 m | false | true | false",
                "5 km | 5 m | false | false | true",
                "5 km | 5 kg | false | false | true",
                "5 km | 5 | false | true | true",
                "5 | 5 | true | true | true",
                "20 apples | 20 oranges | false | true | true",
                "20 apples | 20 apple | true | true | true",
                "20 apples | 20 | false | true | true",
                "\\$5 | 5 dollars | true | true | true",
                "\\$5 | 5 euros | false | false | true",
            })
    void aPolicyOnUnitsHasAName(String a, String b, boolean keep, boolean convert, boolean ignore) {
        GradingSettings settings = GradingSettings.standard();
        assertEquals(keep, Grader.with(settings.withUnits(UnitPolicy.KEEP)).equal(a, b), "keep");
        assertEquals(
                convert, Grader.with(settings.withUnits(UnitPolicy.CONVERT)).equal(a, b), "convert");
        assertEquals(ignore, Grader.with(settings.withUnits(UnitPolicy.IGNORE)).equal(a, b), "ignore");
    }

    @Test
    void aPercentInWordsFollowsThePercentReading() {
        Grader hundredth = Grader.with(GradingSettings.standard().withPercent(PercentReading.HUNDREDTH));
        assertTrue(hundredth.equal("25 percent", "0.25"));
        assertTrue(hundredth.equal("25 per cent", "25\\%"));
        assertFalse(hundredth.equal("25 percent", "25"));
    }

    @Test
    void aMissingPolicyIsRefused() {
        assertThrows(LabException.class, () -> GradingSettings.standard().withUnits(null));
    }

    @Test
    void theSizesOfUnitsAreExact() {
        assertEquals(BigFraction.of(254, 10_000), size("inch"));
        assertEquals(BigFraction.of(45_359_237, 100_000_000), size("pound"));
        assertEquals(BigFraction.of(5, 18), size("km/h"));
        assertEquals(size("cup"), size("tablespoon").multiply(16));
        assertEquals(size("tablespoon"), size("teaspoon").multiply(3));
        assertEquals(
                BigFraction.of(45_967, 180), UnitScale.of(Unit.of("fahrenheit")).offset());
        assertEquals(
                UnitScale.of(Unit.of("newton")).dimension(), scale("kg m/s^2").dimension());
    }

    private static BigFraction size(String unit) {
        return scale(unit).factor();
    }

    private static UnitScale scale(String unit) {
        return UnitScale.of(Unit.described(unit).orElseThrow());
    }

    @Property(tries = 300)
    void anAmountInOneUnitIsTheConvertedAmountInAnother(
            @ForAll @IntRange(min = 1, max = 10_000) int amount,
            @ForAll @IntRange(min = 0, max = 7) int from,
            @ForAll @IntRange(min = 0, max = 7) int into) {
        BigFraction converted = BigFraction.of(amount)
                .multiply(scale(LENGTHS.get(from)).factor())
                .divide(scale(LENGTHS.get(into)).factor());
        String quantity = amount + " " + LENGTHS.get(from);
        String same = converted.getNumerator() + "/" + converted.getDenominator() + " " + LENGTHS.get(into);
        String more = converted.add(1).getNumerator() + "/" + converted.getDenominator() + " " + LENGTHS.get(into);
        assertTrue(grader.equal(quantity, same), quantity + " and " + same);
        assertFalse(grader.equal(quantity, more), quantity + " and " + more);
    }

    @Property(tries = 200)
    void differentDimensionsAreNeverEqual(
            @ForAll @IntRange(min = 1, max = 1_000) int amount,
            @ForAll @IntRange(min = 0, max = 7) int length,
            @ForAll @IntRange(min = 0, max = 7) int other) {
        assertFalse(grader.equal(amount + " " + LENGTHS.get(length), amount + " " + OTHERS.get(other)));
    }
}

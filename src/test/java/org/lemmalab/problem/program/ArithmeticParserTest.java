package org.lemmalab.problem.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArithmeticParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48/2 | 24",
                "16 - 3 - 4 | 9",
                "12 x 2 | 24",
                "80/100*10 | 8",
                "$5*.5 | 5/2",
                "20% | 1/5",
                "20*.01*30 | 6",
                "20% of 50 | 10",
                "2(3+4) | 14",
                "(1+2)(3+4) | 21",
                "1/2 | 1/2",
                "3 × 4 ÷ 6 | 2",
                "7 − 2 | 5",
                "7 – 2 | 5",
                "1,250 + 1 | 1251",
                "3 hours * 4 | 12",
                "10 apples + 5 pears | 15",
                "30 minutes / 60 minutes/hour | 1/2",
                "-3 + 5 | 2",
                "4 * -3 | -12",
                "2^10 | 1024",
                "1 1/2 * 4 | 6",
                "\\frac{1}{3} \\times 9 | 3",
                "8 ft. * 20 ft. | 160",
                "10 - (4 - 1) | 7"
            })
    void readsArithmeticAsPeopleWriteIt(String text, String expected) {
        String[] parts = expected.split("/");
        BigFraction value = BigFraction.of(Long.parseLong(parts[0]), parts.length > 1 ? Long.parseLong(parts[1]) : 1);
        assertEquals(Optional.of(value), ArithmeticParser.parse(text).flatMap(Expression::value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "apples", "3 +", "* 3", "(3", "3)", "()", "3 4", "%", "--", "1..2"})
    void refusesWhatIsNoExpression(String text) {
        assertTrue(ArithmeticParser.parse(text).isEmpty());
    }

    @Test
    void hasNoValueForADivisionByZero() {
        assertEquals(Optional.empty(), ArithmeticParser.parse("5 / (3 - 3)").flatMap(Expression::value));
        assertEquals(Optional.empty(), ArithmeticParser.parse("0^-1").flatMap(Expression::value));
    }

    @Test
    void neverHangsOverflowsOrGrows() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertTrue(ArithmeticParser.parse("(".repeat(100_000) + "1").isEmpty());
            assertTrue(ArithmeticParser.parse("-".repeat(100_000) + "1").isEmpty());
            assertTrue(ArithmeticParser.parse("1" + "+1".repeat(100_000)).isEmpty());
            assertEquals(Optional.empty(), ArithmeticParser.parse("9^9^9^9").flatMap(Expression::value));
            assertEquals(Optional.empty(), ArithmeticParser.parse("9^999999999").flatMap(Expression::value));
            assertEquals(
                    Optional.empty(),
                    ArithmeticParser.parse("(9^64)" + "*(9^64)".repeat(40)).flatMap(Expression::value));
            assertTrue(ArithmeticParser.parse("7".repeat(1_000_000)).isEmpty());
        });
    }

    @Test
    void showsParenthesesOnlyWhereTheyMatter() {
        assertEquals(
                "2 × (3 + 4) - 5",
                ArithmeticParser.parse("2*(3+4)-5").orElseThrow().toString());
        assertEquals(
                "10 - (4 - 1)", ArithmeticParser.parse("10-(4-1)").orElseThrow().toString());
    }
}

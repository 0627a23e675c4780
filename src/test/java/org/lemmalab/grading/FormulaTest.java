package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    @Test
    void exactWhereItIsRational() {
        assertEquals(
                Optional.of(BigFraction.of(3, 4)),
                Formula.read("\\frac{1}{2} + 25\\%").orElseThrow().exact());
        assertEquals(
                Optional.of(BigFraction.of(10)),
                Formula.read("\\binom{5}{2}").orElseThrow().exact());
    }

    @Test
    void evaluatedAtAPoint() {
        Formula formula = Formula.read("\\sqrt{x} + 2y").orElseThrow();
        assertEquals(Set.of("x", "y"), formula.letters());
        assertEquals(9, formula.value(Map.of("x", 9.0, "y", 3.0)).orElseThrow(), 1e-12);
        assertTrue(formula.value(Map.of("x", 9.0)).isEmpty());
        assertTrue(formula.value(Map.of("x", -9.0, "y", 3.0)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2 = 3", "(1, 2)", "x < 3", "\\frac{1}{", "1, 2", "((((("})
    void whatIsNoExpressionIsNotRead(String text) {
        assertTrue(
                Formula.read(text).isEmpty(),
                () -> Formula.read(text).orElseThrow().toString());
    }

    @Test
    void longTextIsNotRead() {
        assertTrue(Formula.read("1+".repeat(Formula.LONGEST) + "1").isEmpty());
        assertTrue(Formula.read("9".repeat(300) + "^{999999999}")
                .flatMap(Formula::exact)
                .isEmpty());
    }
}

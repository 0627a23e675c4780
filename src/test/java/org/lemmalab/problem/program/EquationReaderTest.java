package org.lemmalab.problem.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquationReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In May she sold 36/3 = <<36/3=12>>12 lamps. | 36 / 3 = 12",
                "That is 7 boats * 6 seats/boat = 42 seats | 7 × 6 = 42",
                "The bill: 8 x $2.50 = $20 | 8 × 2.5 = 20",
                "He gets 20% of 90 = 18 marbles | 20% × 90 = 18",
                "She keeps 30 - the 12 she gave = 18 | 30 - 12 = 18",
                "The 3-foot wall and the 4-foot wall: 3+4=7 feet | 3 + 4 = 7",
                "It ends at 5:30 after 40 + 50 = 90 minutes | 40 + 50 = 90",
                "They drop by 5 - 9 = -4 degrees | 5 - 9 = -4",
                "There are 14 rows because 2 * 7 = 14 | 2 × 7 = 14"
            })
    void findsAnEquationAmongWordsAndUnits(String step, String expected) {
        List<Equation> found = EquationReader.read(step);
        assertEquals(1, found.size());
        Equation equation = found.get(0);
        assertEquals(
                expected,
                equation.expression() + " = " + Numbers.text(equation.stated().orElseThrow()));
    }

    @Test
    void readsEveryPartOfAChain() {
        List<Equation> found = EquationReader.read("3 * 4 = 12 + 5 = 17");
        assertEquals(
                List.of("3 × 4", "12 + 5"),
                found.stream().map(e -> e.expression().toString()).toList());
        assertTrue(found.stream().allMatch(e -> e.check() == Equation.Check.EXACT));
    }

    @Test
    void takesAnExpressionOnTheRightWhereItIsWorthTheSame() {
        List<Equation> found = EquationReader.read("18 / 24 = 3/4 of the wall");
        assertEquals(1, found.size());
        assertEquals(Equation.Check.EXACT, found.get(0).check());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 / 4 = 2.5 | EXACT",
                "10 / 4 = 3 | ROUNDED",
                "10 / 4 = 2 | ROUNDED",
                "10 / 4 = 4 | WRONG",
                "6 * 7 = 41 | WRONG",
                "1 / 3 = 0.33 | ROUNDED",
                "1 / 4 = 25% | EXACT",
                "1 / 4 * 100 = 25% | EXACT",
                "5 / 0 = 0 | WRONG",
                "0.1 + 0.2 = <<0.1+0.2=0.30000000000000004>>0.3 | EXACT"
            })
    void tellsRoundedFromWrong(String text, Equation.Check expected) {
        assertEquals(expected, EquationReader.read(text).get(0).check());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4x = 40", "x + 5 = 12", "29 + X = 40", "1 foot = 12 inches", "Let n = 7", "= 5"})
    void passesOverAlgebraAndPlainStatements(String text) {
        assertEquals(List.of(), EquationReader.read(text));
    }

    @Test
    void staysFastOnHostileText() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            EquationReader.read("1=".repeat(50_000));
            EquationReader.read("<<".repeat(50_000));
            EquationReader.read("<<1=1>>".repeat(5_000));
            EquationReader.read("1,111".repeat(20_000) + "=1");
            EquationReader.read("(".repeat(100_000) + "=" + ")".repeat(100_000));
        });
    }
}

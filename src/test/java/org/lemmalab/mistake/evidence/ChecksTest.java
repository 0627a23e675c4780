package org.lemmalab.mistake.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Reading;

class ChecksTest {
    private static List<Status> statuses(String text) {
        Unknowns unknowns = new Unknowns();
        return Reading.of(text).links().stream()
                .map(link -> link.isClosed() ? ClosedCheck.of(link) : unknowns.check(link))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "194 * 490 = 95,060; HOLDS",
                "194 * 490 = 94,860; FAILS",
                "160 / 120 = 1.33; HOLDS",
                "160 / 120 = 1.5; FAILS",
                "0.25 * 1 = 25%; HOLDS",
                "0.332 * 900.0 = 300; NEARLY",
                "8 - 10 = 2; NEARLY",
                "2 hours * 60 = 120 minutes; HOLDS",
                "1 hour - 20 minutes = 40 minutes; OPEN",
                "12 inches = 1; OPEN",
                "\\(3\\sqrt{2} \\cdot \\sqrt{2} = 6\\); HOLDS",
                "\\(\\sqrt{18} = 2\\sqrt{3}\\); FAILS",
                "\\(\\binom{13}{4} = 715\\); HOLDS",
                "\\(\\frac{10!}{3!7!} = 720\\); FAILS",
                "\\(\\pi (6)^2 = 36\\pi\\); HOLDS"
            })
    void equalitiesWithoutLetters(String text, Status expected) {
        assertEquals(List.of(expected), statuses(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "$2(x+3) = 2x + 6$; [HOLDS]",
                "$3x + 5 = 20$, $3x = 15$, $x = 5$; [OPEN, HOLDS, HOLDS]",
                "$x + 3x = 48$, $3x = 48$; [OPEN, FAILS]",
                "$x^2 = 9$, $x = 3$; [OPEN, HOLDS]",
                "$x^2 = 9$, $x = 4$; [OPEN, FAILS]",
                "$x = 2$, $y = 3$, $x + y = 5$; [OPEN, OPEN, HOLDS]",
                "$2x = 8$. If $x = 5$; [OPEN, OPEN]",
                "$m^2 - 64 = (m-8)(m+8) = m^2 - 8^2$; [HOLDS, HOLDS]",
                "$m^2 - 32 = (m-4)(m+8) = m^2 + 4m - 32$; [FAILS, HOLDS]"
            })
    void equalitiesWithLetters(String text, String expected) {
        assertEquals(expected, statuses(text).toString());
    }

    @Test
    void rootsOfEquationsInOneLetter() {
        Link linear = Reading.of("$x + 3x = 48$").links().get(0);
        assertArrayEquals(new double[] {12}, Unknowns.roots(linear), 1e-9);
        Link square = Reading.of("$x^2 - 5x = -6$").links().get(0);
        assertArrayEquals(new double[] {2, 3}, Unknowns.roots(square), 1e-9);
        Link cubic = Reading.of("$x^3 = 8$").links().get(0);
        assertEquals(0, Unknowns.roots(cubic).length);
    }

    @Test
    void mixedUnitsAreOfOneKind() {
        assertEquals(true, MixedUnits.occur(List.of("hour", "minutes")));
        assertEquals(false, MixedUnits.occur(List.of("hours", "hour")));
        assertEquals(false, MixedUnits.occur(List.of("hours", "dollars")));
    }
}

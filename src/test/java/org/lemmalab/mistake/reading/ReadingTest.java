package org.lemmalab.mistake.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static List<String> links(String text) {
        return Reading.of(text).links().stream()
                .map(link -> link.left().text().replace(" ", "") + "="
                        + link.right().text().replace(" ", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "20+14=36; 20+14=36",
                "\\[20 \\text{ red} + 14 \\text{ green} = 36 \\text{ beads}\\]; 20+14=36",
                "120 (bags) + 30 (loose) = 160 nails.; 120+30=160",
                "8×15 → 110 nails.; 8*15=110",
                "Nine fall out, and 34 less 9, which is 26, are left.; 34-9=26",
                "Cost of the street = $194/meter × 150 meters = $29,100.; 194*150=29100",
                "So 30 divided by 2 is 15.; 30/2=15",
                "Half of them: 20% of 50 is 10.; 20%*50=10",
                "That is twice 8, which is 16.; 2*8=16",
                "$$3{,}110 \\cdot 2 = 6{,}220$$; 3110*2=6220",
                "The total for 3 hours = 3 hours * $5/hour = $15; 3*5=15",
                "\\(3 \\times 15 = 45\\) wolves; 3*15=45",
                "6*7=42 (kites: 42).; 6*7=42",
                "- 4 boxes x 6 = 24 pens; 4*6=24",
                "2(3 + 4) = 14; 2*(3+4)=14"
            })
    void manyStylesAreOneEquality(String text, String expected) {
        assertEquals(List.of(expected), links(text));
    }

    @Test
    void aChainIsReadLinkByLink() {
        assertEquals(
                List.of("((36)/(2))=18", "18=2*9"),
                links("\\begin{align*} \\frac{36}{2} &= 18 \\\\ &= 2 \\cdot 9 \\end{align*}"));
    }

    @Test
    void aLetterNeverVanishes() {
        Reading reading = Reading.of("Per has 3t, so 3t + 48 = 48.");
        assertEquals(1, reading.links().size());
        assertEquals("[t]", reading.links().get(0).left().letters().toString());
        assertTrue(reading.equations().isEmpty());
        assertEquals(List.of("(x-5)/x=0.8"), links("His score is (x - 5)/x = 0.8."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The number of eggs + 5 = 12",
                "2:1:3 = x:50:y",
                "The point (3, 4) = P",
                "There are 5 apples and 7 pears.",
                "She is 12 years old.",
                "$|11 - (-5)| = 16$"
            })
    void whatIsNoReadableOperationGivesNoEquation(String text) {
        assertEquals(
                "", Reading.of(text).equations().stream().map(Object::toString).collect(Collectors.joining()));
    }

    @Test
    void numbersInWordsAndPercentagesAreNumbers() {
        assertEquals(
                List.of("9", "1 / 4", "1200"),
                Reading.of("nine boys, 25% of $1,200").numbers().stream()
                        .map(Object::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "\\frac{", "$", "1=", "a^", "- ", "\\text{", "{", "3 x ", "which is ", "|"})
    void hostileTextIsReadInLinearTime(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Reading.of(part.repeat(20_000)));
    }
}

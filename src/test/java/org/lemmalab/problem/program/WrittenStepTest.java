package org.lemmalab.problem.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class WrittenStepTest {
    private static WrittenStep read(String text) {
        return WrittenStep.read(text).orElseThrow();
    }

    private static List<String> texts(List<WrittenNumber> numbers, String text) {
        return numbers.stream().map(number -> number.stretch().in(text)).toList();
    }

    @Test
    void findsEveryPlaceOfAnEquation() {
        String text = "Of 48 lamps 48 / 2 = <<48/2=24>>24 lamps burn.";
        WrittenStep step = read(text);
        assertEquals(1, step.equations().size());
        List<EquationPlace> places = step.equations().get(0).places();
        assertEquals(
                List.of(true, false),
                places.stream().map(EquationPlace::annotation).toList());
        assertEquals(List.of("24", "24"), texts(places.get(0).results(), text));
        assertEquals(List.of("24"), texts(places.get(1).results(), text));
        assertEquals(List.of("48", "2"), texts(places.get(1).numbers(), text));
        assertEquals("48 / 2", places.get(1).whole().in(text));
        assertEquals("/", places.get(1).operators().get(0).in(text));
        assertEquals(List.of("48"), texts(step.facts(), text));
    }

    @Test
    void percentagesHaveTheValueOfAShare() {
        String text = "He saves 20% * 90 = <<20*.01*90=18>>18 euros, which is 1/5.";
        WrittenStep step = read(text);
        EquationPlace plain = step.equations().get(0).places().get(1);
        assertEquals(BigFraction.of(1, 5), plain.numbers().get(0).value());
        assertTrue(plain.numbers().get(0).percent());
        assertEquals(List.of(), step.equations().get(0).places().get(0).numbers());
    }

    @Test
    void anAnnotationWithoutAnOperationIsMadeOfFacts() {
        String text = "That is 2*5 = <<10=10>>10 games.";
        assertEquals(List.of("10", "10"), texts(read(text).facts(), text));
    }

    @Test
    void placesThatCannotBeToldAreNone() {
        assertEquals(Optional.empty(), WrittenStep.read("It is \\frac{4}{2} = 2."));
    }

    @Test
    void otherNumbersGiveTheSameExpressionAnotherValue() {
        Expression expression = ArithmeticParser.parse("(3 + 4) * 5%").orElseThrow();
        Expression other = expression.withNumbers(List.of(BigFraction.of(1), BigFraction.of(9), BigFraction.of(1, 2)));
        assertEquals(Optional.of(BigFraction.of(5)), other.value());
    }
}

package org.lemmalab.problem.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.problem.Problem;

class ProgramTest {
    private static final String QUESTION =
            "A ferry makes 9 trips a day and carries 40 people on each. How many people does it carry in a week?";

    @Test
    void namesTheSourceOfEveryOperand() {
        Program program = Program.of(new Problem(
                "ferry",
                QUESTION,
                "It carries 9*40=<<9*40=360>>360 people a day.\nIn a week that is 360*7=<<360*7=2520>>2520 people.",
                "2520"));
        assertEquals(2, program.operations().size());
        Operation first = program.operations().get(0);
        Operation second = program.operations().get(1);
        assertEquals(1, first.step());
        assertEquals(2, second.step());
        assertEquals(
                List.of(Source.QUESTION, Source.QUESTION),
                first.operands().stream().map(Operand::source).toList());
        assertEquals(
                List.of(Source.RESULT, Source.CONSTANT),
                second.operands().stream().map(Operand::source).toList());
        assertEquals(OptionalInt.of(0), second.operands().get(0).resultOf());
        assertEquals(Optional.of(BigFraction.of(2520)), program.lastValue());
    }

    @Test
    void readsPlainEquationsWhereThereAreNoAnnotations() {
        Program program = Program.of(new Problem(
                "ferry", QUESTION, "It carries 9 * 40 = 360 people.\n360 people * 7 = 2,520 people", "2520"));
        assertEquals(Optional.of(BigFraction.of(2520)), program.lastValue());
    }

    @Test
    void aNumberFromNowhereIsUnknown() {
        Program program = Program.of(List.of("9 + 13 = 22"), QuestionValues.of(QUESTION));
        assertEquals(
                Source.UNKNOWN, program.operations().get(0).operands().get(1).source());
    }

    @ParameterizedTest
    @CsvSource({
        "a dozen eggs, 12",
        "twenty-five cars, 25",
        "twice as many, 2",
        "three hundred birds, 300",
        "'$1,250.50 saved', 1250.5",
        "20% off, 0.2",
        "two-thirds left, 3"
    })
    void readsValuesInFiguresAndInWords(String question, String value) {
        assertTrue(QuestionValues.of(question).states(Numbers.decimal(value).orElseThrow()));
    }

    @Test
    void knowsTheFormsOfAPercentage() {
        QuestionValues values = QuestionValues.of("The coat is 20% cheaper.");
        for (String form : List.of("0.2", "0.8", "80", "1.2", "120")) {
            assertTrue(values.impliesPercentOf(Numbers.decimal(form).orElseThrow()), form);
        }
        assertFalse(values.impliesPercentOf(BigFraction.of(70)));
    }

    @ParameterizedTest
    @CsvSource({"72, 72", "'$1,200', 1200", "-3.5 hours, -3.5", ".5, 0.5", "18 eggs, 18", "40%, 40", "-$7, -7"})
    void readsFinalAnswers(String text, String value) {
        assertEquals(Numbers.decimal(value), Numbers.answer(text));
    }

    @Test
    void aTextWithoutOneNumberIsNoAnswer() {
        assertEquals(Optional.empty(), Numbers.answer("none"));
        assertEquals(Optional.empty(), Numbers.answer("12 or 13"));
        assertEquals(Optional.empty(), Numbers.answer(""));
        assertEquals(Optional.of(BigFraction.of(3, 4)), Numbers.answer("3/4"));
    }
}

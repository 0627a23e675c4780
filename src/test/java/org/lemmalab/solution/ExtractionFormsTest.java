package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms in which answers are written that are rarer. */
class ExtractionFormsTest {
    private static Arguments gives(String answer, String text) {
        return Arguments.of(answer, text);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                gives("217", "It is $31 \u00B7 7$.\0 So\u0001 on.\n#### 217\0"),
                gives("56", "The answer is 56.\u001b[0m"),
                gives("56", "The answer is\u0085 56\u0085"),
                gives("1800", "The fares come to \u20B945 \u00B7 40 = \u20B91800"),
                gives("A$2,400", "She pays A$80*30 = A$2,400."),
                gives("91 beads", "**Final answer**: Uma has **91** beads."),
                gives("14", "**Answer:** There are **14**"),
                gives("2**3", "The answer is 2**3."),
                gives("70", "**Answer:** In 4 days Lea reads 4 * 15 = 60. Finally, 60 + 10 = 70."),
                gives("9", "Answer: Tom has 6 pens and buys 3 more. So 6 + 3 = 9."),
                gives("15", "Answer: 15. That is more than 3 + 4 = 7."),
                gives("Mina", "Joe has 4 and Mina has 11. Thus the winner is Mina"),
                gives("Eva", "Eva needs 12.\nThe slowest is **Eva**."),
                gives("Lena", "**Lena**"),
                gives("- 64", "- 64."),
                gives("8, 21", "\u2022 $\\boxed{8}$\n\u2022 $\\boxed{21}$"),
                gives("\uFF17\uFF11", "Answer\uFF1A \uFF17\uFF11\uFF01"),
                gives("33", "The answer is $33$\uFF01"),
                gives("75%", "45/60 = 0.75, that is 75%."),
                gives("75%", "He got 45/60 = 0.75 or 75%."),
                gives("y = 12", "Then $$5y = 60, \\quad y = 12$$"),
                gives("x = 1, \\quad y = 2", "Then $$x = 1, \\quad y = 2$$"),
                gives("0.666...", "Final answer: 0.666..."),
                gives("5", "The answer is 5..."));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formGivesAnswer(String answer, String text) {
        assertEquals(answer, AnswerExtractor.standard().extract(text).answer().orElse("(none)"));
    }
}

package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;

class AnswerExtractorTest {
    private static final AnswerExtractor LENIENT = AnswerExtractor.standard();
    private static final AnswerExtractor STRICT = AnswerExtractor.strict();

    private static void takes(String answer, ExtractionRule rule, String text) {
        ExtractedAnswer.Found found = assertInstanceOf(ExtractedAnswer.Found.class, LENIENT.extract(text), text);
        assertEquals(answer, found.text(), text);
        assertEquals(rule, found.rule(), text);
        assertTrue(0 <= found.start() && found.start() < found.end() && found.end() <= text.length(), found.toString());
    }

    @Test
    void theLastBoxWithItsNestedBraces() {
        takes(
                "\\frac{3}{\\sqrt{5}}",
                ExtractionRule.BOXED, "First \\boxed{2}, no: $\\boxed{\\frac{3}{\\sqrt{5}}}$. Done.");
        takes("7", ExtractionRule.BOXED, "\\[\\fbox{7}\\]");
        takes("8", ExtractionRule.BOXED, "thus \\boxed 8$ holds");
        takes("\\{1, 2\\}", ExtractionRule.BOXED, "\\boxed{\\{1, 2\\}} since 3 > 2");
        takes("9", ExtractionRule.BOXED, "#### 4\nThe answer is 5, I mean \\boxed{9}");
    }

    @Test
    void boxesJoinedByACommaOrAndAreOneAnswer() {
        takes("4, 9", ExtractionRule.BOXED, "The roots are $\\boxed{4}$ and $\\boxed{9}$.");
        takes("1, 2, 3", ExtractionRule.BOXED, "\\boxed{1}, \\boxed{2}, \\text{ and } \\boxed{3}");
        takes("6", ExtractionRule.BOXED, "\\boxed{5} or rather \\boxed{6}");
        takes("6", ExtractionRule.BOXED, "so a = \\boxed{5}, and then we get for b \\boxed{6}");
    }

    @Test
    void aBrokenBoxIsRecoveredOnlyWhereAsked() {
        String cut = "we get \\boxed{12";
        takes("12", ExtractionRule.BOXED, cut);
        assertInstanceOf(ExtractedAnswer.None.class, STRICT.extract(cut));
        String empty = "earlier \\boxed{3}, finally \\boxed{}";
        takes("3", ExtractionRule.BOXED, empty);
        assertInstanceOf(ExtractedAnswer.None.class, STRICT.extract(empty));
    }

    @Test
    void markersInWords() {
        takes("42", ExtractionRule.HASHES, "6 * 7 = 42\n#### 42");
        takes("2,125", ExtractionRule.HASHES, "#### 2,125\nThat was easy.");
        takes("15 apples", ExtractionRule.ANSWER_IS, "So the answer is: 15 apples. Check: 3 * 5.");
        takes("3.5", ExtractionRule.ANSWER_IS, "The answer is 3.5.");
        takes("x = 4", ExtractionRule.ANSWER_IS, "Hence the final answer is $x = 4$.");
        takes("12", ExtractionRule.ANSWER_IS, "The answer is 12 because 3 * 4 = 12.");
        takes("5 and 8", ExtractionRule.ANSWER_IS, "Therefore the answers are 5 and 8.");
        takes("17", ExtractionRule.ANSWER_IS, "The answer to the second question is **17**.");
        takes("\\frac12", ExtractionRule.ANSWER_IS, "The answer is:\n\\[ \\frac12 \\]\nas expected");
        takes("73", ExtractionRule.FINAL_ANSWER, "All is consistent.\n---\nFinal Answer: **73**");
        takes("73", ExtractionRule.FINAL_ANSWER, "**Final Answer**\n\n73");
        takes("(B)", ExtractionRule.FINAL_ANSWER, "Answer: (B)");
        takes("18", ExtractionRule.A_COLON, "She has 9 * 2 = 18.\nA: 18");
        takes("4:30 p.m.", ExtractionRule.ANSWER_IS, "The answer is 4:30 p.m.");
    }

    @Test
    void withoutAMarkTheLastSentenceCounts() {
        takes("x^2+1", ExtractionRule.LAST_LATEX, "We find $x$ and then $x^2+1$, as was asked.");
        takes("\\frac{2}{3}", ExtractionRule.LAST_LATEX, "it equals \\(\\frac{2}{3}\\) exactly");
        takes("1,204.50", ExtractionRule.LAST_SENTENCE, "He has 3 of them. And he has 1,204.50 in cash.");
        takes("-7", ExtractionRule.LAST_SENTENCE, "it fell to -7 overnight");
        takes("$18", ExtractionRule.LAST_SENTENCE, "It costs $5 and then $18");
        takes("3/4", ExtractionRule.LAST_SENTENCE, "it is about 3/4 of it");
        takes("40", ExtractionRule.LAST_NUMBER, "Among 5 workers, in the 40 of them");
        assertInstanceOf(ExtractedAnswer.None.class, STRICT.extract("He has 3 of them."));
        assertInstanceOf(ExtractedAnswer.None.class, LENIENT.extract("I do not know."));
        assertInstanceOf(ExtractedAnswer.None.class, LENIENT.extract(""));
    }

    @Test
    void choices() {
        AnswerExtractor choices = AnswerExtractor.with(ExtractionSettings.choices());
        assertEquals("C", choices.extract("Not (A), so (C) fits.").answer().orElseThrow());
        assertEquals("D", choices.extract("I take option D").answer().orElseThrow());
        assertEquals("B", choices.extract("B.").answer().orElseThrow());
        assertTrue(choices.extract("A dog barks.").answer().isEmpty());
    }

    @Test
    void theSpanPointsAtTheAnswer() {
        String text = "It is $\\boxed{5}$ now.";
        ExtractedAnswer.Found box = (ExtractedAnswer.Found) LENIENT.extract(text);
        assertEquals("\\boxed{5}", text.substring(box.start(), box.end()));
        String words = "The answer is 12 eggs. Fine.";
        ExtractedAnswer.Found marked = (ExtractedAnswer.Found) LENIENT.extract(words);
        assertEquals("12 eggs", words.substring(marked.start(), marked.end()));
    }

    @Test
    void ofSeveralMarksTheLastCountsThatSaysAnything() {
        takes("6", ExtractionRule.A_COLON, "#### 4\nThe answer is 5, I mean \\boxed{9}\nA: 6");
        takes("9", ExtractionRule.BOXED, "#### 4\n\\boxed{9}");
        takes("4", ExtractionRule.HASHES, "\\boxed{9}\n#### 4");
        takes("9", ExtractionRule.BOXED, "So we get \\boxed{9}. The answer is correct.");
        takes("9", ExtractionRule.BOXED, "\\boxed{9}\n\nAnswer: see above");
        takes("9", ExtractionRule.BOXED, "**Final answer**\n\n$$\\boxed{9}$$");
        takes("7", ExtractionRule.FINAL_ANSWER, "First \\boxed{9} items.\n\nFinal Answer: 7");
    }

    @Test
    void theRulesAreASetting() {
        String text = "The answer is 4, see \\boxed{9}. The answer is 5.";
        AnswerExtractor boxes = AnswerExtractor.with(ExtractionSettings.boxes());
        assertEquals("9", boxes.extract(text).answer().orElseThrow());
        assertEquals("5", LENIENT.extract(text).answer().orElseThrow());
        assertTrue(boxes.extract("The answer is 5.").answer().isEmpty());
        assertThrows(LabException.class, () -> new ExtractionSettings(Set.of(), true));
    }

    @Test
    void longTextsTakeLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String part : List.of(
                    "\\boxed{",
                    "{",
                    "$",
                    "\\(",
                    "the answer is ",
                    "answer to ",
                    "1,",
                    "7",
                    "a ",
                    "\\$ ",
                    "####",
                    "**")) {
                LENIENT.extract(part.repeat(100_000));
                STRICT.extract(part.repeat(100_000));
            }
        });
    }

    @Property(tries = 500)
    void noTextMakesItThrow(@ForAll String text) {
        LENIENT.extract(text);
        STRICT.extract(text);
        LENIENT.extract("\\boxed{" + text);
        LENIENT.extract("The answer is " + text);
    }
}

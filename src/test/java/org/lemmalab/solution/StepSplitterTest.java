package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepSplitterTest {
    private static List<String> texts(String text) {
        return StepSplitter.split(text).steps().stream().map(Step::text).toList();
    }

    @Test
    void oneStepALineAndTheAnswerApart() {
        Solution solution = StepSplitter.split("First 2+3=5.\n\n  Then 5*2=10.\r\n#### 10\n");
        assertEquals(
                List.of("First 2+3=5.", "Then 5*2=10."),
                solution.steps().stream().map(Step::text).toList());
        assertEquals(Optional.of("10"), solution.answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#### 72", "A: 72", "Answer: 72", "Final answer: 72", "Final Answer: 72 "})
    void anAnswerLineIsNoStep(String line) {
        Solution solution = StepSplitter.split("We count.\nWe add.\n" + line);
        assertEquals(2, solution.steps().size());
        assertEquals(Optional.of("72"), solution.answer());
    }

    @Test
    void oneLineIsSplitIntoSentences() {
        assertEquals(
                List.of("Mr. Lee pays $2.50 for 1.5 lb. of rice.", "He has 3 ft. of rope left!", "So 4 p.m. is late."),
                texts("Mr. Lee pays $2.50 for 1.5 lb. of rice. He has 3 ft. of rope left! So 4 p.m. is late."));
    }

    @Test
    void formulasStayWhole() {
        assertEquals(
                List.of("We have $x = 3. Y$ in all.", "Then \\(a. B\\) holds.", "Prices are $5.", "And $6."),
                texts("We have $x = 3. Y$ in all. Then \\(a. B\\) holds. Prices are $5. And $6."));
        assertEquals(List.of("So we get", "\\[\na = 1\n\\]", "Done."), texts("So we get\n\\[\na = 1\n\\]\nDone."));
    }

    @Test
    void anUnclosedDisplayDoesNotSwallowTheLines() {
        assertEquals(3, texts("Start\n\\[ a = 1\nEnd").size());
    }

    @Test
    void nothingGivesNoSteps() {
        Solution empty = StepSplitter.split("");
        assertTrue(empty.steps().isEmpty());
        assertTrue(empty.answer().isEmpty());
        assertEquals(Optional.empty(), StepSplitter.split("####").answer());
    }
}

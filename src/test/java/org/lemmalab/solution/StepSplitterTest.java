package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
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
        assertEquals(
                List.of("He pays $5 + $6 = $11 for it.", "The rest is $4.", "It costs $5."),
                texts("He pays $5 + $6 = $11 for it. The rest is $4. It costs $5."));
        assertEquals(List.of("So we get\n\\[\na = 1\n\\]", "Done."), texts("So we get\n\\[\na = 1\n\\]\nDone."));
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

    @Test
    void paragraphsAreStepsAndTheirLinesAreNone() {
        assertEquals(
                List.of(
                        "First we add:\n2 + 3 = 5.",
                        "Then we double:\n\\[\n5 \\cdot 2\n\n= 10\n\\]",
                        "The final answer is: 10."),
                texts(
                        "First we add:\n2 + 3 = 5.\n\nThen we double:\n\\[\n5 \\cdot 2\n\n= 10\n\\]\n\nThe final answer is: 10.\n"));
        assertEquals(List.of("a = 1", "b = 2", "c = 3"), texts("a = 1\nb = 2\nc = 3\n\nThe answer is: 3"));
        assertEquals(
                List.of("1+1=<<1+1=2>>2", "2+1=<<2+1=3>>3", "So 3."), texts("1+1=<<1+1=2>>2\n2+1=<<2+1=3>>3\n\nSo 3."));
    }

    @Test
    void aDisplayInAParagraphOfItsOwnBelongsToTheOneBefore() {
        assertEquals(
                List.of("We get\n\n\\[ x = 3. \\]", "So it is 3.\n\n$$y = 4$$"),
                texts("We get\n\n\\[ x = 3. \\]\n\nSo it is 3.\n\n$$y = 4$$"));
    }

    @Test
    void aTitleBelongsToWhatItNames() {
        assertEquals(
                List.of("Step 1: Nails in bags.\n8*15=120", "Step 2: All nails.\n120+30=150"),
                texts("Step 1: Nails in bags.\n8*15=120\nStep 2: All nails.\n120+30=150"));
        assertEquals(
                List.of("## The first part\n\nIt is 4 + 4 = 8.", "**Second part**\n\nIt is 8 - 1 = 7."),
                texts("## The first part\n\nIt is 4 + 4 = 8.\n\n**Second part**\n\nIt is 8 - 1 = 7."));
        assertEquals(
                List.of("Step 1: 3 + 4 = 7.", "Step 2: 7 + 1 = 8."), texts("Step 1: 3 + 4 = 7.\nStep 2: 7 + 1 = 8."));
    }

    @Test
    void rulesHeadsOfTablesAndMarksOfCodeAreNoSteps() {
        assertEquals(
                List.of("| day 1 | 4 + 1 | 5 |", "| day 2 | 5 + 1 | 6 |"),
                texts(
                        "| day | sum | nuts |\n|---|:---:|---|\n| day 1 | 4 + 1 | 5 |\n| day 2 | 5 + 1 | 6 |\n\n**Answer: 6**"));
        assertEquals(List.of("We add.", "It is 5."), texts("We add.\n---\nIt is 5.\n***"));
        assertEquals(2, texts("We compute.\n```python\nx = 2\n\nprint(x)\n```").size());
    }

    @Test
    void thoughtsAreNoSteps() {
        assertEquals(List.of("2+3=5.", "So 5."), texts("<think>\nIs it 6?\n\nNo.\n</think>\n2+3=5.\nSo 5."));
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return Arbitraries.of(
                        "We add 2 and 3, which is 5.",
                        "So $x = 4$ holds",
                        "\\[ a = b \\] gives it.",
                        "Therefore\n\\[\n3 + 4 = 7\n\\]",
                        "There are 12 of them.\nHalf of them is 6.",
                        "\\begin{align*}\n a &= 1\n\n b &= 2\n\\end{align*} as above",
                        "1. First, 8 / 2 = 4.")
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    /** However they are spaced, with or without a thought before them, people's paragraphs come out again, each in its place. */
    @Property(tries = 300)
    void paragraphsComeOutAgain(
            @ForAll("sentences") List<String> steps,
            @ForAll @IntRange(min = 2, max = 4) int feeds,
            @ForAll boolean thinks,
            @ForAll boolean windows) {
        String joined = String.join("\n".repeat(feeds), steps);
        String solution = windows ? joined.replace("\n", "\r\n") : joined;
        String text = (thinks ? "<think>\nPerhaps 3.\n\nOr 4.\n</think>\n\n" : "") + solution + "\n";
        List<LocatedStep> found = StepSplitter.locate(text);
        assertEquals(
                steps,
                found.stream()
                        .map(step -> step.step().text().replace("\r\n", "\n"))
                        .toList());
        assertPlaces(found, text);
    }

    @Property(tries = 300)
    void placesAreInOrderAndHoldTheStep(@ForAll("anything") String text) {
        assertPlaces(StepSplitter.locate(text), text);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.of(
                        "\n",
                        "\n\n",
                        " ",
                        "a",
                        "Step 2:",
                        "## b",
                        "```",
                        "|---|",
                        "| x |",
                        "\\[",
                        "\\]",
                        "$$",
                        "3 = 4.",
                        "#### 5",
                        "A: 5",
                        "\\begin{x}",
                        "\\end{x}",
                        "**c**",
                        ". B",
                        "\r\n",
                        "<<1+1=2>>",
                        "\u2028")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static void assertPlaces(List<LocatedStep> steps, String text) {
        int from = 0;
        for (LocatedStep step : steps) {
            assertTrue(step.start() >= from, "overlapping at " + step);
            assertEquals(step.step().text(), text.substring(step.start(), step.end()));
            from = step.end();
        }
    }

    @Test
    void longHostileTextsAreSplitAtOnce() {
        List<String> parts = List.of(
                "|-",
                "#",
                "**",
                "\\[\n",
                "\\[",
                "\\( ",
                "$ ",
                "$5. ",
                "\\begin{a} ",
                "\\begin{",
                "Step 1",
                "Step 1:\n",
                "```\n",
                "\n\n|",
                "$$\n",
                "- - ",
                "a. B",
                "a:\n- b\n",
                "1. b,\n",
                "x:\n\\[a\\]\n",
                "\\[a\\]\nso b\n",
                "## a\n",
                "<think>",
                "<think>x</think>a\n\n",
                "Answer: 5\n");
        for (String part : parts) {
            String text = part.repeat(200_000 / part.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> StepSplitter.locate(text));
        }
    }
}

package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineStepsTest {
    private static List<String> texts(String text) {
        return StepSplitter.split(text).steps().stream().map(Step::text).toList();
    }

    @Test
    void aDisplayBelongsToTheWordsBeforeIt() {
        assertEquals(
                List.of(
                        "The area is:\n\\[ 3 \\cdot 4 = 12 \\]\n$$12 / 2 = 6$$",
                        "Half of it is 3.\n\\begin{align*}\n6/2 &= 3\n\\end{align*}"),
                texts(
                        "The area is:\n\\[ 3 \\cdot 4 = 12 \\]\n$$12 / 2 = 6$$\nHalf of it is 3.\n\\begin{align*}\n6/2 &= 3\n\\end{align*}"));
        assertEquals(List.of("\\[ 3 + 4 = 7 \\]", "\\[ 7 - 2 = 5 \\]"), texts("\\[ 3 + 4 = 7 \\]\n\\[ 7 - 2 = 5 \\]"));
        assertEquals(
                List.of("The sum is\n\\[ 5 + 2 = 7 \\] apples.", "One more makes 8."),
                texts("The sum is\n\\[ 5 + 2 = 7 \\] apples.\nOne more makes 8."));
    }

    @Test
    void aLineThatGoesOnAfterADisplayBelongsToIt() {
        assertEquals(
                List.of("We get\n\\[ 2x = 8, \\]\nwhich gives\n\\[ x = 4. \\]", "So 4."),
                texts("We get\n\\[ 2x = 8, \\]\nwhich gives\n\\[ x = 4. \\]\nSo 4."));
        assertEquals(List.of("x + 3x = 48", "x = 48/4", "x = 12"), texts("x + 3x = 48\nx = 48/4\nx = 12"));
    }

    @Test
    void theItemsOfAListBelongToTheLineThatAnnouncesThem() {
        assertEquals(
                List.of(
                        "Each day brings:\n- 4 eggs in the barn,\n- 3 eggs outside.",
                        "4 + 3 = 7.",
                        "7 * 7 = 49.",
                        "So 49 a week."),
                texts(
                        "Each day brings:\n- 4 eggs in the barn,\n- 3 eggs outside.\n4 + 3 = 7.\n7 * 7 = 49.\nSo 49 a week."));
        assertEquals(
                List.of("Both hold:\n1. a + b = 5,\n2. a - b = 1.", "2a = 6.", "a = 3.", "b = 2."),
                texts("Both hold:\n1. a + b = 5,\n2. a - b = 1.\n2a = 6.\na = 3.\nb = 2."));
    }

    @Test
    void aSolutionThatIsAListHasAStepAnItem() {
        assertEquals(
                List.of("We count:", "- 4 + 3 = 7 eggs a day", "- 7 * 7 = 49 eggs a week"),
                texts("We count:\n- 4 + 3 = 7 eggs a day\n- 7 * 7 = 49 eggs a week\nAnswer: 49"));
        assertEquals(
                List.of("We go on so:", "1. 4 + 3 = 7.", "2. 7 * 7 = 49.", "3. 49 - 9 = 40."),
                texts("We go on so:\n1. 4 + 3 = 7.\n2. 7 * 7 = 49.\n3. 49 - 9 = 40."));
    }

    @Test
    void aNumberedStepIsNeverATitleOfTheNext() {
        assertEquals(
                List.of("Step 1: First, find the height of all shelves.", "Step 2: 3 * 4 = 12.", "Step 3: #### 12"),
                texts("Step 1: First, find the height of all shelves.\nStep 2: 3 * 4 = 12.\nStep 3: #### 12"));
        assertEquals(
                List.of("Step 1: The bus leaves.", "Step 2: It comes back.", "Step 3: Nobody is left."),
                texts("Step 1: The bus leaves.\n\nStep 2: It comes back.\n\nStep 3: Nobody is left."));
    }

    @Test
    void aTitleThatNamesNothingIsNoStep() {
        assertEquals(List.of("3 + 4 = 7.", "7 + 1 = 8."), texts("3 + 4 = 7.\n7 + 1 = 8.\n## Final answer\nAnswer: 8"));
        assertEquals(
                List.of("3 + 4 = 7.", "7 + 1 = 8."), texts("3 + 4 = 7.\n\n7 + 1 = 8.\n\n**Final answer**\n\n#### 8"));
    }

    @Test
    void linesBeforeAParagraphThatOnlyAnswersAreSteps() {
        assertEquals(
                List.of("3 + 4 = 7.", "7 + 1 = 8.", "8 / 2 = 4.", "So the answer is $\\boxed{4}$."),
                texts("3 + 4 = 7.\n7 + 1 = 8.\n8 / 2 = 4.\n\nSo the answer is $\\boxed{4}$."));
        assertEquals(
                List.of("3 + 4 = 7.\n7 + 1 = 8.\n8 / 2 = 4.", "The rest is 4 as well."),
                texts("3 + 4 = 7.\n7 + 1 = 8.\n8 / 2 = 4.\n\nThe rest is 4 as well."));
    }

    @Test
    void anAnswerInTwoSentencesIsAStep() {
        assertEquals(
                List.of("3 + 4 = 7.", "Final Answer: The final answer is 7. I hope it is correct."),
                texts("3 + 4 = 7.\n\nFinal Answer: The final answer is 7. I hope it is correct."));
        assertEquals(
                List.of("3 + 4 = 7.", "The final answer is:\n\\[ \\boxed{7} \\]"),
                texts("3 + 4 = 7.\nThe final answer is:\n\\[ \\boxed{7} \\]"));
    }

    /** A solution in one manner of writing, and the steps that people count in it. */
    private record Written(List<String> steps, String text) {}

    private static final List<String> CLOSINGS = List.of("", "#### 12", "A: 12", "Answer: 12", "---\n**Answer: 12**");

    private static Arbitrary<String> step() {
        return Arbitraries.of(
                "We add 2 and 3, which is 5.",
                "Half of 12 is 6",
                "So $x = 4$ holds.",
                "The total is:\n\\[ 3 + 4 = 7 \\]",
                "The total is\n$$\n3 + 4 = 7,\n$$\nand no more.",
                "It follows that\n\\begin{align*}\na &= 1\\\\\nb &= 2\n\\end{align*}",
                "There are three kinds:\n- 4 red ones\n- 5 blue ones\n- 3 green ones");
    }

    /** From four steps on a list is a part of its step, not the solution. */
    @Provide
    Arbitrary<Written> written() {
        Arbitrary<List<String>> steps = step().list().ofMinSize(4).ofMaxSize(9);
        Arbitrary<String> closing = Arbitraries.of(CLOSINGS);
        Arbitrary<String> numbering =
                Arbitraries.of("", "Step %d: ", "**Step %d:** ", "## Step %d\n", "Step %d: Next.\n");
        Arbitrary<String> feeds = Arbitraries.of("\n", "\n\n", "\n \n\n");
        return Combinators.combine(steps, closing, numbering, feeds, Arbitraries.of(true, false))
                .as(LineStepsTest::write);
    }

    private static Written write(List<String> steps, String closing, String numbering, String feeds, boolean thinks) {
        List<String> numbered = new ArrayList<>();
        for (String step : steps) {
            numbered.add(String.format(numbering, numbered.size() + 1) + step);
        }
        String thought = thinks ? "<think>\nIs it 13?\n\nNo: 12.\n</think>\n" : "";
        return new Written(numbered, thought + String.join(feeds, numbered) + feeds + closing);
    }

    @Property(tries = 500)
    void everyMannerOfWritingHasTheStepsThatPeopleCount(@ForAll("written") Written written) {
        assertEquals(written.steps(), texts(written.text()));
    }

    @Property(tries = 300)
    void joinedStepsAreTheSameSteps(@ForAll("written") Written written) {
        List<String> once = texts(written.text());
        assertEquals(once, texts(String.join("\n\n", once)));
        assertEquals(once, texts(String.join("\n", once)));
    }

    @Property(tries = 300)
    void everyStepStandsWhereItSays(@ForAll("written") Written written) {
        int from = 0;
        for (LocatedStep step : StepSplitter.locate(written.text())) {
            assertEquals(step.step().text(), written.text().substring(step.start(), step.end()));
            assertEquals(step.start(), written.text().indexOf(step.step().text(), from));
            from = step.end();
        }
    }
}

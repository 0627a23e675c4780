package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kinds of texts and the answers in them. */
class ExtractionKindsTest {
    private static Arguments gives(String answer, String text) {
        return Arguments.of(answer, text);
    }

    static Stream<Arguments> markersClauses() {
        return Stream.of(
                gives("34", "Final answer: the largest such n is 34."),
                gives("120", "Final Answer: The area of $ABC$ is 120. I hope it is correct."),
                gives("5", "The answer is therefore 5."),
                gives("12", "The answer is indeed $12$."),
                gives("12 apples", "The answer is 12 apples in total."),
                gives("12 apples", "Answer: There are 12 apples."),
                gives("12 boxes", "Final Answer: He needs to buy 12 boxes of tiles."),
                gives("12", "The answer is about 12."),
                gives("12", "The answer is 12!"),
                gives("12", "The answer is the number 12."),
                gives("12", "The answer, then, is 12."),
                gives("12", "So the answer is 12 \u2713"),
                gives("7", "Therefore the answer must be 7."),
                gives("8", "## Answer\n\n8"),
                gives("8", "Final result: 8"),
                gives("8", "Ans: 8"),
                gives("8", "\u7B54\u6848\u662F8\u3002"),
                gives("17", "17 is right. The answer is 17, not 18."),
                gives("2 hours and 15 minutes", "The answer is 2 hours and 15 minutes."),
                gives("all real numbers except 2", "The answer is all real numbers except 2."),
                gives("7", "The answer is 3 + 4 = 7."),
                gives("x = 2 or x = 5", "The answer is x = 2 or x = 5."),
                gives("3", "The answer to part (b) is 3."));
    }

    static Stream<Arguments> marksThatAreNone() {
        return Stream.of(
                gives("5", "#### Step 1\nAdd.\n#### Step 2\nThe answer is 5."),
                gives("5", "#### Step 4: Result\nSo she has 5 apples."),
                gives("5", "#### Final Answer: 5"),
                gives("5", "#### 1. Add the numbers\n2 + 3 = 5"),
                gives("9", "\\boxed{9}. The answer is reasonable."),
                gives("9", "\\boxed{9}\n\nAnswer: see above."),
                gives("4", "If the answer is 3, then we are wrong. So it is 4."),
                gives("no solution", "\\boxed{13} is wrong; there is no solution."),
                gives("4", "\\boxed{3} is not correct, the right one is \\boxed{4}."),
                gives("4", "The answer is 3? No, the answer is 4."),
                gives("4", "The answer is 3. Wait, that's wrong. It is 3 + 1 = 4."));
    }

    static Stream<Arguments> moneyIsNoFormula() {
        return Stream.of(
                gives("$18", "$9 * $2 = $18"),
                gives("$70,000", "So he made $200,000 - $130,000 = $70,000 profit."),
                gives("3", "He orders $24/$8.00 = 3 pans."),
                gives("$30,000", "The gain:\n\n$90,000 - $60,000 = **$30,000**"),
                gives("$70", "It costs $50 and $20, which is $70 in all."),
                gives("$75", "As $75 > $64, the second offer wins, with a gain of $75"),
                gives("\\$18 per day", "**Answer: \\$18 per day.**"),
                gives("3", "The price is $5 and $x$ is 3."));
    }

    static Stream<Arguments> lastSentences() {
        return Stream.of(
                gives("12", "x = 3 and so there are 12 apples."),
                gives("12", "There are 12 sequences with $d=\\frac{90}{n}$. Hence 12 of them."),
                gives("f(x) = x^2+1", "So f(x) = x^2+1"),
                gives("(2, 3)", "The point is (2, 3)."),
                gives("8", "So 3 + 5 = 8 apples are eaten in 2 days."),
                gives("12", "In 5 days she reads 12 books."),
                gives("60 minutes", "So it takes 60 minutes to fill 3 tanks."),
                gives("7", "Thus there are 7 more boys than the 12 girls."),
                gives("15", "Therefore 15 of the 20 students passed."),
                gives("$5", "He spends $5 because there are 10 pens."),
                gives("16", "He needs 16 bags, since 480 / 30 = 16."),
                gives("$45", "It costs $15 and he needs 3 so that's 15*3 = $45"),
                gives("20", "We divide: 100/5 = 5A/5 or 20 = A."),
                gives("1 000 000", "There are 1 000 000 people."),
                gives("2.50 \u20AC", "Das macht 2,50 \u20AC."),
                gives("twelve", "She has twelve apples."),
                gives("2, 5", "The roots are 2 and 5."),
                gives("1, 2, 3", "$1$ and $2$ and $3$"),
                gives("12", "Anna has **12** apples.\n\nLet me know if you have questions!"));
    }

    static Stream<Arguments> wordsAndChoices() {
        return Stream.of(
                gives("Yes", "Yes, it is divisible by 3."),
                gives("No", "Final answer: No, they do not."),
                gives("Friday", "It will be Friday."),
                gives("Evelyn", "The answer is Evelyn."),
                gives("(B)", "The answer is (B)."),
                gives("B", "So I choose option B."),
                gives("C", "Hence (C) is right."),
                gives("even", "So the number is even."),
                gives("infinitely many solutions", "There are infinitely many solutions."));
    }

    static Stream<Arguments> bareAnswers() {
        return Stream.of(
                        "x+1",
                        "\\frac{1}{2}",
                        "10^6",
                        "1 000",
                        "(2, 3)",
                        "2\\pi",
                        "Evelyn",
                        "1.5e3",
                        "y = 2x + 1",
                        "[2,5)",
                        "1, 2, 3",
                        "3:2",
                        "4:30 p.m.",
                        "5 km",
                        "New York",
                        "no solution",
                        "x > 3",
                        "-7",
                        "50%",
                        "2 1/2",
                        "12 apples",
                        "\u00BD")
                .map(text -> gives(text, text));
    }

    static Stream<Arguments> severalBoxes() {
        return Stream.of(
                gives("1, 2", "\\boxed{1} papers and \\boxed{2} bins"),
                gives("1, 2", "\\boxed{1}\\boxed{2}"),
                gives("x=1 or x=2", "\\[\\boxed{x=1}\\quad\\text{or}\\quad\\boxed{x=2}\\]"),
                gives("1 or 2", "\\boxed{1}, or \\boxed{2}"),
                gives("1, 2", "- \\boxed{1}\n- \\boxed{2}"),
                gives("1, 2", "(a) \\boxed{1}\n(b) \\boxed{2}"),
                gives("(3, 3), (1, 1)", "$\\boxed{(3, 3)}$ for part (a) and $\\boxed{(1, 1)}$ for part (b)"),
                gives("2", "First we get \\boxed{1}. Then \\boxed{2}."),
                gives("5", "$\\boxed{5}$\n\n$\\boxed{5}$"),
                gives("3", "\\boxed{\\boxed{3}}"));
    }

    static Stream<Arguments> hurtEscapes() {
        return Stream.of(
                gives("\\text{odd}", "\\boxed{\text{odd}}"),
                gives("\\frac{1}{2}", "\boxed{\frac{1}{2}}"),
                gives("\\frac{1}{2}", "\\\\boxed{\\\\frac{1}{2}}"),
                gives("3\\times 4", "The answer is $3\times 4$."));
    }

    static Stream<Arguments> whatFollowsTheAnswer() {
        return Stream.of(
                gives("12", "So, the answer is 12.\n\nQ: What is 3 + 4?\nA: The answer is 7."),
                gives("42", "2 + 40 = 42\n#### 42\n\nQuestion: What is 3 plus 4?\nAnswer: 3+4=7\n#### 7"),
                gives("9", "Question: What is 4 + 5?\nAnswer: 9"),
                gives("12", "The answer is 12<|im_end|>"),
                gives("12", "A: 12</s>"),
                gives("5", "<answer>5</answer> checked in 3 ways"),
                gives("5", "<answer>The answer is 5</answer>"),
                gives("72", "<think>\\boxed{24}? no</think> The answer is 72."));
    }

    @ParameterizedTest
    @MethodSource({
        "markersClauses",
        "marksThatAreNone",
        "moneyIsNoFormula",
        "lastSentences",
        "wordsAndChoices",
        "bareAnswers",
        "severalBoxes",
        "hurtEscapes",
        "whatFollowsTheAnswer"
    })
    void takes(String answer, String text) {
        assertEquals(answer, AnswerExtractor.standard().extract(text).answer().orElse("(none)"));
    }

    @Test
    void nothingIsTakenWhereNothingIsSaid() {
        for (String text : List.of(
                "",
                " \n",
                "I do not know.",
                "\\boxed{}",
                "<think>5</think>",
                "\\boxed{13} cannot be right.",
                "$",
                "####")) {
            assertInstanceOf(
                    ExtractedAnswer.None.class, AnswerExtractor.standard().extract(text), text);
        }
    }

    @Test
    void surenessFollowsTheWayOfFinding() {
        assertEquals(Sureness.MARKED, sureness("\\boxed{5}"));
        assertEquals(Sureness.CONCLUDED, sureness("2 + 3 = 5 apples."));
        assertEquals(Sureness.CONCLUDED, sureness("x+1"));
        assertEquals(Sureness.GUESSED, sureness("Perhaps of 5, for 6"));
    }

    private static Sureness sureness(String text) {
        return ((ExtractedAnswer.Found) AnswerExtractor.standard().extract(text)).sureness();
    }

    @Test
    void timeIsLinear() {
        List<String> parts = List.of(
                "\\boxed{}",
                "\\boxed{",
                "$",
                "$$",
                "\\(",
                "the answer is ",
                "answer: ",
                "answer to ",
                "answer is:\n",
                "#### \n",
                "<think>",
                "</think>",
                "<answer>",
                "A:\n",
                "Q: 1\n",
                "=5 ",
                "because 5 ",
                "5. ",
                "so 5 ",
                "$5 ",
                "$x$ ",
                "\\boxed{1} and ",
                "(1,",
                "(A)",
                "<|channel|>",
                "<|im_end|>",
                "\\boxed{5} is wrong. ",
                "\ud83d",
                "\\frac{",
                "x = 1 or ");
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String part : parts) {
                AnswerExtractor.standard().extract(part.repeat(50_000));
                AnswerExtractor.strict().extract(part.repeat(50_000));
            }
            AnswerExtractor.standard().extract("7".repeat(1_000_000));
        });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(
                "\\boxed{",
                "}",
                "{",
                "$",
                "$$",
                "\\(",
                "\\)",
                "\\[",
                "\\]",
                "The answer is ",
                "Final answer: ",
                "#### ",
                "A: ",
                "Q: ",
                "<answer>",
                "</answer>",
                "<think>",
                "</think>",
                "<|im_end|>",
                "5",
                "1 000",
                "2,74",
                "12.5",
                "%",
                " = ",
                "x",
                " and ",
                " or ",
                " because ",
                ". ",
                "\n",
                "So ",
                "option B",
                "(B)",
                "(2, 3)",
                "yes",
                "No, ",
                "Monday",
                "\\frac",
                "\\text{",
                "is wrong",
                "Wait, ",
                "-",
                "^",
                "/",
                "\ud83d\ude00",
                "\ude00",
                "\ud83d",
                "\t",
                "\b",
                "\f",
                "\\\\",
                "\u00BD",
                "**",
                "\u7B54\u6848\u662F",
                "is ",
                "are ",
                "to ",
                "of ",
                "than ");
        Arbitrary<String> joined = parts.list().ofMaxSize(25).map(list -> String.join("", list));
        return Combinators.combine(joined, Arbitraries.integers().between(0, 12))
                .as((text, cut) -> text.substring(Math.min(cut, text.length())));
    }

    @Property(tries = 3_000)
    void noTextMakesItThrowAndTheSpanLiesInTheText(@ForAll("texts") String text) {
        for (AnswerExtractor extractor : List.of(
                AnswerExtractor.standard(),
                AnswerExtractor.strict(),
                AnswerExtractor.with(ExtractionSettings.choices()))) {
            if (extractor.extract(text) instanceof ExtractedAnswer.Found found) {
                assertTrue(found.end() <= text.length() && found.start() < found.end(), text + " gives " + found);
                assertTrue(
                        !splitsPair(text, found.start()) && !splitsPair(text, found.end()), text + " gives " + found);
            }
        }
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}

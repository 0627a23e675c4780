package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No text, wherever it is cut, breaks the grader or hangs it. */
class GradingRobustnessTest {
    /** Far more than any text takes; a guard against hanging, not a measurement. */
    private static final Duration GUARD = Duration.ofSeconds(20);

    private final Grader grader = Grader.standard();
    private final TextGrader texts = TextGrader.standard();

    /** Pieces of LaTeX, of markers, of tags, of numbers and of broken Unicode. */
    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "\\boxed{",
                        "\\boxed",
                        "\\fbox{",
                        "}",
                        "{",
                        "\\frac{1}{2}",
                        "\\frac",
                        "\\sqrt[3]{",
                        "$",
                        "$$",
                        "\\(",
                        "\\)",
                        "\\[",
                        "\\]",
                        "\\begin{cases}",
                        "\\end{cases}",
                        "\\begin{pmatrix}1&2\\\\3",
                        "\\end{pmatrix}",
                        "&",
                        "\\\\",
                        "\\text{ cm}",
                        "\\left(",
                        "\\right]",
                        "\\sum_{k=1}^{n}",
                        "\\int_0^1",
                        "\\prod",
                        "^",
                        "_",
                        "\\",
                        "\\\\frac"),
                Arbitraries.of(
                        "#### ",
                        "The answer is ",
                        "Final Answer: ",
                        "**Answer:**",
                        "A: ",
                        "\n",
                        "\n\n",
                        "Question: ",
                        "<think>",
                        "</think>",
                        "<answer>",
                        "</answer>",
                        "<|channel|>final<|message|>",
                        "<|im_end|>",
                        "</s>",
                        "**",
                        "- ",
                        "So ",
                        "Step 1: ",
                        "option (B)",
                        "yes",
                        "or",
                        " and "),
                Arbitraries.of(
                        "12",
                        "-3",
                        "1,000",
                        "1 000",
                        "3.5",
                        "0.\\overline{3}",
                        "10^{10^{10}}",
                        "50!",
                        "99999999999999999999",
                        "1e308",
                        "½",
                        "5%",
                        "$5",
                        "3:30 PM",
                        "2_{3}",
                        "x",
                        "x+1",
                        "(2, 3)",
                        "[0, 1)",
                        "\\{1, 2\\}",
                        "x > 3",
                        "5 km",
                        "i",
                        "\\pi"),
                Arbitraries.of(
                        "\ud83d", "\ude00", "😀", "\0", "\t", "\f", "\b", "\r", "\u200b", "\ufeff", "\u202e", "\u0301",
                        "５", "（", "∑", "\uffff", "𝟓", "≤", "\u2028"),
                Arbitraries.strings().ofMaxLength(6));
    }

    private static String cut(List<String> parts, int from, int to) {
        String all = String.join("", parts);
        int start = Math.min(from, all.length());
        return all.substring(start, Math.max(start, Math.min(to, all.length())));
    }

    @Property(tries = 1000)
    void anyCutTextIsGraded(
            @ForAll @Size(max = 25) List<@From("fragments") String> parts,
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(max = 200) int to,
            @ForAll("fragments") String gold) {
        String text = cut(parts, from, to);
        GradedText graded = assertTimeoutPreemptively(GUARD, () -> texts.grade(text, gold));
        assertFalse(graded.why().contains("failed"), () -> text + " ~ " + gold + ": " + graded.why());
        assertEquals(graded, texts.grade(text, gold), text);
    }

    @Property(tries = 1000)
    void anyCutPairIsGraded(
            @ForAll @Size(max = 10) List<@From("fragments") String> parts,
            @ForAll @Size(max = 10) List<@From("fragments") String> others,
            @ForAll @IntRange(max = 60) int to) {
        String a = cut(parts, 0, to);
        String b = cut(others, 1, to + 1);
        Verdict verdict = assertTimeoutPreemptively(GUARD, () -> grader.grade(a, b));
        assertFalse(verdict.why().contains("failed"), () -> a + " ~ " + b + ": " + verdict);
    }

    @Property(tries = 60)
    void anyRepetitionIsGraded(
            @ForAll @Size(min = 1, max = 3) List<@From("fragments") String> parts,
            @ForAll @IntRange(min = 100, max = 5_000) int times,
            @ForAll("fragments") String after) {
        String text = String.join("", parts).repeat(times) + after;
        GradedText graded = assertTimeoutPreemptively(GUARD, () -> texts.grade(text, "5"));
        assertFalse(graded.why().contains("failed"), () -> parts + " x " + times + ": " + graded.why());
        Verdict verdict = assertTimeoutPreemptively(GUARD, () -> grader.grade(text, "5"));
        assertFalse(verdict.why().contains("failed"), () -> parts + " x " + times + ": " + verdict);
    }
}

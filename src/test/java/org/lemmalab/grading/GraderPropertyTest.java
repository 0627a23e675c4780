package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class GraderPropertyTest {
    private final Grader grader = Grader.standard();

    /** Answers of all kinds, built from small parts. */
    @Provide
    Arbitrary<String> answers() {
        Arbitrary<String> numbers = Arbitraries.integers().between(-999, 999).map(String::valueOf);
        Arbitrary<String> atoms = Arbitraries.oneOf(
                numbers,
                Arbitraries.of("x", "y", "\\pi", "\\sqrt{3}", "2.5", "\\sqrt7", "i", "\\frac12", "x^2"),
                Combinators.combine(numbers, Arbitraries.integers().between(1, 99))
                        .as((a, b) -> "\\frac{" + a + "}{" + b + "}"));
        Arbitrary<String> expressions = Combinators.combine(atoms, Arbitraries.of("+", "-", "\\cdot ", "/"), atoms)
                .as((a, operator, b) -> "(" + a + ")" + operator + "(" + b + ")");
        Arbitrary<String> pairs = Combinators.combine(Arbitraries.of("(", "[", "\\{"), atoms, atoms)
                .as((open, a, b) -> open + a + ", " + b + (open.equals("(") ? ")" : open.equals("[") ? "]" : "\\}"));
        return Arbitraries.oneOf(atoms, expressions, pairs, expressions.map(e -> "z = " + e));
    }

    @Property(tries = 300)
    void everyAnswerEqualsItself(@ForAll("answers") String answer) {
        assertTrue(grader.equal(answer, answer), answer);
    }

    @Property(tries = 500)
    void equalityIsSymmetric(@ForAll("answers") String a, @ForAll("answers") String b) {
        assertEquals(grader.equal(a, b), grader.equal(b, a), a + " ~ " + b);
    }

    @Property(tries = 300)
    void formattingChangesNothing(@ForAll("answers") String answer) {
        String formatted =
                answer.replace("(", "\\left( ").replace(")", " \\right)").replace("\\frac", "\\dfrac");
        assertTrue(grader.equal("$" + formatted + "$", answer), formatted);
        assertTrue(grader.equal("\\[ \\boxed{" + answer + "} \\]", answer), answer);
    }

    @Property(tries = 300)
    void currencyAndThousandsMarksChangeNothing(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long value) {
        String grouped = String.format(java.util.Locale.ROOT, "%,d", value);
        String plain = Long.toString(value);
        assertTrue(grader.equal("\\$" + grouped, plain), grouped);
        assertTrue(grader.equal(grouped.replace(",", "{,}"), plain), grouped);
        assertTrue(grader.equal(grouped.replace(",", ",\\!"), plain), grouped);
        assertTrue(grader.equal(plain + " dollars", "\\$" + plain), plain);
    }

    @Property(tries = 500)
    void onePercentMoreIsNeverEqual(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long units, @ForAll @IntRange(max = 9) int decimals) {
        BigDecimal value = BigDecimal.valueOf(units, decimals);
        BigDecimal more = value.multiply(new BigDecimal("1.01"));
        assertFalse(grader.equal(value.toPlainString(), more.toPlainString()), value + " and " + more);
        assertFalse(grader.equal(value.toPlainString() + "\\pi", more.toPlainString() + "\\pi"));
        assertFalse(grader.equal(value.toPlainString() + "x", more.toPlainString() + "x"));
    }

    @Property(tries = 300)
    void aHundredfoldIsNeverEqual(@ForAll @LongRange(min = 1, max = 1_000_000_000L) long value) {
        assertFalse(grader.equal(value + "00", Long.toString(value)));
        assertFalse(grader.equal(value + "%", value + "00"));
    }

    @Property(tries = 300)
    void fractionsEqualTheirMultiples(
            @ForAll @IntRange(min = -500, max = 500) int above,
            @ForAll @IntRange(min = 1, max = 500) int below,
            @ForAll @IntRange(min = 2, max = 50) int factor) {
        String reduced = "\\frac{" + above + "}{" + below + "}";
        assertTrue(grader.equal(reduced, above * factor + "/" + below * factor));
        assertFalse(grader.equal(reduced, (above * factor + 1) + "/" + below * factor));
    }

    @Property(tries = 300)
    void expandedAndFactoredPolynomialsAreEqual(
            @ForAll @IntRange(min = -50, max = 50) int a, @ForAll @IntRange(min = -50, max = 50) int b) {
        Assume.that(a != 0 && b != 0);
        String factored = "(x + " + a + ")(x + " + b + ")";
        assertTrue(grader.equal(factored, "x^2 + " + (a + b) + "x + " + a * b), factored);
        assertFalse(grader.equal(factored, "x^2 + " + (a + b) + "x + " + (a * b + 1)), factored);
    }

    @Property(tries = 1000)
    void anyTextGetsAVerdict(@ForAll @StringLength(max = 60) String a, @ForAll @StringLength(max = 60) String b) {
        assertFalse(grader.grade(a, b).why().contains("failed"), a + " ~ " + b);
    }

    @Property(tries = 1500)
    void anyJumbleOfLatexGetsAVerdict(@ForAll("jumbles") String a, @ForAll("jumbles") String b) {
        Verdict verdict = grader.grade(a, b);
        assertFalse(verdict.why().contains("failed"), a + " ~ " + b + ": " + verdict);
        assertEquals(verdict.isEqual(), grader.grade(b, a).isEqual(), a + " ~ " + b);
    }

    @Provide
    Arbitrary<String> jumbles() {
        return Arbitraries.of(
                        "\\frac",
                        "{",
                        "}",
                        "(",
                        ")",
                        "[",
                        "]",
                        "\\{",
                        "\\}",
                        "1",
                        "2",
                        "0",
                        "x",
                        "i",
                        "e",
                        "\\pi",
                        "+",
                        "-",
                        "/",
                        "^",
                        "_",
                        "!",
                        ",",
                        ".",
                        "=",
                        "<",
                        "\\le",
                        "\\cup",
                        "\\infty",
                        "\\sqrt",
                        "\\sin",
                        "\\ln",
                        "|",
                        "%",
                        "\\pm",
                        "\\text{cm}",
                        "\\begin{pmatrix}",
                        "\\end{pmatrix}",
                        "&",
                        "\\\\",
                        " ",
                        ":",
                        "\\circ",
                        "\\$",
                        "\\in",
                        "and",
                        "f",
                        "\\binom",
                        "\\overline",
                        "'",
                        "e5",
                        "{,}",
                        "\\left",
                        "\\right")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void anyBeginningOfAnAnswerGetsAVerdict(@ForAll("answers") String answer, @ForAll @IntRange(max = 40) int length) {
        String cut = answer.substring(0, Math.min(length, answer.length()));
        assertFalse(grader.grade(cut, answer).why().contains("failed"), cut);
    }
}

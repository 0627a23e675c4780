package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lemmalab.solution.Escapes;

class NotationTest {
    private static final Pattern CODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final Grader grader = Grader.with(GradingSettings.standard().withTimeLimit(Duration.ofSeconds(20)));

    @TestFactory
    Stream<DynamicTest> pairsOfAnswersByNotation() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String kind = "";
        for (String line : resource().lines().toList()) {
            if (line.startsWith("## ")) {
                kind = line.substring(3);
            } else if (!line.isBlank() && "=!?".indexOf(line.charAt(0)) >= 0) {
                tests.add(DynamicTest.dynamicTest(kind + ": " + line, () -> checkPair(line)));
            }
        }
        assertTrue(tests.size() > 300, "the file of pairs is read");
        return tests.stream();
    }

    private static String resource() throws IOException {
        try (var in = NotationTest.class.getResourceAsStream("notation-pairs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void checkPair(String line) {
        String text = CODE.matcher(line.substring(2))
                .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)));
        String[] pair = text.split(" \\|\\| ");
        for (int turn = 0; turn < 2; turn++) {
            Verdict verdict = grader.grade(pair[turn], pair[1 - turn]);
            String found = verdict.isUndecided() ? "?" : verdict.isEqual() ? "=" : "!";
            assertEquals(line.substring(0, 1), found, verdict.toString());
            assertTrue(grader.equal(pair[turn], pair[turn]), "an answer equals itself");
        }
    }

    @Test
    void aVerdictNamesTheRuleOfItsNotation() {
        assertEquals(Rule.SMALL_INTEGERS, rule("\\sum_{k=1}^n k", "\\frac{n^2+n}{2}"));
        assertEquals(Rule.CALCULUS, rule("\\int_0^\\pi \\sin x\\,dx", "2"));
        assertEquals(Rule.SAME_DIGITS, rule("1101", "1101_2"));
        assertEquals(Rule.RESIDUES, rule("x\\equiv 2\\pmod 7", "9\\pmod 7"));
        assertEquals(Rule.PIECEWISE, rule("\\begin{cases}x&x\\ge0\\\\-x&x<0\\end{cases}", "|x|"));
        assertEquals(Rule.EXACT_NUMBER, rule("7^{1000000}", "49^{500000}"));
    }

    private Rule rule(String prediction, String gold) {
        return assertInstanceOf(Verdict.Equal.class, grader.grade(prediction, gold))
                .rule();
    }

    @Test
    void textsWithoutEatenOrDoubledCommandsStayAsTheyAre() {
        for (String text : List.of("\\frac12", "a\tb", "one\nnew line", "x\\\\y", "a\r\nb", "", "\\")) {
            assertEquals(text, Escapes.mended(text));
        }
        assertEquals("\\frac12 and \\beta", Escapes.mended("\frac12 and \beta"));
        assertEquals("\\frac12", Escapes.mended("\\\\frac12"));
    }

    @Property(tries = 200)
    void digitsOfEveryWidthAreTheSameNumber(@ForAll @IntRange(max = 999_999) int value) {
        String plain = Integer.toString(value);
        StringBuilder wide = new StringBuilder();
        StringBuilder bold = new StringBuilder();
        plain.chars().forEach(digit -> {
            wide.append((char) ('０' + digit - '0'));
            bold.appendCodePoint(0x1D7CE + digit - '0');
        });
        assertTrue(grader.equal(wide.toString(), plain), wide.toString());
        assertTrue(grader.equal(bold.toString(), plain), bold.toString());
        assertFalse(grader.equal(wide + "１", plain), wide.toString());
    }

    @Property(tries = 200)
    void aNumberEqualsItselfInEveryBase(
            @ForAll @IntRange(min = 20, max = 100_000) int value, @ForAll @IntRange(min = 2, max = 9) int base) {
        String digits = Integer.toString(value, base);
        assertTrue(grader.equal(digits + "_" + base, digits + "_{" + base + "}"));
        assertTrue(grader.equal("(" + digits + ")_" + base, value + "_{10}"));
        assertTrue(grader.equal(digits + " base " + base, digits + "_" + base));
        assertFalse(grader.equal(Integer.toString(value + 1, base) + "_" + base, digits + "_" + base));
    }

    @Property(tries = 200)
    void repeatingDecimalsAreExact(@ForAll @IntRange(min = 1, max = 998) int period) {
        String digits = String.format("%03d", period);
        String fraction = "\\frac{" + period + "}{999}";
        assertTrue(grader.equal("0.\\overline{" + digits + "}", fraction));
        assertTrue(grader.equal("0.(" + digits + ")", fraction));
        assertTrue(grader.equal("0." + digits + digits + "\\ldots", fraction));
        assertFalse(grader.equal("0." + digits, fraction));
    }

    @Property(tries = 100)
    void sumsOfPowersEqualTheirValues(
            @ForAll @IntRange(min = 1, max = 200) int n, @ForAll @IntRange(max = 4) int power) {
        long total = 0;
        for (int k = 1; k <= n; k++) {
            total += Math.round(Math.pow(k, power));
        }
        String sum = "\\sum_{k=1}^{" + n + "} k^{" + power + "}";
        assertTrue(grader.equal(sum, Long.toString(total)), sum);
        assertFalse(grader.equal(sum, Long.toString(total + 1)), sum);
    }

    @Property(tries = 1000)
    void anyJumbleOfNotationGetsAVerdict(@ForAll("jumbles") String a, @ForAll("jumbles") String b) {
        Verdict verdict = grader.grade(a, b);
        assertFalse(verdict.why().contains("failed"), a + " ~ " + b + ": " + verdict);
    }

    @Provide
    Arbitrary<String> jumbles() {
        return Arbitraries.of(
                        "\\sum",
                        "\\prod",
                        "\\int",
                        "\\lim",
                        "_{k=1}",
                        "^{n}",
                        "^\\infty",
                        "_{x\\to 0}",
                        "\\,dx",
                        "d",
                        "x",
                        "\\frac{d}{dx}",
                        "\\begin{cases}",
                        "\\end{cases}",
                        "\\begin{aligned}",
                        "\\end{aligned}",
                        "\\begin{vmatrix}",
                        "\\end{vmatrix}",
                        "&",
                        "\\\\",
                        "\\text{if }",
                        "k",
                        "n",
                        "1",
                        "2",
                        "0.",
                        "...",
                        "\\overline",
                        "\\dot",
                        "{",
                        "}",
                        "(",
                        ")",
                        "_",
                        "^",
                        "!",
                        "!!",
                        "\\choose",
                        "\\over",
                        "\\pmod",
                        "\\equiv",
                        "\\bmod",
                        "C",
                        "\\gcd",
                        "\\max",
                        ",",
                        "½",
                        "²",
                        "₂",
                        "√",
                        "∑",
                        "∫",
                        "\f",
                        "\b",
                        "\t",
                        "\u0305",
                        "0x",
                        "\\color",
                        "\\hat",
                        "\\mathbf{i}",
                        "th",
                        " base ",
                        "one half",
                        "'",
                        "\\{",
                        "\\}",
                        "=",
                        "+",
                        "-")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }
}

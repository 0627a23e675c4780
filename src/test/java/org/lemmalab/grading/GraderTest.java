package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.io.LabException;

class GraderTest {
    private final Grader grader = Grader.with(GradingSettings.standard().withTimeLimit(Duration.ofSeconds(20)));

    @TestFactory
    Stream<DynamicTest> pairsOfAnswersByKind() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String kind = "";
        for (String line : resource().lines().toList()) {
            if (line.startsWith("## ")) {
                kind = line.substring(3);
            } else if (line.matches("[=!>] .*")) {
                tests.add(DynamicTest.dynamicTest(kind + ": " + line, () -> checkPair(line)));
            }
        }
        assertTrue(tests.size() > 200, "the file of pairs is read");
        return tests.stream();
    }

    private static String resource() throws IOException {
        try (var in = GraderTest.class.getResourceAsStream("answer-pairs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void checkPair(String line) {
        String[] pair = line.substring(2).split(" \\|\\| ");
        Verdict verdict = grader.grade(pair[0], pair[1]);
        Verdict turned = grader.grade(pair[1], pair[0]);
        assertFalse(verdict.isUndecided(), verdict.toString());
        assertEquals(!line.startsWith("!"), verdict.isEqual(), verdict.toString());
        assertEquals(line.startsWith("="), turned.isEqual(), "the other way round: " + turned);
        assertTrue(grader.equal(pair[0], pair[0]) && grader.equal(pair[1], pair[1]), "each equals itself");
    }

    @Test
    void aVerdictNamesItsRuleAndBothNormalForms() {
        Verdict.Equal verdict = assertInstanceOf(Verdict.Equal.class, grader.grade("\\frac12", "0.5"));
        assertEquals(Rule.EXACT_NUMBER, verdict.rule());
        assertEquals("1/2", verdict.gold());
        assertEquals("exact number", verdict.why());
        assertEquals(Rule.EXACT_ALGEBRA, rule("(x+1)^2", "x^2+2x+1"));
        assertEquals(Rule.RANDOM_POINTS, rule("\\sin 2x", "2\\sin x\\cos x"));
        assertEquals(Rule.HIGH_PRECISION, rule("\\cos 36^\\circ", "\\frac{1+\\sqrt5}{4}"));
        assertEquals(Rule.DECIMAL, rule("2/3", "0.66667"));
        assertEquals(Rule.REAL_SET, rule("x>2", "(2,\\infty)"));
        assertEquals(Rule.COLLECTION, rule("1,2", "2,1"));
    }

    private Rule rule(String a, String b) {
        return assertInstanceOf(Verdict.Equal.class, grader.grade(a, b)).rule();
    }

    @Test
    void aPercentSignHasOneMeaningAtATime() {
        Grader hundredth = Grader.with(grader.settings().withPercent(PercentReading.HUNDREDTH));
        assertTrue(hundredth.equal("35\\%", "0.35") && hundredth.equal("35%", "7/20"));
        assertFalse(hundredth.equal("35\\%", "35"));
        assertTrue(grader.equal("35\\%", "35"));
        assertFalse(grader.equal("35\\%", "0.35"));
    }

    @Test
    void aToleranceThatIsAskedForReplacesTheRulesForInexactGold() {
        Grader loose = Grader.with(grader.settings().withRelativeTolerance(0.001));
        assertTrue(loose.equal("0.3333", "1/3") && loose.equal("99.95", "100") && loose.equal("3.1416", "\\pi"));
        assertFalse(loose.equal("0.33", "1/3") || loose.equal("33.4", "33.3"));
        Grader exact = Grader.with(grader.settings().withRelativeTolerance(0));
        assertFalse(exact.equal("1/3", "0.3333"));
        assertTrue(exact.equal("0.25", "1/4"));
        assertFalse(grader.equal("100001", "100000"), "integers are exact");
        assertFalse(grader.equal("\\frac{100001}{100000}", "1"), "fractions are exact");
        assertThrows(LabException.class, () -> grader.settings().withRelativeTolerance(0.1));
        assertThrows(LabException.class, () -> grader.settings().withRelativeTolerance(Double.NaN));
    }

    @Test
    void constantsThatAgreeToManyDigitsAreToldApart() {
        assertFalse(grader.equal("e^{\\pi\\sqrt{163}}", "262537412640768744"));
        assertFalse(grader.equal("\\pi + 10^{-50}", "\\pi"));
        assertTrue(grader.equal("(10^{70}+\\pi)-10^{70}", "\\pi"));
        assertTrue(grader.equal("\\sin\\pi", "0"));
        assertFalse(grader.equal("e^{-200}", "0"));
    }

    @Test
    void hostileAnswersEndInAVerdict() {
        List<String> hostile = List.of(
                "9^{9^{9^9}}",
                "1000000!",
                "{".repeat(100_000),
                "(".repeat(3_000),
                "\\frac{1}{".repeat(400),
                "7".repeat(1_000_000),
                "(a+b+c+d)^{90}",
                "\\sin(10^{300})",
                "x" + "^x".repeat(1_500),
                "-".repeat(3_000) + "5",
                "1/0",
                "0^0",
                "\\log 0",
                "\\begin{pmatrix}",
                "\\text{",
                "\\",
                "$",
                "");
        Grader standard = Grader.with(GradingSettings.standard().withTimeLimit(Duration.ofMillis(200)));
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (String prediction : hostile) {
                for (String gold : hostile) {
                    Verdict verdict = standard.grade(prediction, gold);
                    assertFalse(verdict.why().contains("failed"), verdict.toString());
                }
                assertFalse(standard.equal(prediction, "5") && !prediction.endsWith("5"));
            }
        });
        assertTrue(grader.equal("9^{9^{9^9}}", "9^{9^{9^{9}}}"), "the same expression, however large");
    }

    @Test
    void theTimeLimitHoldsOnAnyThreadAndFreesIt() throws InterruptedException {
        Grader hasty = Grader.with(GradingSettings.standard().withTimeLimit(Duration.ofMillis(30)));
        String left = "\\{" + "\\sin x,".repeat(190) + "1\\}";
        String right = "\\{" + "\\cos y,".repeat(180) + "\\tan z\\}";
        List<Verdict> verdicts = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> verdicts.add(hasty.grade(left, right))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(20_000);
            assertFalse(thread.isAlive(), "the calling thread is free");
        }
        assertEquals(4, verdicts.size());
        verdicts.forEach(verdict -> assertFalse(verdict.isEqual(), verdict.toString()));
    }

    @Test
    void severalThreadsGetTheSameVerdicts() {
        List<String> answers =
                List.of("\\frac12", "0.5", "\\sin 30^\\circ", "x+1", "1+x", "(1,2)", "\\{2,1\\}", "[1,2]");
        List<String> pairs = answers.stream()
                .flatMap(a -> answers.stream()
                        .map(b -> a + " ~ " + b + ": " + grader.grade(a, b).why()))
                .toList();
        List<String> parallel = answers.parallelStream()
                .flatMap(a -> answers.stream()
                        .map(b -> a + " ~ " + b + ": " + grader.grade(a, b).why()))
                .toList();
        assertEquals(pairs, parallel);
    }

    @Test
    void aWholeTextIsGradedByItsFinalAnswer() {
        TextGrader texts = TextGrader.standard();
        assertTrue(texts.grade("So it is $\\boxed{\\frac{9}{4}}$.", "2.25").isRight());
        GradedText none = texts.grade("I cannot tell.", "2.25");
        assertTrue(none.answer().isEmpty() && none.verdict().isEmpty());
        assertEquals(Optional.of(false), none.isCorrect());
    }

    @ParameterizedTest
    @ValueSource(strings = {". 1", "2. 3", "x . 4", "(. 5)", "\\frac{. 1}{2}", "1 , . 2"})
    void aPointThatASpacePartsFromItsDigitDoesNotHoldTheParser(String answer) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Grader.standard().grade(answer, answer));
        assertTrue(Grader.standard().equal(answer, answer));
    }
}

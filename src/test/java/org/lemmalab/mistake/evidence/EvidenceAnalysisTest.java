package org.lemmalab.mistake.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

class EvidenceAnalysisTest {
    private static final Problem LOAVES = new Problem(
            "loaves",
            "A baker makes 24 trays of 15 loaves each. He sells 85 of the loaves and packs the others in boxes of 11. How many boxes does he"
                    + " fill?",
            "The baker makes 24*15=<<24*15=360>>360 loaves.\nHe keeps 360-85=<<360-85=275>>275 loaves.\n"
                    + "He fills 275/11=<<275/11=25>>25 boxes.",
            "25");
    private static final Problem SHARE = new Problem(
            "share",
            "Ida and Tom share 60 shells. Tom gets four times as many as Ida. How many does Ida get?",
            "Let x be Ida's shells, so x+4x=60.\nThen 5x=60 and x=60/5=<<60/5=12>>12.",
            "12");

    private static Analysis analyse(Problem problem, String... steps) {
        return new ProgramAnalyst().analyse(problem, attempt(List.of(steps)));
    }

    private static Solution attempt(List<String> steps) {
        String last = steps.get(steps.size() - 1);
        String answer = last.replaceAll("[^0-9.]+", " ").strip().replaceAll(".* ", "");
        return new Solution(StepSplitter.numbered(steps), Optional.of(answer.replaceAll("\\.$", "")));
    }

    private static Analysis.Wrong assertStep(int step, Analysis analysis) {
        Analysis.Wrong wrong = assertInstanceOf(Analysis.Wrong.class, analysis, analysis.explanation());
        assertEquals(step, wrong.firstWrongStep(), wrong.explanation());
        return wrong;
    }

    @Test
    void aFalseEqualityIsRefuted() {
        Analysis.Wrong wrong = assertStep(
                2,
                analyse(
                        LOAVES,
                        "First, the loaves: \\(24 \\times 15 = 360\\).",
                        "\\[360 \\text{ loaves} - 85 \\text{ sold} = 285 \\text{ loaves}\\]",
                        "Boxes: \\(\\frac{285}{11} \\approx 25.9\\), so the answer is 26"));
        assertEquals(Evidence.Kind.REFUTED, wrong.evidence().kind());
        assertEquals(ErrorType.CALCULATION, wrong.type());
        assertTrue(
                wrong.evidence().findings().get(0).contains("275"),
                wrong.evidence().findings()::toString);
    }

    @Test
    void aForeignValueIsForeign() {
        Analysis.Wrong wrong = assertStep(
                2,
                analyse(
                        LOAVES,
                        "There are 24 * 15 = 360 loaves.",
                        "He keeps 360 + 85 = 445 loaves.",
                        "He fills 445 / 11 = 40.45, about 40 boxes."));
        assertEquals(Evidence.Kind.FOREIGN, wrong.evidence().kind());
        assertEquals(ErrorType.OPERATOR, wrong.type());
    }

    @Test
    void anEquationThatHasAnotherSolutionIsRefuted() {
        Analysis.Wrong wrong = assertStep(3, analyse(SHARE, "x + 4x = 60", "5x = 60", "x = 15", "Ida gets 15"));
        assertEquals(Evidence.Kind.REFUTED, wrong.evidence().kind());
    }

    @Test
    void aFalseExpansionIsRefuted() {
        Problem square = new Problem(
                "square",
                "Expand $(x+3)^2$ and give the constant term of $(x+3)^2 - 2$.",
                "$(x+3)^2 = x^2 + 6x + 9$, so $(x+3)^2 - 2 = x^2 + 6x + 7$ and the constant term is $\\boxed{7}$.",
                "7");
        Account account = Account.of(
                square,
                attempt(List.of(
                        "We expand.",
                        "$(x+3)^2 - 2 = (x+3)(x+3) - 2 = x^2 + 6x + 6 - 2 = x^2 + 6x + 4$",
                        "The constant term is 4")));
        assertEquals(2, account.firstWrongStep().orElseThrow());
        assertEquals(1, account.steps().get(1).count(Status.FAILS));
        assertEquals(Evidence.Kind.REFUTED, account.steps().get(1).kind());
    }

    @Test
    void aRightAnswerListsFalseSteps() {
        Analysis analysis = analyse(LOAVES, "24*15=350.", "350-85=275.", "275/11=25");
        Analysis.Correct correct = assertInstanceOf(Analysis.Correct.class, analysis);
        assertEquals(List.of(1, 2), correct.unsoundSteps());
        assertEquals(
                List.of(),
                assertInstanceOf(Analysis.Correct.class, analyse(LOAVES, "24*15=360.", "360-85=275.", "275/11=25"))
                        .unsoundSteps());
    }

    @Test
    void abstainingNamesNothingBelowItsConfidence() {
        Solution attempt = attempt(List.of("Let us count.", "There are some loaves.", "I think he fills 31"));
        Analysis asserted = new ProgramAnalyst().analyse(LOAVES, attempt);
        assertInstanceOf(Analysis.Wrong.class, asserted);
        Analysis.Undecided undecided = assertInstanceOf(
                Analysis.Undecided.class, ProgramAnalyst.abstaining().analyse(LOAVES, attempt));
        assertEquals(
                ((Analysis.Wrong) asserted).firstWrongStep(),
                undecided.firstWrongStep().orElseThrow());
    }

    @Test
    void probabilitiesAddUpToOne() {
        Account account = Account.of(LOAVES, attempt(List.of("24*15=360.", "360-85=265.", "265/11=24.09, so 24")));
        double sum =
                account.steps().stream().mapToDouble(StepAccount::probability).sum();
        assertEquals(1, sum, 1e-9);
    }

    /** Ways in which people write an operation and its result. */
    private enum Style {
        PLAIN("%s %s %s = %s"),
        UNITS("That makes %s apples %s %s apples = %s apples."),
        LATEX("So we have \\[%s %s %s = %s\\]"),
        TEXT("\\[%s \\text{ pens} %s %s \\text{ pens} = %s \\text{ pens}\\]"),
        INLINE("Next, we get \\(%s %s %s = %s\\) of them."),
        DOLLARS("The total is $%s %s %s = %s$ now."),
        ARROW("%s %s %s → %s"),
        WORDS("Then %s %s %s is %s."),
        NAMED("**Number left** = %s %s %s = **%s**"),
        TABLE("| left | %s %s %s = %s |"),
        COLUMNS("| left | %s %s %s | %s |");

        private final String format;

        Style(String format) {
            this.format = format;
        }

        String write(long left, char operator, long right, long result) {
            String sign = String.valueOf(operator);
            boolean latex = this == LATEX || this == INLINE || this == DOLLARS || this == TEXT;
            String shown = switch (operator) {
                case '*' -> latex ? "\\times" : this == WORDS ? "times" : "×";
                case '/' -> latex ? "\\div" : this == WORDS ? "divided by" : "÷";
                case '+' -> this == WORDS ? "plus" : sign;
                default -> this == WORDS ? "minus" : sign;
            };
            return format.formatted(left, shown, right, result);
        }
    }

    private record Operation(char operator, long operand) {
        long apply(long value) {
            return switch (operator) {
                case '+' -> value + operand;
                case '-' -> value - operand;
                case '*' -> value * operand;
                default -> value / operand;
            };
        }
    }

    private static List<Operation> operations(Random random, long start) {
        List<Operation> operations = new ArrayList<>();
        long value = start;
        for (int i = 0; i < 4; i++) {
            char operator = "+-*+".charAt(random.nextInt(4));
            long operand = operator == '*' ? 3 + random.nextInt(7) : 11 + random.nextInt(40);
            Operation operation = new Operation(operator, operand);
            operations.add(operation.apply(value) > 5 ? operation : new Operation('+', operand));
            value = operations.get(i).apply(value);
        }
        return operations;
    }

    private static Problem problem(long start, List<Operation> operations) {
        StringBuilder question = new StringBuilder("There are " + start + " things.");
        StringBuilder gold = new StringBuilder();
        long value = start;
        for (Operation operation : operations) {
            question.append(" Then comes ").append(operation.operand()).append('.');
            long next = operation.apply(value);
            gold.append(Style.PLAIN.write(value, operation.operator(), operation.operand(), next))
                    .append('\n');
            value = next;
        }
        return new Problem("made", question + " How many?", gold.toString(), String.valueOf(value));
    }

    /** A slip in the result of one step, or another operator there, is found in every style of writing. */
    @ParameterizedTest
    @EnumSource(Style.class)
    void aPerturbedStepIsFound(Style style) {
        Random random = new Random(26);
        int found = 0;
        int trials = 100;
        List<String> missed = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            long start = 40 + random.nextInt(60);
            List<Operation> operations = operations(random, start);
            Problem problem = problem(start, operations);
            int wrong = random.nextInt(operations.size());
            boolean slip = random.nextBoolean();
            List<String> steps = new ArrayList<>();
            long value = start;
            for (int i = 0; i < operations.size(); i++) {
                Operation operation = operations.get(i);
                boolean other = i == wrong && !slip;
                char operator = !other ? operation.operator() : operation.operator() == '+' ? '*' : '+';
                long next = new Operation(operator, operation.operand()).apply(value) + (i == wrong && slip ? 7 : 0);
                steps.add(style.write(value, operator, operation.operand(), next));
                value = next;
            }
            Solution attempt = new Solution(StepSplitter.numbered(steps), Optional.of(String.valueOf(value)));
            int chosen = Account.of(problem, attempt).firstWrongStep().orElseThrow();
            found += chosen == wrong + 1 ? 1 : 0;
            if (chosen != wrong + 1) {
                missed.add((wrong + 1) + " not " + chosen + ": " + steps);
            }
        }
        assertTrue(
                found >= 0.95 * trials,
                found + " of " + trials + " " + missed.stream().limit(3).toList());
    }
}

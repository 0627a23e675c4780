package org.lemmalab.synthetic.rewriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.corpus.TrainSlice;
import org.lemmalab.grading.Grader;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Program;
import org.lemmalab.problem.program.Source;
import org.lemmalab.solution.Solution;

class ProgramSolutionGeneratorTest {
    private static final SolutionGenerator AUTHOR = new ProgramSolutionGenerator();
    private static final int STEP = 40;

    private static final Problem CLIPS = Gsm8k.problem(
            "clips",
            "Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May. How many clips"
                    + " did Natalia sell altogether in April and May?",
            "Natalia sold 48/2 = <<48/2=24>>24 clips in May.\nNatalia sold 48+24 = <<48+24=72>>72 clips altogether in"
                    + " April and May.\n#### 72");

    private static <T> T given(Result<T> taught) {
        return taught.asOptional().orElseThrow(() -> new AssertionError(taught.failure()));
    }

    private static <T> long count(List<Problem> problems, Function<Problem, Result<T>> ask) {
        return problems.stream()
                .filter(problem -> ask.apply(problem).asOptional().isPresent())
                .count();
    }

    @Test
    void aQuestionBecomesAStatement() {
        assertEquals(
                "Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May. Natalia sold"
                        + " 72 clips altogether in April and May.",
                given(AUTHOR.statement(CLIPS, 1)));
        assertStatement("She needs $15 to buy the wallet.", "How much money does she need to buy the wallet?");
        assertStatement("There are 15 nuts in the bag.", "How many nuts are there in the bag?");
        assertStatement(
                "If he eats 2, the boy has 15 nuts left.", "If he eats 2, how many nuts does the boy have left?");
        assertStatement("Tom is 15 years old now.", "How old is Tom now?");
        assertStatement("They wanted to pick 15 plums today.", "How many plums did they want to pick today?");
    }

    private static void assertStatement(String expected, String question) {
        Problem problem = Gsm8k.problem("p", question, "That makes $<<10+5=15>>15.\n#### 15");
        String dollars = expected.contains("$") ? "$" : "";
        Problem plain = dollars.isEmpty() ? new Problem("p", question, "That makes <<10+5=15>>15.", "15") : problem;
        assertEquals(expected, given(AUTHOR.statement(plain, 1)));
    }

    @Test
    void formsThatAreNotKnownAreRefused() {
        for (String question : List.of(
                "How many people did he sell nuts to?",
                "Who has more?",
                "How many hours does it take him to walk home?",
                "How much more does he have, and how many nuts are there?")) {
            Problem problem = new Problem("p", question, "<<1+2=3>>3", "3");
            assertTrue(AUTHOR.statement(problem, 1).failure().isPresent(), question);
        }
    }

    @Test
    void statementsAskNothingAndHaveEveryValueAndTheAnswer() {
        List<Problem> problems = TrainSlice.every(STEP);
        for (Problem problem : problems) {
            AUTHOR.statement(problem, 3).asOptional().ifPresent(statement -> {
                assertFalse(statement.contains("?"), statement);
                assertTrue(
                        NumbersInText.read(statement).containsAll(NumbersInText.read(problem.question())), statement);
                assertTrue(statement.contains(problem.goldAnswer()), statement);
            });
        }
        assertTrue(count(problems, problem -> AUTHOR.statement(problem, 3)) > problems.size() / 2);
    }

    @Test
    void otherSolutionsComeToTheGoldAnswerByEquationsThatHold() {
        List<Problem> problems = TrainSlice.every(STEP);
        long solved = 0;
        for (Problem problem : problems) {
            Optional<Solution> found = AUTHOR.solve(problem, 5).asOptional();
            solved += found.isPresent() ? 1 : 0;
            found.ifPresent(solution -> assertSound(problem, solution));
        }
        assertTrue(solved > 0.9 * problems.size(), solved + " of " + problems.size());
    }

    private static void assertSound(Problem problem, Solution solution) {
        assertTrue(Grader.standard().equal(solution.answer().orElseThrow(), problem.goldAnswer()), problem.id());
        Set<BigFraction> results = new HashSet<>();
        solution.steps()
                .forEach(step -> EquationReader.read(step.text()).forEach(equation -> {
                    assertEquals(Equation.Check.EXACT, equation.check(), problem.id() + ": " + step.text());
                    equation.stated().ifPresent(results::add);
                }));
        assertTrue(results.contains(Numbers.answer(problem.goldAnswer()).orElseThrow()), solution.text());
        assertNotEquals(EquationReader.withoutAnnotations(problem.goldSolution()), solution.text());
    }

    @Test
    void rephrasedQuestionsStateTheSameNumbersInOtherWords() {
        List<Problem> problems = TrainSlice.every(STEP);
        for (Problem problem : problems) {
            AUTHOR.rephrase(problem, 7).asOptional().ifPresent(other -> {
                assertNotEquals(problem.question(), other.question());
                assertEquals(sorted(problem.question()), sorted(other.question()), other.question());
                assertEquals(problem.goldSolution(), other.goldSolution());
                assertEquals(1, other.question().chars().filter(c -> c == '?').count(), other.question());
            });
        }
        assertTrue(count(problems, problem -> AUTHOR.rephrase(problem, 7)) > problems.size() / 2);
    }

    private static List<BigFraction> sorted(String text) {
        return NumbersInText.read(text).stream().sorted().toList();
    }

    /** A second route: equations read from the new text alone, worked out, and chained to the answer. */
    @Test
    void similarProblemsExecuteToTheirOwnAnswer() {
        List<Problem> problems = TrainSlice.every(STEP);
        long made = 0;
        for (Problem problem : problems) {
            Optional<Problem> found = AUTHOR.similar(problem, 11).asOptional();
            made += found.isPresent() ? 1 : 0;
            found.ifPresent(similar -> assertExecutes(problem, similar));
        }
        assertTrue(made > problems.size() / 3, made + " of " + problems.size());
    }

    private static void assertExecutes(Problem old, Problem similar) {
        assertNotEquals(sorted(old.question()), sorted(similar.question()), similar.question());
        List<Operation> operations = Program.of(similar).operations();
        assertEquals(Program.of(old).operations().size(), operations.size(), similar.goldSolution());
        for (Operation operation : operations) {
            assertEquals(Optional.of(operation.value()), operation.equation().computed(), similar.goldSolution());
            assertTrue(operation.value().signum() >= 0, similar.goldSolution());
        }
        assertEquals(
                Numbers.answer(similar.goldAnswer()).orElseThrow(),
                operations.get(operations.size() - 1).value());
        List<BigFraction> told = NumbersInText.read(similar.question());
        operations.stream()
                .flatMap(operation -> operation.operands().stream())
                .filter(operand -> operand.source() == Source.UNKNOWN)
                .forEach(operand -> assertTrue(told.contains(operand.value()), similar.goldSolution()));
    }

    @Test
    void aFigureThatIsAlsoAResultIsNeverConfusedWithIt() {
        Problem problem = Gsm8k.problem(
                "milk",
                "Ana has 8 cups and drinks 8 cups. She fills 64 cups, and 56 cups are left at night. How many were there?",
                "Before: 56+8=<<56+8=64>>64.\nThen 64+8=<<64+8=72>>72.\nLess 64: 72-64=<<72-64=8>>8.\n#### 8");
        AUTHOR.similar(problem, 1)
                .asOptional()
                .ifPresent(similar -> assertTrue(
                        similar.question().contains("64")
                                == similar.goldSolution().contains("-64"),
                        similar.goldSolution()));
        assertTrue(AUTHOR.similar(CLIPS, 1).asOptional().isPresent());
    }

    @Test
    void theSeedDecidesEverything() {
        List<Problem> problems = TrainSlice.every(400);
        int different = 0;
        for (Problem problem : problems) {
            assertEquals(AUTHOR.similar(problem, 1), AUTHOR.similar(problem, 1));
            assertEquals(AUTHOR.solve(problem, 1), AUTHOR.solve(problem, 1));
            assertEquals(AUTHOR.rephrase(problem, 1), AUTHOR.rephrase(problem, 1));
            different += AUTHOR.solve(problem, 1).equals(AUTHOR.solve(problem, 2)) ? 0 : 1;
        }
        assertTrue(different > problems.size() / 2, different + " of " + problems.size());
    }

    @Test
    void whatIsNoProgramIsRefusedWithAReason() {
        Problem proof = new Problem("proof", "Why is $\\sqrt2$ irrational?", "Assume $\\sqrt2 = \\frac pq$.", "proof");
        assertEquals(
                "the gold solution is written in LaTeX",
                AUTHOR.similar(proof, 1).failure().orElseThrow());
        assertTrue(AUTHOR.solve(proof, 1).failure().isPresent());
        Problem words = new Problem("words", "What has Tom?", "Nothing.", "0");
        assertEquals(
                "the gold solution has no equation",
                AUTHOR.similar(words, 1).failure().orElseThrow());
    }
}

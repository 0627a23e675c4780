package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.ProblemAttempt;
import org.lemmalab.solution.StepSplitter;

class AnalysisRunnerTest {
    private static final Problem PROBLEM = new Problem("p", "What are 6 times 7 dogs?", "6*7=<<6*7=42>>42", "42");

    @TempDir
    private Path folder;

    private static List<ProblemAttempt> attempts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ProblemAttempt(
                        PROBLEM,
                        new Attempt(
                                "a" + i,
                                "p",
                                "m" + i % 3,
                                StepSplitter.split("6*7=" + (40 + i % 5) + "\n#### " + (40 + i % 5)),
                                Optional.of(i % 5 == 2))))
                .toList();
    }

    @Test
    void keepsTheOrderAndDoesNotHangOnTheNumberOfWorkers() {
        List<ProblemAttempt> attempts = attempts(3000);
        List<LabelledAttempt> one = new ArrayList<>();
        List<LabelledAttempt> four = new ArrayList<>();
        List<Long> progress = new ArrayList<>();
        new AnalysisRunner(new ProgramAnalyst(), 1).run(attempts::forEach, one::add, done -> {});
        long count = new AnalysisRunner(new ProgramAnalyst(), 4).run(attempts::forEach, four::add, progress::add);
        assertEquals(3000, count);
        assertEquals(one, four);
        assertEquals("a2999", four.get(2999).attempt().id());
        assertEquals(3000L, progress.get(2999));
        assertEquals("correct", four.get(2).verdict());
        assertEquals(Optional.of(ErrorType.CALCULATION), four.get(3).errorType());
    }

    @Test
    void aFailingAnalystCostsOneAttemptOnly() {
        Analyst failing = (problem, attempt) -> {
            if (attempt.answer().equals(Optional.of("41"))) {
                throw new IllegalStateException("out of order");
            }
            return new Analysis.Correct("fine");
        };
        List<LabelledAttempt> labelled = new ArrayList<>();
        new AnalysisRunner(failing, 2).run(attempts(10)::forEach, labelled::add, done -> {});
        assertEquals(10, labelled.size());
        assertEquals("undecided", labelled.get(1).verdict());
        assertTrue(labelled.get(1).analysis().explanation().contains("IllegalStateException out of order"));
        assertEquals("correct", labelled.get(2).verdict());
    }

    @Test
    void writesLinesThatReadBack() throws IOException {
        Path file = folder.resolve("labels.jsonl");
        List<LabelledAttempt> labelled = new ArrayList<>();
        new AnalysisRunner(new ProgramAnalyst(), 2).run(attempts(20)::forEach, labelled::add, done -> {});
        new AnalysisRunner(new ProgramAnalyst(), 2).write(attempts(20)::forEach, file, done -> {});
        assertEquals(labelled, JsonLines.readAll(file, LabelledAttempt::parse));
        assertEquals(
                "{\"id\":\"a0\",\"problem_id\":\"p\",\"model\":\"m0\",\"verdict\":\"wrong\",\"first_wrong_step\":1,"
                        + "\"error_type\":\"calculation\",\"explanation\":\"Step 1 says 6 × 7 = 40, but it is 42.\","
                        + "\"evidence\":\"refuted\",\"confidence\":1.0,\"findings\":[\"Step 1 says 6 * 7 = 40, which does not hold;"
                        + " the left side is 42.\",\"Step 1 has 40, which neither the question nor the gold solution gives.\"],"
                        + "\"answer\":\"40\",\"gold_answer\":\"42\",\"marked_correct\":false,\"steps\":[\"6*7=40\"]}",
                Files.readAllLines(file).get(0));
    }

    @Test
    void anInterruptKeepsWhatIsDone() {
        List<LabelledAttempt> labelled = new ArrayList<>();
        LabException stopped = assertThrows(
                LabException.class,
                () -> new AnalysisRunner(new ProgramAnalyst(), 2).run(attempts(5000)::forEach, labelled::add, done -> {
                    if (done == 7) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertTrue(Thread.interrupted());
        assertTrue(stopped.getMessage().contains("interrupted after 7 attempts"), stopped.getMessage());
        assertEquals(7, labelled.size());
    }

    @Test
    void whatWasThereStaysUntilTheNewFileIsWholeAndNothingDoneIsLost() throws IOException {
        Path file = Files.writeString(folder.resolve("labels.jsonl"), "earlier\n");
        Analyst failing = (problem, attempt) -> {
            if (attempt.toString().contains("6*7=43")) {
                throw new UnusableModelException("the endpoint is gone");
            }
            return new ProgramAnalyst().analyse(problem, attempt);
        };
        assertThrows(
                LabException.class, () -> new AnalysisRunner(failing, 1).write(attempts(4)::forEach, file, done -> {}));
        assertEquals("earlier\n", Files.readString(file));
        assertEquals(3, Files.readAllLines(folder.resolve("labels.jsonl.part")).size());
    }

    @Test
    void refusesNoWorkersAndAFileThatCannotBeWritten() {
        assertThrows(LabException.class, () -> new AnalysisRunner(new ProgramAnalyst(), 0));
        AnalysisRunner runner = new AnalysisRunner(new ProgramAnalyst(), 1);
        LabException unwritable =
                assertThrows(LabException.class, () -> runner.write(attempts(1)::forEach, folder, done -> {}));
        assertTrue(
                unwritable.getMessage().contains("expected a file to write, found a folder"), unwritable.getMessage());
    }
}

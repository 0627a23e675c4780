package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;

class AttemptsTest {
    @TempDir
    private Path folder;

    @Test
    void joinsAttemptsToTheirProblems() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"), "{\"id\":\"p\",\"question\":\"2 + 3?\",\"answer\":\"2+3=5\\n#### 5\"}\n");
        Path file = Files.writeString(folder.resolve("attempts.jsonl"), """
                {"id":"1","problem_id":"p","model":"m","solution":"2+3=6\\n#### 6","is_correct":false}
                {"id":"2","problem_id":"p","model":"m","solution":""}
                {"id":"3","problem_id":"q","model":"m","solution":"x"}
                {"id":"4","problem_id":"p","model":"m"}
                {"id":"5","problem_id":"p","model":"m","solution":"x","is_correct":"yes"}
                """);
        List<ProblemAttempt> attempts = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        Attempts.read(file, ProblemSet.read(gold, RejectedLines.refusing()), attempts::add, rejected);
        assertEquals(2, attempts.size());
        assertEquals(Optional.of(false), attempts.get(0).attempt().markedCorrect());
        assertEquals(Optional.empty(), attempts.get(1).attempt().markedCorrect());
        assertEquals("5", attempts.get(1).problem().goldAnswer());
        assertTrue(rejected.messages().get(0).contains("no problem 'q'"));
        assertTrue(rejected.messages().get(1).contains("field 'solution' is missing"));
        assertTrue(rejected.messages().get(2).contains("expected true or false"));
    }

    @Test
    void givesTheFourModelsOfTheExampleFile() throws IOException {
        String entry = "{\"is_correct\":true,\"solution\":\"2+3=<<2+3=5>>5\\nA: 5\"}";
        Path file = Files.writeString(
                folder.resolve("examples.jsonl"),
                "{\"question\":\"2 + 3?\",\"ground_truth\":\"2+3=<<2+3=5>>5\\nA: 5\",\"6b_finetuning\":" + entry
                        + ",\"6b_verification\":" + entry + ",\"175b_finetuning\":" + entry
                        + ",\"175b_verification\":" + entry + "}\n{\"question\":\"3?\",\"ground_truth\":\"A: 3\"}\n");
        List<ProblemAttempt> attempts = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        assertEquals(4, Attempts.gsm8kExamples(file, attempts::add, rejected));
        assertEquals("gsm8k/test/1/6b_finetuning", attempts.get(0).attempt().id());
        assertEquals("gsm8k/test/1", attempts.get(0).problem().id());
        assertEquals(Optional.of("5"), attempts.get(3).attempt().solution().answer());
        assertTrue(rejected.messages().get(0).contains("field '6b_finetuning' is missing"));
    }

    @Test
    void anAttemptStandsOnlyBesideItsOwnProblem() {
        Problem problem = new Problem("p", "2 + 3?", "", "5");
        Attempt other = new Attempt("a", "q", "m", StepSplitter.split("5"), Optional.empty());
        assertThrows(LabException.class, () -> new ProblemAttempt(problem, other));
    }

    @Test
    void stepsThatAreGivenStayAndTheAnswerIsReadInThem() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold.json"),
                "[{\"problem\":\"What is $2 + 3$?\",\"solution\":\"It is $\\\\boxed{5}$.\",\"level\":\"1\",\"type\":\"Algebra\"}]");
        Path file = Files.writeString(folder.resolve("attempts.json"), """
                [{"id": "1", "generator": "g", "problem": "What is  $2 + 3$?\\n", "steps": ["First. Then\\n2+3=6.", "The answer is 6."]},
                 {"id": "2", "generator": "g", "problem": "Another?", "steps": ["a"]},
                 {"id": "3", "generator": "g", "problem": "What is $2 + 3$?", "steps": ["a", " "]}]
                """);
        List<ProblemAttempt> attempts = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        Attempts.read(file, ProblemForms.read(gold, RejectedLines.refusing()), attempts::add, rejected);
        assertEquals(1, attempts.size());
        assertEquals("5", attempts.get(0).problem().goldAnswer());
        assertEquals("g", attempts.get(0).attempt().model());
        assertEquals(2, attempts.get(0).attempt().solution().steps().size());
        assertEquals(Optional.of("6"), attempts.get(0).attempt().solution().answer());
        assertTrue(rejected.messages().get(0).contains("none of the 1 gold problems asks 'Another?'"));
        assertTrue(rejected.messages().get(1).contains("element 2: expected text, found it blank"));
    }

    @Test
    void anAttemptMayCarryItsProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("attempts.jsonl"), """
                {"id":"1","model":"m","question":"2 + 3?","solution":"2+3=5","answer":"5","steps":["2+3=6"],"final_answer_correct":false}
                {"id":"2","model":"m","question":"2 + 3?","solution":"2+3=5","answer":"5"}
                """);
        List<ProblemAttempt> attempts = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        assertEquals(1, Attempts.withProblems(file, attempts::add, rejected));
        assertEquals("2+3=5", attempts.get(0).problem().goldSolution());
        assertEquals(Optional.of(false), attempts.get(0).attempt().markedCorrect());
        assertTrue(rejected.messages().get(0).contains("--gold"));
    }
}

package org.lemmalab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;

class TestSetTest {
    @TempDir
    private Path folder;

    @Test
    void rowsOfEachFormBecomeProblems() throws IOException {
        write("svamp/test.jsonl", """
                {"ID": "a", "Body": "Two carts carry 30 melons each", "Question": "How many melons are there?", "Equation": "( 2.0 * 30.0 )", "Answer": 60.0, "Type": "Common-Divison"}
                """);
        write("asdiv/test.jsonl", """
                {"body": "A rope is 9 m long.", "question": "How long is half of it?", "solution_type": "Ratio", "answer": "4.5 (m)", "formula": "9/2=4.5"}
                """);
        write("mawps/refaug.json", """
                [{"sQuestion": "Three and four ? ", "lSolutions": [7.0], "lEquations": ["X=3.0+4.0"]}]
                """);
        TestProblem svamp = TestSet.SVAMP.read(folder).get(0);
        assertEquals(
                "Two carts carry 30 melons each. How many melons are there?",
                svamp.problem().question());
        assertEquals("60", svamp.problem().goldAnswer());
        assertEquals("Common-Division", svamp.facts().get("type"));
        assertEquals("4.5", TestSet.ASDIV.read(folder).get(0).problem().goldAnswer());
        assertEquals("mawps/1", TestSet.MAWPS.read(folder).get(0).problem().id());
    }

    @Test
    void aRowOfAnotherSetIsNamed() throws IOException {
        write("mawps/refaug.json", "[{\"sQuestion\": \"Two answers?\", \"lSolutions\": [7.0, 8.0]}]");
        LabException error = assertThrows(LabException.class, () -> TestSet.MAWPS.read(folder));
        assertTrue(error.getMessage().contains("row 1: field 'lSolutions'"), error.getMessage());
        assertThrows(LabException.class, () -> TestSet.GSM8K.read(folder));
        assertFalse(TestSet.GSM8K.isIn(folder));
        assertTrue(assertThrows(LabException.class, () -> TestSet.ofLabel("gsm9k"))
                .getMessage()
                .contains("gsm8k, math"));
    }

    @Test
    void shotsAreWorkedRightly() {
        List<Problem> shots = Shots.first(4);
        assertEquals(4, new HashSet<>(shots).size());
        for (Problem shot : shots) {
            assertTrue(
                    Grader.standard()
                            .equal(shot.goldSolution().replaceAll("(?s).*= (\\d+).*", "$1"), shot.goldAnswer()),
                    shot.id());
        }
        assertThrows(LabException.class, () -> Shots.first(5));
    }

    /** The real sets, where a data folder is at hand. */
    @Nested
    class RealSets {
        private Path data;

        @BeforeEach
        void needsData() {
            String named = System.getenv("LEMMA_DATA");
            Assumptions.assumeTrue(named != null, "LEMMA_DATA is not set: the real test sets are not read");
            data = Path.of(named);
        }

        @ParameterizedTest
        @MethodSource("org.lemmalab.evaluation.TestSet#all")
        void hasThePapersSize(TestSet set) {
            List<TestProblem> problems = set.read(data);
            assertEquals(set.size(), problems.size());
            long graded = problems.stream()
                    .filter(problem -> Grader.standard()
                            .equal(
                                    problem.problem().goldAnswer(),
                                    problem.problem().goldAnswer()))
                    .count();
            assertEquals(set.size(), graded);
        }

        @Test
        void mathChatHasItsTurns() {
            assertEquals(1318, Dialogue.followUp(data).size());
            assertTrue(Dialogue.followUp(data).stream()
                    .allMatch(dialogue -> dialogue.turns().size() == 3));
            assertEquals(1318, Dialogue.errorCorrection(data).size());
        }
    }

    private void write(String file, String content) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, content);
    }
}

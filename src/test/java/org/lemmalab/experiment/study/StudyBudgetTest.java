package org.lemmalab.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Students;

class StudyBudgetTest {
    @TempDir
    private Path folder;

    @Test
    void standardHasWhatTheMainComparisonNeeds() {
        StudyBudget standard = StudyBudget.named("standard");
        assertTrue(standard.seeds() >= 3);
        assertTrue(2 * standard.testProblems() >= 2_000);
    }

    @Test
    void fullHasTheStandardMainComparisonAndMoreBesideIt() {
        StudyBudget standard = StudyBudget.STANDARD;
        StudyBudget full = StudyBudget.FULL;
        assertEquals(
                List.of(
                        standard.seeds(),
                        standard.trainingTokens(),
                        standard.trainingProblems(),
                        standard.testProblems()),
                List.of(full.seeds(), full.trainingTokens(), full.trainingProblems(), full.testProblems()));
        assertTrue(standard.sideProblems() < full.sideProblems() && standard.otherProblems() < full.otherProblems());
    }

    @Test
    void theStandardBudgetIsMeantForTheSmallestStudentAndOthersForAll() {
        assertEquals(1, StudyBudget.STANDARD.shippedStudents().size());
        assertEquals(Students.folders(), StudyBudget.FULL.shippedStudents());
        assertEquals(Students.folders(), StudyBudget.QUICK.shippedStudents());
        assertTrue(Students.folders().containsAll(StudyBudget.STANDARD.shippedStudents()));
    }

    @Test
    void recordsAreNamedByTheirBudget() {
        assertEquals(
                List.of("study-quick", "study-standard", "study"),
                List.of(
                        StudyBudget.QUICK.recordName(),
                        StudyBudget.STANDARD.recordName(),
                        StudyBudget.FULL.recordName()));
    }

    @Test
    void aNameThatIsNoFolderIsRefused() throws IOException {
        String message = refusal("\"name\":\"quick\"", "\"name\":\"../quick\"");
        assertTrue(message.contains("letters, digits, '-' and '_', found '../quick'"), message);
    }

    @Test
    void aFileSaysTheSameAsTheBudgetThatItWasWrittenFrom() throws IOException {
        Path file = folder.resolve("own.json");
        Files.writeString(file, Json.pretty(StudyBudget.QUICK));
        assertEquals(StudyBudget.QUICK, StudyBudget.named(file.toString()));
    }

    /** What is said of the quick budget's file, without white space, with a part of it changed. */
    private String refusal(String part, String instead) throws IOException {
        Path file = folder.resolve("own.json");
        String quick = Json.pretty(StudyBudget.QUICK).replaceAll("\\s+", "");
        String own = quick.replace(part, instead);
        assertNotEquals(quick, own);
        Files.writeString(file, own);
        return assertThrows(LabException.class, () -> StudyBudget.named(file.toString()))
                .getMessage();
    }

    @Test
    void aFileOutOfRangeIsNamedWithItsReason() throws IOException {
        String message = refusal("\"samples\":4", "\"samples\":0");
        assertTrue(message.contains("own.json") && message.contains("samples from 1, found 0"), message);
    }

    @Test
    void sideProblemsAreNoMoreThanTestProblems() throws IOException {
        String message = refusal("\"side_problems\":30", "\"side_problems\":31");
        assertTrue(message.contains("at most as many side_problems as test_problems, found 31 of 30"), message);
    }

    @Test
    void tokenSharesRiseAndHaveTheWholeBudgetAmongThem() throws IOException {
        for (String shares : new String[] {"[0.5,2.0]", "[1.0,0.5]", "[1.0,1.0]", "[-1.0,1.0]", "[]"}) {
            String message = refusal("\"token_shares\":[0.5,1.0]", "\"token_shares\":" + shares);
            assertTrue(message.contains("token_shares above 0 that rise, 1 among them"), message);
        }
    }

    @Test
    void aListThatAFileLacksIsNamed() throws IOException {
        String message = refusal("\"token_shares\":[0.5,1.0],", "");
        assertTrue(message.contains("budget quick: expected token_shares, found none"), message);
    }

    @Test
    void otherRatesAreOthers() throws IOException {
        String message = refusal("\"other_rates\":[5.0E-4]", "\"other_rates\":[0.0015]");
        assertTrue(message.contains("other_rates above 0 beside the rate of 0.0015"), message);
    }

    @Test
    void anUnknownNameIsRefused() {
        assertTrue(assertThrows(LabException.class, () -> StudyBudget.named("huge"))
                .getMessage()
                .contains("'huge'"));
    }

    @Test
    void fewerSeedsLowerBothKinds() {
        StudyBudget one = StudyBudget.FULL.withSeeds(1);
        assertEquals(1, one.seeds());
        assertEquals(1, one.sideSeeds());
        assertEquals(StudyBudget.FULL.sideSeeds(), StudyBudget.FULL.withSeeds(9).sideSeeds());
    }
}

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.ProblemSet;

class KnownErrorsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "calculation_error, CALCULATION",
        "counting_error, COUNTING",
        "referencing_context_value_error, CONTEXT_VALUE",
        "referencing_value, CONTEXT_VALUE",
        "adding_irrelevant_information, HALLUCINATION",
        "unit_conversion_error, UNIT_CONVERSION",
        "operator_error, OPERATOR",
        "confusing_formula_error, FORMULA_CONFUSION",
        "missing_step, MISSING_STEP",
        "referencing_previous_step_value_error, CONTRADICTORY_STEP"
    })
    void mapsEveryEicLabel(String label, ErrorType type) {
        assertEquals(type, ExternalLabels.eic(label));
    }

    @Test
    void refusesAnUnknownLabel() {
        LabException unknown = assertThrows(LabException.class, () -> ExternalLabels.eic("typo"));
        assertTrue(unknown.getMessage().contains("found 'typo'"));
        assertTrue(unknown.getMessage().contains("calculation_error"));
    }

    @Test
    void readsErrorsOfTheEicForm() throws IOException {
        Path file = Files.writeString(folder.resolve("eic.jsonl"), """
                {"question":"2 + 3?","original_solution":"2+3=5\\n#### 5","original_answer":5.0,"transformed_solution":"2+3=6","transformed_answer":6.0,"wrong_step":1,"wrong_type":"calculation_error"}
                {"question":"2 + 3?","original_solution":"2+3=5","original_answer":"five","transformed_solution":"2+3=6","wrong_step":1,"wrong_type":"calculation_error"}
                {"question":"2 + 3?","original_solution":"2+3=5\\n#### 5","transformed_solution":"2+3=6\\n#### 6","wrong_step":0,"wrong_type":"calculation_error"}
                """);
        List<KnownError> errors = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        KnownErrors.eic(file, errors::add, rejected);
        assertEquals(1, errors.size());
        assertEquals(
                Optional.of("6"), errors.get(0).subject().attempt().solution().answer());
        assertEquals("2+3=5", errors.get(0).subject().problem().goldSolution());
        assertTrue(rejected.messages().get(0).contains("field 'original_answer': expected a number"));
        assertTrue(rejected.messages().get(1).contains("a step from 1, found 0"));

        AnalystScore score = AnalystScore.of(new ProgramAnalyst(), errors);
        assertEquals(1.0, score.stepAccuracy());
        assertEquals(1.0, score.typeAccuracy());
        assertEquals(1, score.confusion().count(ErrorType.CALCULATION, "calculation"));
        assertThrows(LabException.class, () -> AnalystScore.of(new ProgramAnalyst(), List.of()));
    }

    @Test
    void readsLabelledAttemptsAndPassesOverCorrectOnes() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("problems.jsonl"),
                "{\"id\":\"p\",\"question\":\"2 + 3?\",\"answer\":\"2+3=5\\n#### 5\"}\n");
        Path file = Files.writeString(folder.resolve("attempts.jsonl"), """
                {"id":"1","problem_id":"p","model":"m","solution":"2*3=6\\n#### 6","is_correct":false,"first_wrong_step":1,"error_type":"operator"}
                {"id":"2","problem_id":"p","model":"m","solution":"2+3=5\\n#### 5","is_correct":true,"first_wrong_step":null,"error_type":null}
                {"id":"3","problem_id":"p","model":"m","solution":"2+3=5\\n#### 5","first_wrong_step":1}
                """);
        List<KnownError> errors = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        KnownErrors.read(file, ProblemSet.read(gold, RejectedLines.refusing()), errors::add, rejected);
        assertEquals(1, errors.size());
        assertEquals(ErrorType.OPERATOR, errors.get(0).type());
        assertTrue(rejected.messages().get(0).contains("field 'error_type' is missing"));
    }

    @Test
    void theConfusionMatrixCountsVerdictsWithoutAType() {
        ConfusionMatrix confusion = new ConfusionMatrix();
        confusion.add(ErrorType.COUNTING, new Analysis.Wrong(1, ErrorType.COUNTING, "x"));
        confusion.add(ErrorType.COUNTING, new Analysis.Wrong(1, ErrorType.OPERATOR, "x"));
        confusion.add(ErrorType.COUNTING, new Analysis.Correct("x"));
        confusion.add(ErrorType.OPERATOR, new Analysis.Undecided(java.util.OptionalInt.empty(), "x"));
        assertEquals(4, confusion.total());
        assertEquals(1, confusion.agreements());
        assertEquals(1, confusion.count(ErrorType.COUNTING, ConfusionMatrix.CORRECT));
        assertEquals(1, confusion.count(ErrorType.OPERATOR, ConfusionMatrix.UNDECIDED));
        assertEquals(List.of(ErrorType.COUNTING, ErrorType.OPERATOR), confusion.rows());
        assertEquals(3, confusion.text().lines().count());
    }
}

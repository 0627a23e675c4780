package org.lemmalab.corpus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.TrainSlice;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.reflection.Teacher;

class RevisionRowTest {
    private static RevisionRow split(String output) {
        Result<RevisionRow> taught = RevisionRow.of("How many?", output);
        return taught.asOptional().orElseThrow(() -> new AssertionError(taught.failure()));
    }

    @Test
    void aTurnOnItsOwnLineParts() {
        RevisionRow row =
                split("There are 3 bags.\n\n3 × 4 = 14.\n\nWait, let me check. 3 × 4 is 12.\n\nSo 3 × 4 = 12.\n\n"
                        + "The answer is: 12");
        assertEquals(List.of("There are 3 bags.", "3 × 4 = 14."), row.subTrajectory());
        assertEquals("Wait, let me check. 3 × 4 is 12.", row.reflection());
        assertEquals(List.of("So 3 × 4 = 12."), row.correction());
        assertEquals("12", row.answer());
    }

    @Test
    void aTurnWithinALinePartsTheLine() {
        RevisionRow row =
                split("First 3 × 4 = 14. Hmm, that looks too large.\nSo 3 × 4 = 12.\nThe answer is \\boxed{12}.");
        assertEquals(List.of("First 3 × 4 = 14."), row.subTrajectory());
        assertEquals("Hmm, that looks too large.", row.reflection());
        assertEquals("12", row.answer());
    }

    @Test
    void whatCannotBeSplitHasItsReason() {
        Map<String, String> rows = Map.of(
                "no final answer is marked", "One.\nWait, no.\nTwo.",
                "no sentence turns round; the connection is abrupt, or there is no error", "One.\nThe answer is: 1",
                "more than one line turns round", "One.\nWait, no.\nTwo.\nHold on, no.\nThree.\nThe answer is: 3",
                "nothing stands before the turn", "Wait, no.\nTwo.\nThe answer is: 2",
                "nothing stands behind the turn", "One.\nWait, no.\nThe answer is: 2");
        rows.forEach((reason, output) ->
                assertEquals(Optional.of(reason), RevisionRow.of("q", output).failure()));
        JsonNode bad = Json.parse("{\"instruction\": \"q\"}");
        assertTrue(assertThrows(LabException.class, () -> RevisionRow.of(bad))
                .getMessage()
                .contains("output"));
    }

    /** Export and import again: the parts that come back are the parts that went out. */
    @Test
    void ownExportsComeBackInTheSameParts() {
        int[] count = new int[2];
        for (Problem problem : TrainSlice.every(120)) {
            for (Revision revision : revisions(problem)) {
                String task = problem.question();
                TrainingExample example = new TrainingExample("a", task, revision.text(), List.of(), Map.of());
                JsonNode line = Json.parse(Json.line(CorpusFormat.INSTRUCTION.line(example, PromptForm.BARE)));
                Optional<RevisionRow> row = RevisionRow.of(line).asOptional();
                boolean equal = row.isPresent()
                        && row.get().subTrajectory().equals(texts(revision, Role.GOOD, Role.WRONG))
                        && List.of(row.get().reflection()).equals(texts(revision, Role.REFLECTION, Role.REFLECTION))
                        && row.get().correction().equals(texts(revision, Role.CORRECTION, Role.CORRECTION))
                        && row.get().output().equals(revision.text());
                count[0] += equal ? 1 : 0;
                count[1]++;
            }
        }
        assertTrue(count[1] > 300 && count[0] >= 0.95 * count[1], count[0] + " of " + count[1]);
    }

    private static List<Revision> revisions(Problem problem) {
        Teacher teacher = TrainSlice.teacher();
        List<Revision> revisions = new ArrayList<>();
        for (ErrorType type : teacher.injectable(problem).stream().sorted().toList()) {
            teacher.inject(problem, type, 9).asOptional().ifPresent(injection -> {
                ErroneousAttempt attempt = attempt(injection);
                List<Correction> corrections = new ArrayList<>();
                teacher.fix(problem, attempt, 1).asOptional().ifPresent(corrections::add);
                teacher.restart(problem, attempt, 1).asOptional().ifPresent(corrections::add);
                for (Correction correction : corrections) {
                    for (Connection connection : List.of(Connection.phrase(), Connection.smooth(teacher))) {
                        Optional<Reflection> link = connection
                                .connect(problem, attempt, correction, 5)
                                .asOptional();
                        link.ifPresent(found -> revisions.add(Revision.of(attempt, found, correction)));
                    }
                }
            });
        }
        return revisions;
    }

    private static ErroneousAttempt attempt(Injection injection) {
        return new ErroneousAttempt(
                        injection.solution().steps(),
                        injection.firstWrongStep(),
                        injection.type(),
                        ErrorSource.TEACHER,
                        injection.explanation(),
                        injection.solution().answer().orElseThrow())
                .truncated();
    }

    private static List<String> texts(Revision revision, Role one, Role other) {
        return revision.parts().stream()
                .filter(part -> part.role() == one || part.role() == other)
                .map(part -> part.text().strip())
                .toList();
    }
}

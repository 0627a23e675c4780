package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lemmalab.evaluation.SetScore;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.report.study.TrialTable;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.Students;

class StudentTrialTest {
    private static final List<WordProblemSet> SETS = List.of(WordProblemSet.STORIES, WordProblemSet.RELATIONS);

    @Test
    void theShippedStudentIsScoredOnEachSet() {
        Path student = Students.folder("small");
        List<SetScore> scores = new StudentTrial(3, 4, 0.7, 1).run(student, SETS, ProgressListener.SILENT);
        assertEquals(
                List.of("stories", "relations"),
                scores.stream().map(SetScore::set).toList());
        for (SetScore score : scores) {
            assertEquals(3, score.problems());
            assertEquals(score.accuracy().estimate(), score.passAtK().get(1), 1e-12);
            assertTrue(score.passAtK().get(4) >= score.passAtK().get(2));
        }
        assertTrue(TrialTable.of("trial", scores).columnNames().containsAll(List.of("pass@2, %", "pass@4, %")));
    }

    @Test
    void nothingToAskIsRefused() {
        assertThrows(LabException.class, () -> new StudentTrial(0, 1, 0.7, 1));
    }
}

package org.lemmalab.reflection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.TinyCheckpoint;
import org.lemmalab.transformer.LocalModel;

class ConnectionTest {
    private static final Teacher TEACHER = ProgramTeacher.standard();
    private static final Correction CORRECTION =
            Examples.triplet(Reflection.abrupt()).correction();

    @Test
    void abruptSaysNothing() {
        assertEquals(Reflection.abrupt(), connect(Connection.abrupt(), 1));
    }

    @Test
    void phrasesAreDrawnByTheSeed() {
        Set<String> drawn = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            Reflection reflection = connect(Connection.phrase(), seed);
            assertEquals(reflection, connect(Connection.phrase(), seed));
            drawn.add(reflection.text());
        }
        assertEquals(Set.copyOf(TransitionPhrases.standard().phrases()), drawn);
    }

    @Test
    void smoothIsTheTeachersLink() {
        String link = TEACHER.link(Examples.BAKERY, Examples.slip(), CORRECTION, 9)
                .asOptional()
                .orElseThrow();
        assertEquals(Reflection.of(link, ConnectionStyle.SMOOTH), connect(Connection.smooth(TEACHER), 9));
    }

    @Test
    void modelAwareKeepsTheLinkThatTheStudentFindsMostNatural(@TempDir Path folder) {
        try (TextModel student = LocalModel.open(TinyCheckpoint.write(folder, 1000))) {
            Connection aware = new ModelAwareConnection(
                    TEACHER, new LinkChooser(student, question -> "Question: " + question + "\nAnswer:", 6));
            Reflection kept = connect(aware, 3);
            assertTrue(kept.candidateScores().size() > 1, "several candidates: " + kept);
            double lowest = Collections.min(kept.candidateScores());
            assertEquals(lowest, kept.studentNegativeLogLikelihood().orElseThrow());
            assertNotEquals(lowest, Collections.max(kept.candidateScores()));
            String prefix = "Question: " + Examples.BAKERY.question()
                    + "\nAnswer:\nIt sells 4*12=48 rolls.\nThe buns are 3*10=33 pieces.\n";
            String continuation = kept.text() + "\nThe buns are 3*10=30 pieces.";
            double again = student.score(List.of(new ScoreRequest(prefix, continuation)))
                    .get(0)
                    .meanNegativeLogLikelihood();
            assertEquals(again, lowest, 1e-4, "link and corrected step, given prompt and error");
        }
    }

    @Test
    void aTextThatIsTooLongForTheStudentIsRefused(@TempDir Path folder) {
        try (TextModel student = LocalModel.open(TinyCheckpoint.write(folder, 60))) {
            Connection aware = new ModelAwareConnection(TEACHER, new LinkChooser(student, question -> question, 2));
            String refusal = aware.connect(Examples.BAKERY, Examples.slip(), CORRECTION, 3)
                    .failure()
                    .orElseThrow();
            assertTrue(refusal.contains("at most N tokens"), refusal);
        }
    }

    private static Reflection connect(Connection connection, long seed) {
        Reflection reflection = connection
                .connect(Examples.BAKERY, Examples.slip(), CORRECTION, seed)
                .asOptional()
                .orElseThrow();
        assertEquals(connection.style(), reflection.style());
        return reflection;
    }
}

package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

class LabBenchTest {
    private final LabBench bench = new LabBench();

    @Test
    void theDefaultsGiveATrajectoryThatComesToTheRightAnswer() {
        Triplet triplet = bench.triplet();
        assertEquals(ConnectionStyle.SMOOTH, triplet.reflection().style());
        assertEquals(Strategy.FIX_AND_CONTINUE, triplet.correction().strategy());
        assertTrue(Grader.standard()
                .equal(triplet.correction().answer(), triplet.problem().goldAnswer()));
        assertTrue(bench.view().text().contains("↺"), bench.view().text());
    }

    @Test
    void everyTypeThatAProblemTakesIsBroughtIn() {
        assertFalse(bench.errors().isEmpty());
        int made = 0;
        for (ErrorType type : bench.errors()) {
            try {
                Triplet triplet = bench.error(type).triplet();
                assertEquals(type, triplet.attempt().type());
                assertEquals(ErrorSource.TEACHER, triplet.attempt().source());
                made++;
            } catch (LabException refused) {
                assertTrue(refused.getMessage().contains(type.label()), refused.getMessage());
            }
        }
        assertTrue(made > 0, "none of " + bench.errors());
    }

    @Test
    void aChoiceLeavesTheBenchAsItWas() {
        String before = bench.toString();
        bench.error(ErrorType.OPERATOR).connection("phrase").correction("fresh_and_restart");
        assertEquals(before, bench.toString());
    }

    @Test
    void theStudentChoosesTheModelAwareLink() {
        Triplet triplet = bench.connection(ConnectionStyle.MODEL_AWARE).triplet();
        assertTrue(triplet.reflection().studentNegativeLogLikelihood().isPresent());
    }

    @Test
    void theFirstMistakeIsTheStudentsOwn() {
        LabBench mistaken = bench.firstMistake(WordProblemSet.STORIES);
        assertEquals(ErrorSource.STUDENT, mistaken.triplet().attempt().source());
    }

    @Test
    void namesThatDoNotExistAreAnsweredWithThoseThatDo() {
        refusal(() -> bench.error("arithmetic"), "arithmetic", "context_value");
        refusal(() -> bench.connection("gentle"), "gentle", "model_aware");
        refusal(() -> bench.correction("again"), "again", "fresh_and_restart");
        refusal(() -> bench.problem("tales", 1), "tales", "stories");
        refusal(() -> bench.student("large"), "large", "small");
        refusal(() -> bench.problem("stories", 0), "from 1", "0");
    }

    @Test
    void aTypeThatTheProblemDoesNotTakeIsAnsweredWithThoseThatItTakes() {
        Problem bare = new Problem("bare", "What is 4 plus 5?", "4+5=9", "9");
        LabBench own = bench.problem(bare);
        Set<ErrorType> others = new HashSet<>(Arrays.asList(ErrorType.values()));
        others.removeAll(own.errors());
        ErrorType refused = others.iterator().next();
        refusal(
                () -> own.error(refused).triplet(),
                refused.label(),
                own.errors().iterator().next().label());
    }

    private static void refusal(Runnable choice, String found, String expected) {
        String message = assertThrows(LabException.class, choice::run).getMessage();
        assertTrue(message.contains(found) && message.contains(expected), message);
    }
}

package org.lemmalab.mistake.prompted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.ScriptedServer;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.VotedAnalysis;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/** Several replies to one analysis. */
class PromptedAnalystTest {
    private static final Problem PROBLEM =
            new Problem("p1", "Ana has 4 bags of 6 nuts and eats 5 nuts. How many are left?", "24\n19", "19");
    private static final Solution ATTEMPT = StepSplitter.split("4*6=26 nuts.\n26-5=20 nuts.\nA: 20");
    private static final String FIRST = wrong(1, "calculation", "26 is not 24.");
    private static final String SECOND = wrong(2, "calculation", "26-5 is 21.");
    private static final String OTHER_TYPE = wrong(2, "operator", "It should be added.");

    private static String wrong(int step, String type, String why) {
        return "{\"explanation\": \"" + why + "\", \"verdict\": \"wrong\", \"first_wrong_step\": " + step
                + ", \"error_type\": \"" + type + "\"}";
    }

    private static VotedAnalysis judged(String... replies) throws IOException {
        try (ScriptedServer server = ScriptedServer.saying(replies);
                EndpointModel model = server.open()) {
            PromptedSettings settings = PromptedSettings.STANDARD.withAnalyses(replies.length);
            Analyst analyst = PromptedAnalyst.over(new TeachingModel(model, new Price(1e6, 1e6), settings));
            VotedAnalysis judgement = analyst.judge(PROBLEM, ATTEMPT);
            assertEquals(1, server.requests().size());
            assertEquals(replies.length, server.requests().get(0).samples());
            return judgement;
        }
    }

    @Test
    void theMostFrequentVerdictCountsWithItsShareOfAllReplies() throws IOException {
        VotedAnalysis judgement =
                judged(SECOND, FIRST, "nothing", FIRST.replace("26 is not 24.", "It is 24."), OTHER_TYPE);
        assertEquals(new Analysis.Wrong(1, ErrorType.CALCULATION, "26 is not 24."), judgement.analysis());
        assertEquals(OptionalDouble.of(0.4), judgement.agreement());
        assertEquals(
                List.of(2, 1, 1),
                judgement.votes().stream().map(VotedAnalysis.Vote::count).toList());
        assertEquals(Map.of("the reply is no JSON", 1), judgement.failures());
    }

    @Test
    void onePromptIsPaidOnceForAllReplies() throws IOException {
        assertEquals(new Usage(100, 30, 130), judged(FIRST, "nothing", FIRST).usage());
    }

    @Test
    void sharedFirstPlacesAreUndecidedButKeepACommonStep() throws IOException {
        VotedAnalysis apart = judged(FIRST, SECOND);
        assertEquals(
                OptionalInt.empty(),
                assertInstanceOf(Analysis.Undecided.class, apart.analysis()).firstWrongStep());
        VotedAnalysis sameStep = judged(OTHER_TYPE, SECOND, FIRST, OTHER_TYPE, SECOND);
        assertEquals(
                OptionalInt.of(2),
                assertInstanceOf(Analysis.Undecided.class, sameStep.analysis()).firstWrongStep());
        assertEquals(OptionalDouble.of(0.4), sameStep.agreement());
    }

    @Test
    void withoutAUsableReplyTheMostFrequentReasonIsGiven() throws IOException {
        VotedAnalysis judgement = judged("", "nothing", "no", "");
        assertTrue(judgement.votes().isEmpty());
        assertEquals(OptionalDouble.of(0), judgement.agreement());
        assertEquals(Map.of("the reply is empty", 2, "the reply is no JSON", 2), judgement.failures());
        assertTrue(judgement.analysis().explanation().startsWith("No usable reply: the reply is"));
    }

    @Test
    void latexWithSingleBackslashesIsReadAndControlCharactersAreRefused() throws IOException {
        VotedAnalysis latex = judged(FIRST.replace("26 is not 24.", "\\frac{48}{2} is 24, \\(4 \\times 6\\) too."));
        assertEquals(
                new Analysis.Wrong(1, ErrorType.CALCULATION, "\\frac{48}{2} is 24, \\(4 \\times 6\\) too."),
                latex.analysis());
        VotedAnalysis broken = judged(FIRST.replace("26 is not 24.", "26 is \\u0000 not 24."));
        assertEquals(Map.of("the reply has control characters in its texts", 1), broken.failures());
    }

    @Test
    void anAttemptWithoutStepsIsNotAsked() {
        EndpointModel closed = EndpointModel.open(EndpointSettings.chat("http://127.0.0.1:9/v1", "none"));
        Analyst analyst = PromptedAnalyst.over(new TeachingModel(closed, Price.FREE, PromptedSettings.STANDARD));
        VotedAnalysis judgement = analyst.judge(PROBLEM, StepSplitter.split(""));
        assertEquals("The attempt has no step to judge.", judgement.analysis().explanation());
        assertEquals(OptionalDouble.empty(), judgement.agreement());
        closed.close();
    }

    @Test
    void severalAnalysesNeedATemperature() {
        assertEquals(0.7, PromptedSettings.STANDARD.withAnalyses(5).analysisTemperature());
        assertThrows(LabException.class, () -> new PromptedSettings(5, 0, 0.7, 100, 0));
    }
}

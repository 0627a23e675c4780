package org.lemmalab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.mistake.Share;
import org.lemmalab.problem.Problem;

class SetScoreTest {
    private static final double EXACT = 1e-12;

    @TempDir
    private Path folder;

    /** Two problems with four solutions each, counted by hand. */
    @Test
    void scoresCountedByHand() throws IOException {
        Path output = folder.resolve("output.jsonl");
        Files.writeString(output, """
                {"id":"a","samples":[{"solution":"x","answer":"7","is_correct":true,"finish":"stop","tokens":10},{"solution":"x","answer":"8","is_correct":false,"finish":"stop","tokens":10},{"solution":"x","answer":"7.0","is_correct":true,"finish":"stop","tokens":10},{"solution":"","is_correct":false,"finish":"stop","tokens":0}]}
                {"id":"b","samples":[{"solution":"x","answer":"1","is_correct":false,"finish":"length","tokens":20},{"solution":"x","answer":"1","is_correct":false,"finish":"stop","tokens":10},{"solution":"x","answer":"2","is_correct":true,"finish":"stop","tokens":10},{"solution":"x","answer":"q","finish":"stop","tokens":10}]}
                """);
        SetScore score = SetScore.of("set", output, List.of(problem("a", "7", "1"), problem("b", "2", "5")), 1);
        assertEquals((0.5 + 0.25) / 2, score.accuracy().estimate(), EXACT);
        assertEquals((5 / 6.0 + 3 / 6.0) / 2, score.passAtK().get(2), EXACT);
        assertEquals(1, score.passAtK().get(4), EXACT);
        assertEquals(Optional.of(new Share(1, 2)), score.majority());
        assertEquals(
                List.of(1L, 1L, 1L, 1L),
                List.of(score.truncated(), score.empty(), score.withoutAnswer(), score.undecided()));
        assertEquals(10, score.meanTokens(), EXACT);
        assertEquals(Map.of("level: 1", new Share(1, 1), "level: 5", new Share(0, 1)), score.groups());
        LabException error =
                assertThrows(LabException.class, () -> SetScore.of("set", output, List.of(problem("a", "7", "1")), 1));
        assertEquals("evaluation: expected a problem of the set, found 'b'", error.getMessage());
    }

    /** The published solutions of four models on GSM8K: our marks are the recorded ones, every one of 5,276. */
    @Test
    void recordedMarksOfRealSolutionsComeAgain() throws IOException {
        String data = System.getenv("LEMMA_DATA");
        Assumptions.assumeTrue(data != null, "LEMMA_DATA is not set: the published solutions are not read");
        List<TestProblem> problems = TestSet.GSM8K.read(Path.of(data));
        List<JsonNode> rows = TestSet.rows(Path.of(data, "gsm8k/example_model_solutions.jsonl"));
        for (String model : List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification")) {
            Path output = folder.resolve(model + ".jsonl");
            long recorded = write(rows, model, problems, output);
            SetScore score = SetScore.of(model, output, problems, 1);
            assertEquals(recorded / 1319.0, score.accuracy().estimate(), EXACT, model);
        }
    }

    private static long write(List<JsonNode> rows, String model, List<TestProblem> problems, Path output)
            throws IOException {
        long recorded = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(output)) {
            for (int i = 0; i < rows.size(); i++) {
                JsonNode solution = rows.get(i).get(model);
                recorded += solution.get("is_correct").asBoolean() ? 1 : 0;
                Problem problem = problems.get(i).problem();
                writer.write(Json.line(graded(problem, solution.get("solution").asText())) + "\n");
            }
        }
        return recorded;
    }

    private static ObjectNode graded(Problem problem, String text) {
        ObjectNode line = Json.mapper().createObjectNode().put("id", problem.id());
        ArrayNode samples = line.putArray("samples");
        SampledProblem.Sample sample =
                SampledProblem.Sample.of(new Completion(text, 1, FinishReason.STOP, new ArrayList<>()), problem);
        samples.add(Json.mapper().valueToTree(sample));
        return line;
    }

    private static TestProblem problem(String id, String answer, String level) {
        return new TestProblem(new Problem(id, "How many?", "", answer), Map.of("level", level));
    }
}

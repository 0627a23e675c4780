package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.solution.ProblemForms;

class StepLabelsTest {
    private static final String ROW =
            "{\"id\":\"%s\",\"model\":\"m\",\"question\":\"2 + 3 - 1?\",\"solution\":\"2+3=5\\n5-1=4\","
                    + "\"answer\":\"4\",\"steps\":[\"2+3=%s\",\"take 1\",\"so 4\"],%s}\n";

    @TempDir
    private Path folder;

    private static String row(String id, String label) {
        return String.format(ROW, id, "5", label);
    }

    @Test
    void bothWaysOfLabellingAreRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("labels.jsonl"),
                row("a", "\"first_wrong_step\":2")
                        + row("b", "\"first_wrong_step\":null")
                        + row("c", "\"label\":0")
                        + row("d", "\"label\":-1")
                        + row("e", "\"label\":3")
                        + row("f", "\"x\":1"));
        List<StepLabel> labels = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        assertEquals(4, StepLabels.read(file, labels::add, rejected));
        assertEquals(
                List.of(OptionalInt.of(2), OptionalInt.empty(), OptionalInt.of(1), OptionalInt.empty()),
                labels.stream().map(StepLabel::firstWrongStep).toList());
        assertTrue(rejected.messages().get(0).contains("expected a first wrong step from 1 to 3, found 4"));
        assertTrue(rejected.messages().get(1).contains("'first_wrong_step' or 'label'"));
    }

    @Test
    void labelsWithoutGoldSolutionsAreJoinedByTheQuestion() throws IOException {
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"), "{\"question\":\"2 + 3  - 1?\",\"answer\":\"2+3=5\\n5-1=4\\n#### 4\"}\n");
        String row = "{\"id\":\"gsm8k-0\",\"generator\":\"m\",\"problem\":\"%s\",\"steps\":[\"2+3=6\",\"6-1=5\"],"
                + "\"final_answer_correct\":false,\"label\":0}";
        Path file = Files.writeString(
                folder.resolve("pb.json"),
                "[" + String.format(row, "2 + 3 - 1?") + "," + String.format(row, "2 + 9?") + "]");
        List<StepLabel> labels = new ArrayList<>();
        RejectedLines rejected = RejectedLines.counting();
        ProblemSet problems = ProblemForms.read(gold, RejectedLines.refusing());
        assertEquals(1, StepLabels.read(file, problems, labels::add, rejected));
        assertEquals(OptionalInt.of(1), labels.get(0).firstWrongStep());
        assertEquals("4", labels.get(0).subject().problem().goldAnswer());
        assertTrue(rejected.messages().get(0).contains("none of the 1 gold problems asks '2 + 9?'"));
        assertEquals(0, StepLabels.read(file, label -> {}, rejected));
        assertTrue(rejected.messages().get(1).contains("please name it (--gold)"));
    }

    @Test
    void theScoreCountsWhatIsDecidedAndWhatIsAsserted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("labels.jsonl"),
                row("exact", "\"label\":1")
                        + row("guess", "\"label\":1")
                        + row("late", "\"label\":1")
                        + row("missed", "\"label\":1")
                        + row("right", "\"label\":-1")
                        + row("blamed", "\"label\":-1"));
        Map<String, Analysis> verdicts = Map.of(
                "exact",
                wrong(2, Evidence.Kind.REFUTED),
                "guess",
                new Analysis.Undecided(OptionalInt.of(2), "perhaps"),
                "late",
                wrong(3, Evidence.Kind.FOREIGN),
                "missed",
                new Analysis.Correct("fine"),
                "right",
                new Analysis.Correct("fine"),
                "blamed",
                wrong(1, Evidence.Kind.FOREIGN));
        List<StepLabel> labels = new ArrayList<>();
        StepLabels.read(file, labels::add, RejectedLines.refusing());
        StepScore score = StepScore.of((problem, attempt) -> verdicts.get(problem.id()), labels);
        assertEquals(0.25, score.stepAccuracy());
        assertEquals(0.5, score.stepAccuracyAsserted());
        assertEquals(0.5, score.rightAccuracy());
        assertEquals(0.5, score.f1Asserted());
        assertEquals(5.0 / 6, score.coverage(), 1e-12);
        assertEquals(new Share(1, 3), score.wrong().orElseThrow());
        assertEquals(new Share(0, 2), score.byKind().get(Evidence.Kind.FOREIGN));
        assertEquals(
                List.of(Evidence.Kind.REFUTED, Evidence.Kind.FOREIGN),
                List.copyOf(score.byKind().keySet()));
    }

    private static Analysis wrong(int step, Evidence.Kind kind) {
        return new Analysis.Wrong(step, ErrorType.CALCULATION, "no", Evidence.of(kind, 0.9, List.of()));
    }
}

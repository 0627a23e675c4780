package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.JsonLines;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.problem.Samples;

class ErrorTypeStudyTest {
    @Test
    void withoutADataFolderTheSamplesAreStudied() {
        List<Long> progress = new ArrayList<>();
        ErrorTypeStudy.Result result = ErrorTypeStudy.run(Optional.empty(), progress::add);
        assertEquals("error-types-samples", result.name());
        assertEquals(JsonLines.countLines(Samples.attempts()), result.attempts().size());
        assertEquals(result.attempts().size(), progress.size());
        assertEquals(
                List.of("careful-reader", "quick-calculator", "story-teller"),
                List.copyOf(result.accuracy().keySet()));
        assertEquals(2, result.provenance().dataSha256().size());
    }

    @Test
    void accuracyCountsTheRecordedMarks() {
        Map<String, Long> marked = JsonLines.readAll(Samples.attempts(), line -> line).stream()
                .filter(line -> line.get("is_correct").booleanValue())
                .collect(Collectors.groupingBy(line -> line.get("model").textValue(), Collectors.counting()));
        ErrorTypeStudy.run(Optional.empty(), done -> {})
                .accuracy()
                .forEach((model, share) -> assertEquals(marked.get(model), share.count(), model));
    }

    @Test
    void aSecondRunGivesTheSame() {
        assertEquals(
                ErrorTypeStudy.run(Optional.empty(), done -> {}).attempts(),
                ErrorTypeStudy.run(Optional.empty(), done -> {}).attempts());
    }

    @Test
    void examplesAreOfDifferentStudentsAndTypes() {
        List<ErrorTypeStudy.Example> examples = ErrorTypeStudy.sampleExamples(3);
        assertEquals(3, examples.size());
        assertEquals(
                3,
                examples.stream()
                        .map(e -> e.labelled().attempt().model())
                        .distinct()
                        .count());
        assertEquals(
                3,
                examples.stream()
                        .map(e -> e.labelled().errorType().orElseThrow())
                        .distinct()
                        .count());
    }

    @Test
    void theRecordedMarksOfRealSolutionsAreReproduced() {
        String data = System.getenv("LEMMA_DATA");
        Assumptions.assumeTrue(
                data != null && Files.exists(Path.of(data, "gsm8k/example_model_solutions.jsonl")),
                "needs LEMMA_DATA with gsm8k/example_model_solutions.jsonl");
        ErrorTypeStudy.Result result = ErrorTypeStudy.run(Optional.of(Path.of(data)), done -> {});
        assertEquals(5276, result.attempts().size());
        long calledWrong = result.attempts().stream()
                .filter(each -> each.attempt().markedCorrect().orElseThrow())
                .filter(each -> each.verdict().equals("wrong"))
                .count();
        long calledCorrect = result.attempts().stream()
                .filter(each -> !each.attempt().markedCorrect().orElseThrow())
                .map(LabelledAttempt::verdict)
                .filter("correct"::equals)
                .count();
        assertEquals(0, calledWrong, "attempts marked correct and called wrong");
        assertEquals(0, calledCorrect, "attempts marked wrong and called correct");
        assertTrue(result.score().orElseThrow().stepAccuracy() >= 0.90);
        assertTrue(result.score().orElseThrow().typeAccuracy() >= 0.75);
    }
}

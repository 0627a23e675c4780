package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.report.FineTuningReport;
import org.lemmalab.report.LearntTokensView;
import org.lemmalab.training.Example;
import org.lemmalab.training.ExampleReader;
import org.lemmalab.training.RowFilling;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingProgress;
import org.lemmalab.training.TrainingSettings.Batching.Layout;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.TextTokenizer;

/** The study from end to end, a few steps of each part. */
class FineTuningStudyTest {
    @TempDir
    Path folder;

    @Test
    void aStudentIsMadeTaughtFineTunedResumedAndAsked() {
        List<TrainingProgress> teaching = new ArrayList<>();
        FineTuningStudy study =
                FineTuningStudy.prepare(Optional.empty(), new FineTuningStudy.Scale(6, 4, 3), teaching::add);
        assertEquals(6, teaching.size());
        FineTuningStudy.TrainedRun full = study.full(TrainingListener.SILENT);
        FineTuningStudy.TrainedRun adapters = study.adapters(TrainingListener.SILENT);
        assertTrue(adapters.trained() < full.trained() / 5, adapters.trained() + " of " + full.trained());
        assertEquals(4, full.steps().size());
        FineTuningStudy.Resumed resumed = study.resumed(full, TrainingListener.SILENT);
        assertTrue(resumed.identical());
        assertEquals(2, resumed.stoppedAt());
        Map<String, List<AskedProblem>> answers = new LinkedHashMap<>();
        answers.put("before", study.ask("before", study.student()));
        answers.put("after", study.ask("after", adapters.model()));
        assertEquals(6, answers.get("after").size());
        assertEquals(2, FineTuningReport.answers(answers, 1).rowCount());
        FineTuningReport report = new FineTuningReport(study.result());
        assertEquals(4, report.scores().rowCount());
        assertTrue(report.write(folder).stream().anyMatch(file -> file.endsWith("loss.svg")));
    }

    @Test
    void onlyTheWrongStepOfTheMaskedExampleIsNotLearnt() {
        FineTuningStudy study =
                FineTuningStudy.prepare(Optional.empty(), new FineTuningStudy.Scale(1, 1, 1), TrainingListener.SILENT);
        try (TextTokenizer tokenizer = TextTokenizer.open(study.student())) {
            ExampleReader reader = new ExampleReader(
                    tokenizer, Checkpoint.open(study.student()).config(), Optional.empty());
            Example example = reader.example("masked", study.maskedExample());
            LearntTokensView view = LearntTokensView.of("masked", example, tokenizer);
            StringBuilder masked = new StringBuilder();
            view.tokens().stream()
                    .filter(token -> !token.prompt() && !token.learnt())
                    .forEach(token -> masked.append(token.text()));
            assertTrue(masked.toString().contains("6*12=62"), masked.toString());
            assertFalse(masked.toString().contains("Wait"), masked.toString());
            assertTrue(view.html().contains("line-through") && view.html().contains("#009E73"), view.html());
            assertEquals(example.learnedTokens(), view.learnt());
        }
        for (RowFilling filling : study.fillings(Optional.empty())) {
            assertTrue(filling.share() > 0 && filling.share() <= 1, filling.toString());
            assertTrue(filling.layout() != Layout.BUCKETED || filling.share() > 0.8, filling.toString());
        }
    }

    @Test
    void withoutAGpuItSaysWhatItSkippedAndWhy() {
        if (ai.djl.engine.Engine.getInstance().getGpuCount() == 0) {
            String said = GpuFineTuning.run(Optional.of(folder), TrainingListener.SILENT);
            assertTrue(said.startsWith("Skipped: adapters") && said.contains("No GPU"), said);
        } else {
            String said = GpuFineTuning.run(Optional.empty(), TrainingListener.SILENT);
            assertTrue(said.startsWith("Skipped: adapters") && said.contains("LEMMA_CHECKPOINT"), said);
        }
    }
}

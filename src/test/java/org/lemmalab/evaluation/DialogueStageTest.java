package org.lemmalab.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.TinyCheckpoint;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.pipeline.Result;
import org.lemmalab.transformer.LocalModel;

class DialogueStageTest {
    @TempDir
    private Path folder;

    @Test
    void laterTurnsSeeTheModelsOwnAnswers() throws Exception {
        try (LocalModel model = LocalModel.open(TinyCheckpoint.write(folder, 400))) {
            PromptTemplate prompt = PromptTemplate.bundled("continue");
            SamplingSettings greedy = SamplingSettings.greedy(6);
            Dialogue dialogue = new Dialogue(
                    "d", List.of(new Dialogue.Turn("Two and two?", "4"), new Dialogue.Turn("And one more?", "5")));
            DialogueStage.Held held = held(new DialogueStage(prompt, greedy), dialogue, model);
            assertEquals(2, held.turns().size());
            String first = "Question: Two and two?\nAnswer:";
            assertEquals(
                    model.complete(first, greedy).text(), held.turns().get(0).solution());
            String second = first + held.turns().get(0).solution().strip() + "\n\nQuestion: And one more?\nAnswer:";
            assertEquals(
                    model.complete(second, greedy).text(), held.turns().get(1).solution());
        }
    }

    @Test
    void aTurnThatDoesNotFitIsTheReason() throws Exception {
        try (LocalModel model = LocalModel.open(TinyCheckpoint.write(folder, 20))) {
            DialogueStage stage = new DialogueStage(PromptTemplate.bundled("continue"), SamplingSettings.greedy(4));
            Dialogue dialogue = new Dialogue(
                    "d", List.of(new Dialogue.Turn("A question that is far too long for so small a context?", "4")));
            Result<DialogueStage.Held> result = stage.stage(model, Price.FREE).apply(dialogue);
            assertTrue(result instanceof Result.Failure<DialogueStage.Held> failure
                    && failure.reason().startsWith("turn 1: "));
        }
    }

    private static DialogueStage.Held held(DialogueStage stage, Dialogue dialogue, TextModel model) throws Exception {
        Result<DialogueStage.Held> result = stage.stage(model, Price.FREE).apply(dialogue);
        return ((Result.Success<DialogueStage.Held>) result).value();
    }
}

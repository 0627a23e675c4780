package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.Fields;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageIdentity;
import org.lemmalab.pipeline.StopRunException;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.solution.AnswerExtractor;

/**
 * Holds the conversations of MathChat: each turn is asked with the turns before it and the model's own answers to them in the context.
 *
 * @param prompt how one question is put
 * @param settings how the answers are drawn
 */
public record DialogueStage(PromptTemplate prompt, SamplingSettings settings) {
    /**
     * A conversation as it went.
     *
     * @param id the conversation's
     * @param turns each answer with its mark, in order
     */
    public record Held(String id, List<Answered> turns) {
        /** Copies the turns. */
        public Held {
            turns = List.copyOf(turns);
        }
    }

    /**
     * One answer.
     *
     * @param text what the model said
     * @param isCorrect whether its final answer is right; no answer is wrong
     * @param finish why the text ended
     * @param tokens how many were written
     */
    public record Answered(String text, boolean isCorrect, String finish, int tokens) {}

    /**
     * @param model the student
     * @param price of its tokens
     * @return the stage that asks it
     */
    public Stage<Dialogue, Held> stage(TextModel model, Price price) {
        return Stage.of(
                identity(model.name()), DialogueStage::read, Dialogue::id, dialogue -> hold(dialogue, model, price));
    }

    private Result<Held> hold(Dialogue dialogue, TextModel model, Price price) {
        StringBuilder context = new StringBuilder();
        List<Answered> answers = new ArrayList<>();
        Usage usage = Usage.NONE;
        for (Dialogue.Turn turn : dialogue.turns()) {
            context.append(prompt.fill(Map.of("question", turn.question())));
            Reply reply;
            try {
                reply = model.complete(context.toString(), settings);
            } catch (UnusableModelException e) {
                throw new StopRunException(e.getMessage());
            }
            if (reply instanceof Reply.Failed failed) {
                return new Result.Failure<>("turn " + (answers.size() + 1) + ": " + failed.reason(), usage);
            }
            Reply.Completed completed = (Reply.Completed) reply;
            Completion answer = completed.completions().get(0);
            usage = usage.plus(price.usage(completed));
            answers.add(graded(answer, turn));
            context.append(answer.text().strip()).append("\n\n");
        }
        return new Result.Success<>(new Held(dialogue.id(), answers), usage);
    }

    private static Answered graded(Completion answer, Dialogue.Turn turn) {
        boolean isCorrect = AnswerExtractor.standard()
                .extract(answer.text())
                .answer()
                .map(found -> Grader.standard().equal(found, turn.goldAnswer()))
                .orElse(false);
        return new Answered(answer.text(), isCorrect, answer.finish().name().toLowerCase(Locale.ROOT), answer.tokens());
    }

    private static Dialogue read(JsonNode line) {
        List<Dialogue.Turn> turns = new ArrayList<>();
        line.path("turns")
                .forEach(turn ->
                        turns.add(new Dialogue.Turn(Fields.text(turn, "question"), Fields.text(turn, "gold_answer"))));
        return new Dialogue(Fields.text(line, "id"), turns);
    }

    private StageIdentity identity(String model) {
        Map<String, String> values = new HashMap<>(Sampler.settings(settings));
        values.put("model", model);
        values.put("prompt", prompt.name() + " " + prompt.version());
        values.put("prompt_hash", prompt.hash());
        return new StageIdentity("dialogue", "1", values);
    }
}

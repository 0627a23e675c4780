package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.Fields;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
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
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.ModelText;

/**
 * Holds conversations as MathChat does: each turn is asked with the turns before it and the model's own answers to them in the context.
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
    public record Held(String id, List<SampledProblem.Sample> turns) {
        /** Copies the turns. */
        public Held {
            turns = List.copyOf(turns);
        }
    }

    /**
     * @param model the student
     * @param price of its tokens
     * @return the stage that asks it
     */
    public Stage<Dialogue, Held> stage(TextModel model, Price price) {
        return Stage.of(
                identity(model.name()),
                DialogueStage::read,
                Dialogue::id,
                dialogue -> holdOrStop(dialogue, model, price));
    }

    /**
     * Holds many conversations together: all first turns are asked at once, then all second ones.
     *
     * @param dialogues the conversations
     * @param model the student
     * @param price of its tokens
     * @return how each went, in their order; a failure where a turn could not be answered
     */
    public List<Result<Held>> hold(List<Dialogue> dialogues, TextModel model, Price price) {
        List<Talk> talks = dialogues.stream().map(Talk::new).toList();
        List<Talk> open = talks;
        while (!open.isEmpty()) {
            List<CompletionRequest> requests = open.stream()
                    .map(talk -> new CompletionRequest(talk.ask(prompt), settings))
                    .toList();
            List<Reply> replies = model.complete(requests);
            for (int i = 0; i < replies.size(); i++) {
                open.get(i).hear(replies.get(i), price);
            }
            open = open.stream().filter(Talk::isOpen).toList();
        }
        return talks.stream().map(Talk::result).toList();
    }

    private Result<Held> holdOrStop(Dialogue dialogue, TextModel model, Price price) {
        try {
            return hold(List.of(dialogue), model, price).get(0);
        } catch (UnusableModelException e) {
            throw new StopRunException(e.getMessage());
        }
    }

    /** A conversation that goes on. */
    private static final class Talk {
        private final Dialogue dialogue;
        private final StringBuilder context = new StringBuilder();
        private final List<SampledProblem.Sample> answers = new ArrayList<>();
        private Optional<String> failure = Optional.empty();
        private Usage usage = Usage.NONE;

        private Talk(Dialogue dialogue) {
            this.dialogue = dialogue;
        }

        private boolean isOpen() {
            return failure.isEmpty() && answers.size() < dialogue.turns().size();
        }

        private String ask(PromptTemplate prompt) {
            context.append(prompt.fill(Map.of("question", turn().question())));
            return context.toString();
        }

        private void hear(Reply reply, Price price) {
            if (reply instanceof Reply.Failed failed) {
                failure = Optional.of("turn " + (answers.size() + 1) + ": " + failed.reason());
                return;
            }
            Reply.Completed completed = (Reply.Completed) reply;
            Completion answer = completed.completions().get(0);
            usage = usage.plus(price.usage(completed));
            Problem asked = new Problem(dialogue.id(), turn().question(), "", turn().goldAnswer());
            answers.add(SampledProblem.Sample.of(answer, asked));
            context.append(ModelText.of(answer.text()).solution().strip()).append("\n\n");
        }

        private Dialogue.Turn turn() {
            return dialogue.turns().get(answers.size());
        }

        private Result<Held> result() {
            return failure.<Result<Held>>map(reason -> new Result.Failure<>(reason, usage))
                    .orElseGet(() -> new Result.Success<>(new Held(dialogue.id(), answers), usage));
        }
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
        values.put("extraction", AnswerExtractor.VERSION);
        return new StageIdentity("dialogue", "3", values);
    }
}

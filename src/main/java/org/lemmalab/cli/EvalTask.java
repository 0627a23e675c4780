package org.lemmalab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.evaluation.DialogueStage;
import org.lemmalab.evaluation.Sampler;
import org.lemmalab.evaluation.SetScore;
import org.lemmalab.evaluation.TestProblem;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.pipeline.Stage;

/** A set to be measured. */
sealed interface EvalTask {
    /** The name in tables and of the set's folder. */
    String name();

    /** Problems or conversations of the whole set. */
    int size();

    /** Worked examples before the question. */
    int shots();

    /** The prompt that is asked where the caller names none. */
    String standardPrompt();

    /** What the set's run reads: an object a problem or conversation. */
    Stream<ObjectNode> rows();

    /** Asks a model. */
    Stage<?, ?> stage(PromptTemplate prompt, SamplingSettings settings, TextModel model, Price price);

    /** Scores what a run wrote; a score a turn where the set has conversations. */
    List<SetScore> scores(Path output, long seed);

    /** Single problems. */
    record Problems(String name, List<TestProblem> problems, int size, int shots, String standardPrompt)
            implements EvalTask {
        @Override
        public Stream<ObjectNode> rows() {
            return problems.stream()
                    .map(TestProblem::problem)
                    .map(problem -> Json.mapper()
                            .createObjectNode()
                            .put("id", problem.id())
                            .put("question", problem.question())
                            .put("solution", problem.goldSolution())
                            .put("answer", problem.goldAnswer()));
        }

        @Override
        public Stage<?, ?> stage(PromptTemplate prompt, SamplingSettings settings, TextModel model, Price price) {
            return new Sampler(prompt, settings).stage(model, price);
        }

        @Override
        public List<SetScore> scores(Path output, long seed) {
            return List.of(SetScore.of(name, output, problems, seed));
        }
    }

    /** Conversations. */
    record Dialogues(String name, List<Dialogue> dialogues, int size, int shots, String standardPrompt)
            implements EvalTask {
        @Override
        public Stream<ObjectNode> rows() {
            return dialogues.stream().map(dialogue -> {
                ObjectNode row = Json.mapper().createObjectNode().put("id", dialogue.id());
                ArrayNode turns = row.putArray("turns");
                dialogue.turns()
                        .forEach(turn -> turns.addObject()
                                .put("question", turn.question())
                                .put("gold_answer", turn.goldAnswer()));
                return row;
            });
        }

        @Override
        public Stage<?, ?> stage(PromptTemplate prompt, SamplingSettings settings, TextModel model, Price price) {
            if (settings.samples() != 1) {
                throw new LabException("-k: expected 1 for conversations, found " + settings.samples());
            }
            return new DialogueStage(prompt, settings).stage(model, price);
        }

        @Override
        public List<SetScore> scores(Path output, long seed) {
            return SetScore.ofTurns(name, output, dialogues, seed);
        }
    }
}

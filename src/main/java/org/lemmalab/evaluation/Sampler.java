package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;
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
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.solution.AnswerExtractor;

/**
 * Draws a student's solutions of a problem.
 *
 * @param prompt with a place for the question
 * @param settings how many solutions, and how they are drawn; each problem has a seed of its own that depends on this one and its id
 */
public record Sampler(PromptTemplate prompt, SamplingSettings settings) {
    private static final int SEED_DIGITS = 8;
    private static final long MOST_SEED = 0x7FFFFFFFL;

    /**
     * @param line id, question and answer; a problem without an id is named by its question's hash
     * @return the problem
     * @throws LabException if a field is missing
     */
    public static Problem read(JsonNode line) {
        return ProblemSet.parseNamed(line);
    }

    /**
     * @param problem a problem
     * @return what a model is asked, with the problem's own seed
     */
    public CompletionRequest request(Problem problem) {
        return new CompletionRequest(
                prompt.fill(Map.of("question", problem.question())), settings.withSeed(seed(problem)));
    }

    /**
     * @param model the student
     * @param price of its tokens
     * @return the stage that asks it
     */
    public Stage<Problem, SampledProblem> stage(TextModel model, Price price) {
        return Stage.of(identity(model.name()), Sampler::read, Problem::id, problem -> sample(problem, model, price));
    }

    private Result<SampledProblem> sample(Problem problem, TextModel model, Price price) {
        Reply reply;
        try {
            reply = model.complete(request(problem).prompt(), request(problem).settings());
        } catch (UnusableModelException e) {
            throw new StopRunException(e.getMessage());
        }
        if (reply instanceof Reply.Failed failed) {
            return Result.failure(failed.reason());
        }
        Reply.Completed completed = (Reply.Completed) reply;
        return new Result.Success<>(
                new SampledProblem(
                        problem.id(),
                        model.name(),
                        seed(problem),
                        settings.temperature(),
                        prompt.hash(),
                        completed.completions().stream()
                                .map(completion -> SampledProblem.Sample.of(completion, problem))
                                .toList()),
                price.usage(completed));
    }

    private StageIdentity identity(String model) {
        Map<String, String> values = new HashMap<>(settings(settings));
        values.put("model", model);
        values.put("prompt", prompt.name() + " " + prompt.version());
        values.put("prompt_hash", prompt.hash());
        values.put("extraction", AnswerExtractor.VERSION);
        return new StageIdentity("sample", "2", values);
    }

    /** What decides a draw, by name. */
    static Map<String, String> settings(SamplingSettings settings) {
        Map<String, String> values = new HashMap<>();
        values.put("temperature", String.valueOf(settings.temperature()));
        values.put("top_p", String.valueOf(settings.topP()));
        values.put("top_k", String.valueOf(settings.topK()));
        values.put("max_new_tokens", String.valueOf(settings.maxNewTokens()));
        values.put("stop", settings.stop().toString());
        values.put("seed", String.valueOf(settings.seed()));
        values.put("samples", String.valueOf(settings.samples()));
        return values;
    }

    private long seed(Problem problem) {
        String hash = Hashes.sha256(settings.seed() + " " + problem.id());
        return Long.parseLong(hash.substring(0, SEED_DIGITS), 16) & MOST_SEED;
    }

    /** Checks that the prompt takes a question and nothing else. */
    public Sampler {
        if (!prompt.places().equals(Set.of("question"))) {
            throw new LabException(
                    "prompt '" + prompt.name() + "': expected the one place {{question}}, found " + prompt.places());
        }
    }
}

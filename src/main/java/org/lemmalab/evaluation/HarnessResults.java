package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lemmalab.io.Json;
import org.lemmalab.io.Provenance;
import org.lemmalab.llm.prompt.PromptTemplate;

/**
 * Results in the layout of lm-evaluation-harness ({@code results}, {@code configs}, {@code n-shot}, {@code n-samples}, {@code config}),
 * so that tools which read its files read ours. What that layout has no place for stands under {@code lemma_lab}.
 */
public final class HarnessResults {
    private HarnessResults() {}

    /**
     * One set as it was run.
     *
     * @param score what was reached
     * @param shots worked examples before the question
     * @param size problems of the whole set
     * @param prompt as asked
     */
    public record Entry(SetScore score, int shots, int size, PromptTemplate prompt) {}

    /**
     * @param model the model's name
     * @param entries the sets
     * @param provenance seed, settings, data hashes and versions
     * @return the JSON object
     */
    public static ObjectNode json(String model, List<Entry> entries, Provenance provenance) {
        ObjectNode root = Json.mapper().createObjectNode();
        ObjectNode results = root.putObject("results");
        ObjectNode configs = root.putObject("configs");
        ObjectNode versions = root.putObject("versions");
        ObjectNode shots = root.putObject("n-shot");
        ObjectNode counts = root.putObject("n-samples");
        for (Entry entry : entries) {
            String set = entry.score().set();
            result(results.putObject(set), entry.score());
            configs.putObject(set)
                    .put("task", set)
                    .put("output_type", "generate_until")
                    .put("num_fewshot", entry.shots())
                    .put("doc_to_text", entry.prompt().text());
            versions.put(set, entry.prompt().version());
            shots.put(set, entry.shots());
            counts.putObject(set)
                    .put("original", entry.size())
                    .put("effective", entry.score().problems());
        }
        root.putObject("config")
                .put("model", "lemma-lab")
                .put("model_args", model)
                .put("random_seed", provenance.seed());
        root.put("model_name", model);
        root.putObject("lemma_lab").set("provenance", Json.mapper().valueToTree(provenance));
        return root;
    }

    private static void result(ObjectNode result, SetScore score) {
        result.put("alias", score.set());
        result.put("exact_match,none", score.accuracy().estimate());
        result.put("exact_match_stderr,none", standardError(score));
        result.put("exact_match_low,none", score.accuracy().low());
        result.put("exact_match_high,none", score.accuracy().high());
        score.passAtK().forEach((k, value) -> result.put("pass@" + k + ",none", value));
        score.majority().ifPresent(share -> result.put("maj@" + score.samples() + ",none", share.value()));
        result.put("truncated,none", score.truncated());
        result.put("empty,none", score.empty());
        result.put("without_answer,none", score.withoutAnswer());
        result.put("guessed_answers,none", score.guessed());
        result.put("undecided,none", score.undecided());
        result.put("tokens,none", score.meanTokens());
    }

    /** Of a mean over problems: the sample's standard deviation over the square root of their number. */
    private static double standardError(SetScore score) {
        int count = score.problems();
        if (count < 2) {
            return 0;
        }
        double mean = score.accuracy().estimate();
        double squares = score.correct().values().stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (count - 1) / count);
    }
}

package org.lemmalab.experiment.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lemmalab.corpus.DataStatistics;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.format.CorpusFolder;
import org.lemmalab.corpus.format.CorpusFormat;
import org.lemmalab.corpus.recipe.CorpusRun;
import org.lemmalab.corpus.recipe.ProblemContext;
import org.lemmalab.corpus.recipe.ProblemContexts;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.corpus.recipe.RecipeContext;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.Seeds;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.solution.Attempt;

/**
 * Carries recipes out over a study's training problems, and mixes what they make.
 *
 * @param form how a question stands in an instruction
 * @param counter counts tokens
 */
record CorpusMaker(PromptForm form, DataStatistics.Counter counter) {
    /** How the material of a recipe is counted where it made nothing. */
    private static final String NO_TRIPLETS = "no triplets: the student made no error and none can be brought in";

    void make(
            Recipe recipe,
            RecipeContext staff,
            List<Problem> problems,
            List<Attempt> attempts,
            List<Triplet> triplets,
            Path to) {
        Set<String> wanted = new HashSet<>();
        problems.forEach(problem -> wanted.add(problem.id()));
        List<ProblemContext> materials = ProblemContexts.of(
                problems,
                attempts.stream()
                        .filter(each -> wanted.contains(each.problemId()))
                        .toList(),
                triplets.stream()
                        .filter(each -> wanted.contains(each.problem().id()))
                        .toList());
        boolean lacks = recipe.needs().contains(Recipe.Need.TRIPLETS)
                && materials.stream().allMatch(each -> each.triplets().isEmpty());
        if (lacks) {
            StudyFiles.lines(to.resolve(CorpusFolder.TRAIN), List.of());
            StudyFiles.pretty(to.resolve(Corpus.MANIFEST), nothing(problems.size()));
            return;
        }
        int cores = Runtime.getRuntime().availableProcessors();
        new CorpusFolder(to, CorpusFormat.ofLabel("instruction"), form)
                .write(
                        recipe,
                        new CorpusRun(recipe, staff, cores),
                        materials,
                        counter,
                        Provenance.of(staff.seed(), Map.of(), Map.of()),
                        done -> {});
    }

    private Map<String, Object> nothing(long problems) {
        return Map.of(
                "statistics", counter.statistics(),
                "report", Map.of("problems", problems, "examples", 0, "refused", Map.of(NO_TRIPLETS, problems)));
    }

    /** Examples of several corpora in given shares: as many as the scarcest allows, drawn by the seed. */
    static void mix(List<Corpus> parts, List<Double> shares, long seed, Path to) {
        double all = Double.MAX_VALUE;
        for (int i = 0; i < parts.size(); i++) {
            all = Math.min(all, parts.get(i).examples() / shares.get(i));
        }
        List<JsonNode> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<JsonNode> some = parts.get(i).lines();
            int count = (int) Math.min(some.size(), Math.round(all * shares.get(i)));
            lines.addAll(Seeds.shuffled(some, Seeds.random(seed, "mix", i)).subList(0, count));
        }
        StudyFiles.lines(to.resolve(CorpusFolder.TRAIN), lines);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("mixed", shares);
        manifest.put("report", Map.of("problems", 0, "examples", lines.size(), "refused", Map.of()));
        StudyFiles.pretty(to.resolve(Corpus.MANIFEST), manifest);
    }

    static List<JsonNode> lines(Path train) {
        return train.toFile().length() == 0 ? List.of() : JsonLines.readAll(train, line -> line);
    }
}

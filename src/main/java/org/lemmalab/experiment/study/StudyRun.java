package org.lemmalab.experiment.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * Runs experiments one after the other. Each has a folder within the study's: {@code outcome.json}, {@code raw.jsonl} (the scores of
 * every problem and seed) and {@code time.json}. The same call goes on with a run that was stopped, and what is the same in another run
 * comes out byte for byte the same; only {@code time.json} and the study's {@code cost.json} differ.
 */
public final class StudyRun {
    private static final String OUTCOME = "outcome.json";

    private final Study study;
    private final List<Experiment> experiments;
    private final Path folder;

    /**
     * @param study who and how much
     * @param experiments {@code all}, or ids or names of experiments with commas between
     * @param folder of the study
     */
    public StudyRun(Study study, String experiments, Path folder) {
        this.study = study;
        this.experiments = Experiments.named(experiments);
        this.folder = folder;
        requireTrainable();
    }

    /** Before anything is asked of a student that cannot be trained here. */
    private void requireTrainable() {
        for (Experiment experiment : experiments) {
            Experiments.demands(experiment, study).stream()
                    .map(Workload::subject)
                    .filter(subject -> !subject.method().isBase())
                    .findFirst()
                    .ifPresent(subject -> require(experiment, subject.base()));
        }
    }

    private static void require(Experiment experiment, BaseStudent base) {
        if (base.folder().isEmpty()) {
            throw new LabException("experiment " + experiment.id()
                    + ": expected a checkpoint folder to fine-tune, found"
                    + " the endpoint " + base.name() + ". Make the corpora with 'lab corpus', export them with 'lab"
                    + " export', train there, and measure with 'lab eval'; --experiments F3,F4,T7 need no training");
        }
    }

    /**
     * @return what is going to be done
     */
    public StudyPlan plan() {
        return StudyPlan.of(study, experiments);
    }

    /**
     * @param found takes what each experiment found, as soon as it is written
     */
    public void run(Consumer<Outcome> found) {
        for (Experiment experiment : experiments) {
            long start = System.nanoTime();
            double before = cost().elapsed();
            found.accept(run(experiment));
            cost(before + (System.nanoTime() - start) / 1e9).write(folder);
        }
    }

    /**
     * @return what this study has cost so far, runs that were stopped included but for what they had not finished
     */
    public StudyCost cost() {
        return cost(StudyCost.read(folder).map(StudyCost::elapsed).orElse(0.0));
    }

    private StudyCost cost(double elapsed) {
        return new StudyCost(
                study.budget().name(),
                Runtime.getRuntime().availableProcessors(),
                elapsed,
                study.store().allSeconds());
    }

    private Outcome run(Experiment experiment) {
        long start = System.nanoTime();
        double inside = study.store().total();
        OutcomeBuilder builder = OutcomeBuilder.of(experiment, study);
        Outcome outcome = builder.build(experiment, study);
        Path place = folder.resolve(experiment.name());
        StudyFiles.text(place.resolve("raw.jsonl"), builder.raw());
        ObjectNode json = Json.mapper().valueToTree(outcome);
        json.remove("seconds");
        StudyFiles.pretty(place.resolve(OUTCOME), json);
        double seconds = (System.nanoTime() - start) / 1e9;
        StudyFiles.pretty(place.resolve("time.json"), Map.of("seconds", seconds));
        study.store().spent("statistics", seconds - (study.store().total() - inside));
        return outcome;
    }

    /**
     * Reads what an earlier run found.
     *
     * @param folder of the study
     * @return the outcomes, in the order of the experiments
     * @throws LabException if there is none
     */
    public static List<Outcome> read(Path folder) {
        List<Outcome> outcomes = Experiments.all().stream()
                .map(experiment -> folder.resolve(experiment.name()).resolve(OUTCOME))
                .filter(Files::exists)
                .map(StudyRun::outcome)
                .toList();
        if (outcomes.isEmpty()) {
            throw new LabException(folder + ": expected the folder of a study, found no " + OUTCOME);
        }
        return outcomes;
    }

    private static Outcome outcome(Path file) {
        try {
            return Json.mapper().treeToValue(Json.parse(Files.readString(file)), Outcome.class);
        } catch (JsonProcessingException e) {
            throw new LabException(file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        }
    }

    /**
     * @return the ids of all experiments
     */
    public static Stream<String> ids() {
        return Experiments.all().stream().map(Experiment::id);
    }
}

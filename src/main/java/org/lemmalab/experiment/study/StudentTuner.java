package org.lemmalab.experiment.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lemmalab.experiment.StudentFolder;
import org.lemmalab.io.Folders;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.Example;
import org.lemmalab.training.RowFilling;
import org.lemmalab.training.Schedule;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingResult;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.transformer.Checkpoint;

/**
 * Fine-tunes a student on a corpus for a given number of tokens, however large the corpus is: it is read again until they are used up.
 *
 * @param tokens read in all, padding not counted
 * @param rate the full learning rate; it falls to zero in a line
 * @param seed of the order of the examples
 */
record StudentTuner(long tokens, double rate, long seed) {
    /** The tuned student's folder within the artefact's. */
    static final String MODEL = "model";

    /** Tokens of a step, about, whatever the length of its rows. */
    private static final int STEP_TOKENS = 2048;

    private static final double WARM_UP = 0.05;

    void tune(Path base, Path train, Path to) {
        StudentFolder student = StudentFolder.given(base);
        int length = Math.min(STEP_TOKENS, Checkpoint.open(base).config().size().context());
        List<Example> examples = examples(student, train, length);
        TrainingSettings settings = settings(examples, length);
        Path run = to.resolve("run");
        TrainingResult result = student.withDecoder(decoder -> new SupervisedTrainer(decoder, settings)
                .withTokenizer(student.tokenizerFiles())
                .withListener(TrainingListener.SILENT)
                .train(examples, run));
        if (!result.complete()) {
            throw new LabException("study: stopped while a student was trained; the same command goes on");
        }
        keep(result, run, to);
        StudyFiles.pretty(
                to.resolve("training.json"),
                Map.of(
                        "steps", result.step(),
                        "tokens_a_step", tokensOfStep(examples, length),
                        "examples", examples.size(),
                        "report", result.report(),
                        "last_loss", result.losses().get(result.losses().size() - 1)));
    }

    private static List<Example> examples(StudentFolder student, Path train, int length) {
        List<Example> all = student.read((reader, tokenizer) -> reader.read(train, RejectedLines.refusing()));
        List<Example> fitting = new ArrayList<>(
                all.stream().filter(example -> example.length() <= length).toList());
        if (fitting.isEmpty()) {
            throw new LabException(train + ": expected examples of at most " + length + " tokens, found none");
        }
        return fitting;
    }

    private TrainingSettings settings(List<Example> examples, int length) {
        long steps = Math.max(1, Math.round(tokens / tokensOfStep(examples, length)));
        return layout(length)
                .withMaxSteps(Math.toIntExact(steps))
                .withOptimizer(new TrainingSettings.Optimizer(rate, 0.01, 0.9, 0.99, 1e-8, 1))
                .withSchedule(new Schedule(Schedule.Shape.LINEAR, WARM_UP));
    }

    private TrainingSettings layout(int length) {
        return TrainingSettings.DEFAULT
                .withBatching(new Batching(STEP_TOKENS / length, 1, length, Batching.Layout.PACKED))
                .withSeed(seed);
    }

    private double tokensOfStep(List<Example> examples, int length) {
        RowFilling filling = RowFilling.of(examples, layout(length));
        return (double) filling.tokens() / filling.batches();
    }

    /** The model alone: a finished run is not gone on from. */
    private static void keep(TrainingResult result, Path run, Path to) {
        try {
            Files.move(result.folder(), to.resolve(MODEL), StandardCopyOption.ATOMIC_MOVE);
            Files.move(run.resolve("training.jsonl"), to.resolve("training.jsonl"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LabException(to + ": cannot be written: " + e, e);
        }
        Folders.remove(run);
    }
}

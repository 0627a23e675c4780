package org.lemmalab.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.TensorFile;
import org.lemmalab.transformer.TokenBatch;
import org.lemmalab.transformer.TokenSequence;

/** One run: its steps, one after the other. */
final class TrainingRun implements AutoCloseable {
    private final Learner learner;
    private final TrainingSettings settings;
    private final ExampleSet data;
    private final List<TokenSequence> sequences;
    private final String sha256;
    private final TrainingFolder folder;
    private final AdamW optimizer;
    private final List<Double> losses = new ArrayList<>();
    private final int steps;
    private int step;
    private long tokens;
    private int saved = -1;

    TrainingRun(Learner learner, TrainingSettings settings, ExampleSet data, TrainingFolder folder) {
        this.learner = learner;
        this.settings = settings;
        this.data = data;
        this.sequences = data.examples().stream().map(Example::sequence).toList();
        this.sha256 = data.sha256();
        this.folder = folder;
        NDManager manager = learner.parameters().values().iterator().next().getManager();
        this.optimizer = new AdamW(manager, learner.parameters(), settings.optimizer());
        this.steps = settings.maxSteps() > 0 ? settings.maxSteps() : stepsOfAllEpochs();
        restore(manager);
        folder.cutLog(step);
    }

    private int stepsOfAllEpochs() {
        int count = 0;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            count += BatchPlan.of(data.examples(), settings, epoch).steps().size();
        }
        return count;
    }

    private void restore(NDManager manager) {
        Optional<Path> newest = folder.newest();
        if (newest.isEmpty()) {
            return;
        }
        TrainingState state = TrainingFolder.state(newest.get());
        state.check(sha256, settings);
        try (NDManager scope = manager.newSubManager()) {
            optimizer.assign(learner.parameters(), learner.read(TrainingFolder.weights(newest.get()), scope));
            optimizer.restore(TensorFile.read(TrainingFolder.optimizer(newest.get()), scope), state.step());
        }
        step = state.step();
        saved = step;
        tokens = state.tokens();
    }

    TrainingResult train(NDManager manager, TrainingListener listener, StopSignal.Watch watch) {
        long start = System.nanoTime();
        int stepBefore = step;
        long tokensBefore = tokens;
        int first = 0;
        for (int epoch = 0; step < steps; epoch++) {
            BatchPlan plan = BatchPlan.of(data.examples(), settings, epoch);
            int count = plan.steps().size();
            for (int number = Math.max(0, step - first); number < count && step < steps; number++) {
                double rate = settings.optimizer().learningRate()
                        * settings.schedule().factor(step, steps);
                Optional<Step> taken = take(manager, plan.steps().get(number), rate, watch);
                if (taken.isEmpty()) {
                    return stopped();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                double done = epoch + (number + 1.0) / count;
                double left = seconds / (step - stepBefore) * (steps - step);
                TrainingProgress progress = new TrainingProgress(
                        step,
                        steps,
                        done,
                        taken.get().loss,
                        rate,
                        taken.get().norm,
                        (tokens - tokensBefore) / seconds,
                        left);
                log(progress, seconds);
                listener.onStep(progress);
                if (settings.saving().everySteps() > 0
                        && step % settings.saving().everySteps() == 0) {
                    save();
                }
            }
            first += count;
        }
        save();
        Path result = folder.result(learner);
        learner.write(result, settings.saving().stored());
        return new TrainingResult(true, step, losses, result, data.report());
    }

    /** What a step found: the mean loss and the norm of its gradient. */
    private record Step(double loss, double norm) {}

    /** One step; empty, with nothing changed, where the run is to stop. */
    private Optional<Step> take(
            NDManager manager, List<List<List<Integer>>> batches, double rate, StopSignal.Watch watch) {
        long learned = batches.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToLong(number -> data.examples().get(number).learnedTokens())
                .sum();
        double loss = 0;
        try (NDManager scope = manager.newSubManager()) {
            for (int i = 0; i < batches.size(); i++) {
                if (watch.stopped()) {
                    forget(scope, i);
                    return Optional.empty();
                }
                loss += accumulate(manager, batches, i, learned);
                if (!Double.isFinite(loss)) {
                    forget(scope, settings.gradientCheckpointing() ? i + 1 : i);
                    throw notFinite("loss", loss, List.of(batches.get(i)));
                }
            }
            double norm = optimizer.gradientNorm(scope);
            if (!Double.isFinite(norm)) {
                optimizer.forget(scope);
                throw notFinite("gradient norm", norm, batches);
            }
            optimizer.step(scope, rate, norm);
            step++;
            losses.add(loss);
            batches.stream()
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .forEach(number -> tokens += data.examples().get(number).length());
            return Optional.of(new Step(loss, norm));
        }
    }

    /** Adds one batch's gradients; each token weighs the same, in whatever batch of the step it is. */
    private double accumulate(NDManager manager, List<List<List<Integer>>> batches, int number, long learned) {
        List<List<TokenSequence>> rows = batches.get(number).stream()
                .map(row -> row.stream().map(sequences::get).toList())
                .toList();
        long place = (long) step * settings.batching().accumulation() + number;
        int seed = (int) BatchPlan.mix(settings.seed(), place);
        if (settings.lora().filter(lora -> lora.dropout() > 0).isPresent()) {
            Engine.getInstance().setRandomSeed(seed);
        }
        try (NDManager scope = manager.newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            TokenBatch batch = TokenBatch.packed(scope, rows);
            if (settings.gradientCheckpointing()) {
                return learner.accumulate(batch, 1.0 / learned, seed).sum().getFloat() / learned;
            }
            NDArray share = learner.losses(batch).sum().div(learned);
            double value = share.getFloat();
            if (Double.isFinite(value)) {
                gradients.backward(share);
            }
            return value;
        }
    }

    private void forget(NDManager scope, int batchesDone) {
        if (batchesDone > 0) {
            optimizer.forget(scope);
        }
    }

    private LabException notFinite(String what, double value, List<List<List<Integer>>> batches) {
        String ids = batches.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(number -> data.examples().get(number).id())
                .collect(Collectors.joining(", "));
        Path good = save();
        return new LabException("training: step " + (step + 1) + ": expected a finite " + what + ", found " + value
                + "; examples of the batch: " + ids + "; last good checkpoint: " + good);
    }

    private TrainingResult stopped() {
        return new TrainingResult(false, step, losses, save(), data.report());
    }

    private Path save() {
        if (saved == step) {
            return folder.newest().orElseThrow();
        }
        Engine engine = Engine.getInstance();
        TrainingState state = new TrainingState(
                step,
                tokens,
                sha256,
                TrainingState.comparable(settings),
                engine.getEngineName() + " " + engine.getVersion());
        Path written = folder.write(
                learner, optimizer.state(), state, settings.saving().keep());
        saved = step;
        return written;
    }

    private void log(TrainingProgress progress, double seconds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("step", progress.step());
        line.put("epoch", progress.epoch());
        line.put("loss", progress.loss());
        line.put("learning_rate", progress.learningRate());
        line.put("gradient_norm", progress.gradientNorm());
        line.put("tokens", tokens);
        line.put("seconds", seconds);
        folder.append(line);
    }

    @Override
    public void close() {
        optimizer.close();
    }
}

package org.lemmalab.experiment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lemmalab.io.Json;
import org.lemmalab.problem.Problem;
import org.lemmalab.training.Example;
import org.lemmalab.training.LoraSettings;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingProgress;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.Precision;

/** A few steps of a real checkpoint on a GPU, where both are at hand. */
public final class GpuFineTuning {
    private static final int STEPS = 20;
    private static final int ROWS = 4;
    private static final int CUTOFF = 1024;
    /** Two operations a parameter and token in the forward pass, two for the gradients that flow back; weights have none. */
    private static final double OPERATIONS = 4;

    private GpuFineTuning() {}

    /**
     * Trains adapters for twenty steps in bfloat16.
     *
     * @param checkpoint a checkpoint folder
     * @param listener is told of the steps
     * @return how fast it went; or what was skipped, and why
     */
    public static String run(Optional<Path> checkpoint, TrainingListener listener) {
        int gpus = Engine.getInstance().getGpuCount();
        if (gpus == 0) {
            return "Skipped: adapters on a real checkpoint in bfloat16. No GPU was found (environment/lab doctor says more).";
        }
        if (checkpoint.isEmpty()) {
            return "Skipped: adapters on a real checkpoint in bfloat16. There are " + gpus
                    + " GPUs, but LEMMA_CHECKPOINT names no checkpoint folder.";
        }
        return run(checkpoint.get(), listener);
    }

    private static String run(Path checkpoint, TrainingListener listener) {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .withMaxSteps(STEPS)
                .withEpochs(STEPS)
                .withPrecision(Precision.BFLOAT16)
                .withLora(LoraSettings.DEFAULT)
                .withBatching(new Batching(ROWS, 1, CUTOFF, Batching.Layout.PACKED));
        StudentFolder folder = StudentFolder.given(checkpoint);
        List<Example> examples = folder.read((reader, tokenizer) -> SmallSums.all(SmallSums.Kind.GIVING, 1).stream()
                .map((Problem problem) -> reader.example(
                        problem.id(),
                        Json.mapper()
                                .createObjectNode()
                                .put("instruction", problem.question())
                                .put("output", problem.goldSolution())))
                .toList());
        List<TrainingProgress> steps = new ArrayList<>();
        try (NDManager manager = NDManager.newBaseManager(Device.gpu());
                Decoder decoder = Checkpoint.open(checkpoint).decoder(manager, Precision.BFLOAT16)) {
            new SupervisedTrainer(decoder, settings)
                    .withListener(progress -> {
                        steps.add(progress);
                        listener.onStep(progress);
                    })
                    .train(examples, StudentFolder.temporary());
            double rate = steps.get(steps.size() - 1).tokensPerSecond();
            return String.format(
                    Locale.ROOT,
                    "%s: %.2f billion parameters, %.0f tokens/s, %.1f TFLOP/s; loss %.3f to %.3f in %d steps",
                    checkpoint.getFileName(),
                    decoder.parameterCount() / 1e9,
                    rate,
                    OPERATIONS * decoder.parameterCount() * rate / 1e12,
                    steps.get(0).loss(),
                    steps.get(steps.size() - 1).loss(),
                    STEPS);
        }
    }
}

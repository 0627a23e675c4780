package org.lemmalab.training;

import java.util.Optional;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Precision;

/**
 * Everything that decides what a training run does. {@link #DEFAULT} suits a small student on a CPU, {@link #paper()} is the
 * LEMMA paper's.
 *
 * @param epochs passes over the examples; default 3
 * @param maxSteps ends the run after so many optimiser steps; default 0: the epochs decide. The schedule ends with the run
 * @param batching which examples share a step
 * @param optimizer how a step changes the parameters
 * @param schedule how the learning rate goes; default cosine with a warm-up over 3 % of the steps
 * @param precision the element type of computation; parameters and the optimiser's state are float32 always. Default FLOAT32
 * @param lora trains adapters where present, all parameters where empty; default empty
 * @param saving when checkpoints are written
 * @param gradientCheckpointing keeps of every layer only what goes into it and computes the rest again when its gradient is due:
 *     less memory, a third more time, the same gradients; default false
 * @param seed of the order of the examples, the adapters' first values and dropout; default 1
 */
public record TrainingSettings(
        int epochs,
        int maxSteps,
        Batching batching,
        Optimizer optimizer,
        Schedule schedule,
        Precision precision,
        Optional<LoraSettings> lora,
        Saving saving,
        boolean gradientCheckpointing,
        long seed) {

    /** Three epochs, steps of 16 rows, learning rate 1e-3, cosine: a small student on a CPU. */
    public static final TrainingSettings DEFAULT = new TrainingSettings(
            3,
            0,
            new Batching(16, 1, 512, Batching.Layout.BUCKETED),
            Optimizer.withRate(1e-3),
            new Schedule(Schedule.Shape.COSINE, 0.03),
            Precision.FLOAT32,
            Optional.empty(),
            Saving.DEFAULT,
            false,
            1);

    /** Checks the numbers. */
    public TrainingSettings {
        if (epochs < 1 || maxSteps < 0) {
            throw new LabException(
                    "training: expected epochs from 1 and max_steps from 0, found " + epochs + " and " + maxSteps);
        }
        if (batching == null || optimizer == null || schedule == null || lora == null || saving == null) {
            throw new LabException(
                    "training: expected batching, optimizer, schedule, lora and saving, found one missing");
        }
        if (precision != Precision.FLOAT32 && precision != Precision.BFLOAT16) {
            throw new LabException("training: precision: expected FLOAT32 or BFLOAT16, found " + precision);
        }
    }

    /**
     * The paper's fine-tuning of 7-8 B students: learning rate 1e-5, cosine, warm-up over 3 %, 3 epochs, 8 batches of 4 a step,
     * 4096 tokens, bfloat16 with float32 parameters; layers computed twice, as LLaMA-Factory does by default.
     *
     * @return the settings
     */
    public static TrainingSettings paper() {
        return new TrainingSettings(
                3,
                0,
                new Batching(4, 8, 4096, Batching.Layout.SHUFFLED),
                Optimizer.withRate(1e-5),
                new Schedule(Schedule.Shape.COSINE, 0.03),
                Precision.BFLOAT16,
                Optional.empty(),
                new Saving(500, 2, Precision.BFLOAT16),
                true,
                1);
    }

    /**
     * Which examples share a step.
     *
     * @param rows of a batch; default 16
     * @param accumulation batches of a step; default 1. Their losses are averaged over all learnt tokens of the step together
     * @param cutoff the longest example and the length of a packed row, in tokens; default 512
     * @param layout how rows are made; default BUCKETED
     */
    public record Batching(int rows, int accumulation, int cutoff, Layout layout) {
        /** How rows are made of examples. */
        public enum Layout {
            /** One example a row, in random order. */
            SHUFFLED,
            /** One example a row; examples of like length share a batch, batches come in random order. */
            BUCKETED,
            /** Several examples a row, none of which sees another. */
            PACKED
        }

        /** Checks the numbers. */
        public Batching {
            if (rows < 1 || accumulation < 1 || cutoff < 2 || layout == null) {
                throw new LabException("batching: expected rows and accumulation from 1, a cutoff from 2 and a layout,"
                        + " found " + rows + ", " + accumulation + ", " + cutoff + ", " + layout);
            }
        }
    }

    /**
     * AdamW (Loshchilov and Hutter 2019) as {@code torch.optim.AdamW} has it.
     *
     * @param learningRate the highest; default 1e-3
     * @param weightDecay on matrices, not on norms and biases; default 0
     * @param beta1 of the gradients' running mean; default 0.9
     * @param beta2 of their squares' running mean; default 0.999
     * @param epsilon beside the root of the squares; default 1e-8
     * @param maxGradientNorm a longer gradient is shortened to this; default 1
     */
    public record Optimizer(
            double learningRate,
            double weightDecay,
            double beta1,
            double beta2,
            double epsilon,
            double maxGradientNorm) {
        /** Checks the numbers. */
        public Optimizer {
            require("learning_rate", learningRate, learningRate > 0);
            require("weight_decay", weightDecay, weightDecay >= 0);
            require("beta1", beta1, beta1 >= 0 && beta1 < 1);
            require("beta2", beta2, beta2 >= 0 && beta2 < 1);
            require("epsilon", epsilon, epsilon > 0);
            require("max_gradient_norm", maxGradientNorm, maxGradientNorm > 0);
        }

        /**
         * @param learningRate the highest
         * @return PyTorch's defaults otherwise, without weight decay
         */
        public static Optimizer withRate(double learningRate) {
            return new Optimizer(learningRate, 0, 0.9, 0.999, 1e-8, 1);
        }

        private static void require(String name, double value, boolean valid) {
            if (!valid || !Double.isFinite(value)) {
                throw new LabException("optimizer: " + name + ": out of range, found " + value);
            }
        }
    }

    /**
     * When checkpoints are written. One is always written at the end and when a run is stopped.
     *
     * @param everySteps steps between checkpoints; default 0: only at the end
     * @param keep the newest so many are kept; default 2
     * @param stored the element type of the finished model's weights; default FLOAT32. Checkpoints are FLOAT32 always
     */
    public record Saving(int everySteps, int keep, Precision stored) {
        /** At the end only; float32. */
        public static final Saving DEFAULT = new Saving(0, 2, Precision.FLOAT32);

        /** Checks the numbers. */
        public Saving {
            if (everySteps < 0 || keep < 1 || stored == null) {
                throw new LabException("saving: expected every_steps from 0, keep from 1 and an element type, found "
                        + everySteps + ", " + keep + ", " + stored);
            }
        }
    }

    /**
     * @param newEpochs passes over the examples
     * @return these settings with that many
     */
    public TrainingSettings withEpochs(int newEpochs) {
        return new TrainingSettings(
                newEpochs,
                maxSteps,
                batching,
                optimizer,
                schedule,
                precision,
                lora,
                saving,
                gradientCheckpointing,
                seed);
    }

    /**
     * @param steps the most optimiser steps
     * @return these settings with that limit
     */
    public TrainingSettings withMaxSteps(int steps) {
        return new TrainingSettings(
                epochs, steps, batching, optimizer, schedule, precision, lora, saving, gradientCheckpointing, seed);
    }

    /**
     * @param newBatching which examples share a step
     * @return these settings with it
     */
    public TrainingSettings withBatching(Batching newBatching) {
        return new TrainingSettings(
                epochs,
                maxSteps,
                newBatching,
                optimizer,
                schedule,
                precision,
                lora,
                saving,
                gradientCheckpointing,
                seed);
    }

    /**
     * @param newOptimizer how a step changes the parameters
     * @return these settings with it
     */
    public TrainingSettings withOptimizer(Optimizer newOptimizer) {
        return new TrainingSettings(
                epochs,
                maxSteps,
                batching,
                newOptimizer,
                schedule,
                precision,
                lora,
                saving,
                gradientCheckpointing,
                seed);
    }

    /**
     * @param newSchedule how the learning rate goes
     * @return these settings with it
     */
    public TrainingSettings withSchedule(Schedule newSchedule) {
        return new TrainingSettings(
                epochs,
                maxSteps,
                batching,
                optimizer,
                newSchedule,
                precision,
                lora,
                saving,
                gradientCheckpointing,
                seed);
    }

    /**
     * @param newPrecision the element type of computation
     * @return these settings with it
     */
    public TrainingSettings withPrecision(Precision newPrecision) {
        return new TrainingSettings(
                epochs,
                maxSteps,
                batching,
                optimizer,
                schedule,
                newPrecision,
                lora,
                saving,
                gradientCheckpointing,
                seed);
    }

    /**
     * @param adapters what adapters are trained
     * @return these settings with it
     */
    public TrainingSettings withLora(LoraSettings adapters) {
        return new TrainingSettings(
                epochs,
                maxSteps,
                batching,
                optimizer,
                schedule,
                precision,
                Optional.of(adapters),
                saving,
                gradientCheckpointing,
                seed);
    }

    /**
     * @param newSaving when checkpoints are written
     * @return these settings with it
     */
    public TrainingSettings withSaving(Saving newSaving) {
        return new TrainingSettings(
                epochs,
                maxSteps,
                batching,
                optimizer,
                schedule,
                precision,
                lora,
                newSaving,
                gradientCheckpointing,
                seed);
    }

    /**
     * @param wanted whether layers are computed again for their gradients instead of kept
     * @return these settings with it
     */
    public TrainingSettings withGradientCheckpointing(boolean wanted) {
        return new TrainingSettings(
                epochs, maxSteps, batching, optimizer, schedule, precision, lora, saving, wanted, seed);
    }

    /**
     * @param newSeed of everything random
     * @return these settings with it
     */
    public TrainingSettings withSeed(long newSeed) {
        return new TrainingSettings(
                epochs,
                maxSteps,
                batching,
                optimizer,
                schedule,
                precision,
                lora,
                saving,
                gradientCheckpointing,
                newSeed);
    }
}

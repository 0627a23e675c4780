package org.lemmalab.synthetic.student;

import org.lemmalab.io.LabException;
import org.lemmalab.training.Schedule;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.SpecialTokens;

/**
 * Everything that decides what student comes out.
 *
 * @param width M of the decoder, a multiple of 32
 * @param layers its layers
 * @param examples how many the steady part has; it reads them over and over until its steps are done
 * @param steadySteps optimiser steps of the steady part, at the most
 * @param longSteps optimiser steps after that, at the full rate, with stories of full length
 * @param coolingSteps optimiser steps of the part in which the rate falls to zero, on the same kinds of text; a quarter as many follow
 *     that begin at a quarter of the rate, on little else than what the student is to be asked
 * @param practice what the cooling part and what follows it practise besides
 * @param rate the full learning rate
 * @param precision of computation
 * @param seed of the text, the first parameters and the order
 */
public record StudentRecipe(
        int width,
        int layers,
        int examples,
        int steadySteps,
        int longSteps,
        int coolingSteps,
        Practice practice,
        double rate,
        Precision precision,
        long seed) {
    /** A million parameters. */
    public static final StudentRecipe SMALL =
            new StudentRecipe(128, 4, 150_000, 7_000, 3_500, 3_000, Practice.NONE, 2e-3, Precision.FLOAT32, 1);

    /** Percent of the steady part's examples. */
    private static final TextMixture STEADY = new TextMixture(46, 8, 0, 16, 15, 8, 7, 0);

    /** Percent of the examples of the part with stories of full length. */
    private static final TextMixture LONG = new TextMixture(36, 4, 34, 5, 7, 7, 7, 0);

    /** Percent of the cooling part's examples: above all what the student is to be asked. */
    private static final TextMixture COOLING = new TextMixture(44, 3, 38, 3, 6, 3, 3, 0);

    /** Percent of the settling part's examples. */
    private static final TextMixture SETTLING = new TextMixture(46, 2, 46, 2, 4, 0, 0, 0);

    private static final int READING_STEPS = 1500;
    private static final int KNOWING_STEPS = 700;

    /** Of the cooling steps, and of the full rate. */
    private static final int SETTLING_PART = 4;

    private static final int EXAMPLES_A_STEP = 35;
    private static final int HEAD_WIDTH = 16;
    private static final int WIDTH_UNIT = 32;
    private static final int CONTEXT = 512;
    private static final int ROWS = 8;
    private static final int ROW_TOKENS = 256;
    private static final int LATER_ROWS = 5;
    private static final int LATER_ROW_TOKENS = 400;

    /**
     * Skills for mending errors, practised while the rate falls.
     *
     * @param repetitions percent of the cooling part's examples in which a step or a solution is said again where the task asks for it,
     *     from 0 to {@value MOST}
     * @param retries percent of the steps of relations before which another one is begun too early and taken back, from 0 to {@value MOST}
     * @param masksRetries whether what is begun too early is read and not learnt
     */
    public record Practice(int repetitions, int retries, boolean masksRetries) {
        /** Right solutions alone. */
        public static final Practice NONE = new Practice(0, 0, false);

        /** Percent, at the most. */
        public static final int MOST = 50;

        /** Checks the numbers. */
        public Practice {
            requirePercent("repetitions", repetitions);
            requirePercent("retries", retries);
        }

        private static void requirePercent(String what, int percent) {
            if (percent < 0 || percent > MOST) {
                throw new LabException(
                        "student: expected " + what + " from 0 to " + MOST + " percent, found " + percent);
            }
        }
    }

    /** Checks the numbers. */
    public StudentRecipe {
        if (width < WIDTH_UNIT || width % WIDTH_UNIT != 0 || layers < 1 || practice == null || precision == null) {
            throw new LabException("student: expected a width that is a multiple of " + WIDTH_UNIT
                    + ", layers from 1, practice and a precision, found " + width + ", " + layers + ", " + practice
                    + " and " + precision);
        }
        if (examples < 100 || steadySteps < 1 || longSteps < 1 || coolingSteps < 1 || !(rate > 0)) {
            throw new LabException("student: expected examples from 100, steps from 1 and a rate above 0, found "
                    + examples + ", " + steadySteps + ", " + longSteps + ", " + coolingSteps + " and " + rate);
        }
    }

    /**
     * @param newExamples how many examples the steady part has
     * @return this recipe with as many
     */
    public StudentRecipe withExamples(int newExamples) {
        return new StudentRecipe(
                width, layers, newExamples, steadySteps, longSteps, coolingSteps, practice, rate, precision, seed);
    }

    /**
     * @param steady steps of the steady part
     * @param lengthy steps of the part with stories of full length
     * @param cooling steps of the part in which the rate falls
     * @return this recipe with as many
     */
    public StudentRecipe withSteps(int steady, int lengthy, int cooling) {
        return new StudentRecipe(width, layers, examples, steady, lengthy, cooling, practice, rate, precision, seed);
    }

    /**
     * @param newPractice what is practised besides
     * @return this recipe with it
     */
    public StudentRecipe withPractice(Practice newPractice) {
        return new StudentRecipe(
                width, layers, examples, steadySteps, longSteps, coolingSteps, newPractice, rate, precision, seed);
    }

    /**
     * @param newWidth M
     * @param newLayers layers
     * @return this recipe for another size
     */
    public StudentRecipe withSize(int newWidth, int newLayers) {
        return new StudentRecipe(
                newWidth, newLayers, examples, steadySteps, longSteps, coolingSteps, practice, rate, precision, seed);
    }

    /**
     * @param newPrecision of computation
     * @return this recipe with it
     */
    public StudentRecipe withPrecision(Precision newPrecision) {
        return new StudentRecipe(
                width, layers, examples, steadySteps, longSteps, coolingSteps, practice, rate, newPrecision, seed);
    }

    /**
     * @param newSeed of everything random
     * @return this recipe with it
     */
    public StudentRecipe withSeed(long newSeed) {
        return new StudentRecipe(
                width, layers, examples, steadySteps, longSteps, coolingSteps, practice, rate, precision, newSeed);
    }

    /**
     * @return the examples of the steady part, by kind
     */
    public TextMixture mixture() {
        return STEADY.of(examples);
    }

    /**
     * @return percent of the examples of the part with stories of full length, by kind
     */
    public TextMixture longMixture() {
        return LONG;
    }

    /**
     * @return percent of the cooling part's examples, by kind
     */
    public TextMixture coolingMixture() {
        return COOLING.of(100 - practice.repetitions()).withRepetitions(practice.repetitions());
    }

    /**
     * @return percent of the settling part's examples, by kind
     */
    public TextMixture settlingMixture() {
        return SETTLING;
    }

    /**
     * @return optimiser steps of the settling part
     */
    public int settlingSteps() {
        return Math.max(1, coolingSteps / SETTLING_PART);
    }

    ModelConfig model(int vocabulary, SpecialTokens tokens) {
        int heads = width / HEAD_WIDTH;
        ModelConfig.Size size =
                new ModelConfig.Size(vocabulary, width, 3 * width, layers, heads, heads, HEAD_WIDTH, CONTEXT);
        return ModelConfig.llama(size, true, tokens);
    }

    /** Steps of the part that reads drills in looking up alone; a short run has a short one. */
    int readingSteps() {
        return someSteps(READING_STEPS);
    }

    /** Steps of the part that reads drills in looking up and in looking back; a short run has a short one. */
    int knowingSteps() {
        return someSteps(KNOWING_STEPS);
    }

    private int someSteps(int most) {
        return Math.max(1, Math.min(most, steadySteps / 4));
    }

    /** Examples for so many steps of drills; after that they are read again. */
    int drillExamples(int steps) {
        return Math.max(100, Math.min(examples, steps * EXAMPLES_A_STEP));
    }

    /** The settings of so many steps of drills. */
    TrainingSettings drilling(int steps) {
        return settings(steps, new Schedule(Schedule.Shape.CONSTANT, 0.1));
    }

    TrainingSettings steady() {
        return settings(steadySteps, new Schedule(Schedule.Shape.CONSTANT, Math.min(1, 200.0 / steadySteps)));
    }

    TrainingSettings lengthy() {
        return later(longSteps, Schedule.Shape.CONSTANT).withSeed(seed + 2);
    }

    TrainingSettings cooling() {
        return later(coolingSteps, Schedule.Shape.LINEAR).withSeed(seed + 1);
    }

    TrainingSettings settling() {
        return later(settlingSteps(), Schedule.Shape.LINEAR)
                .withOptimizer(optimizer(rate / SETTLING_PART))
                .withSeed(seed + 4);
    }

    private TrainingSettings later(int steps, Schedule.Shape shape) {
        return settings(steps, new Schedule(shape, 0.05)).withBatching(batching(LATER_ROWS, LATER_ROW_TOKENS));
    }

    private TrainingSettings settings(int steps, Schedule schedule) {
        return TrainingSettings.DEFAULT
                .withMaxSteps(steps)
                .withBatching(batching(ROWS, ROW_TOKENS))
                .withOptimizer(optimizer(rate))
                .withSchedule(schedule)
                .withPrecision(precision)
                .withSaving(new TrainingSettings.Saving(250, 2, Precision.FLOAT32))
                .withSeed(seed);
    }

    private static TrainingSettings.Optimizer optimizer(double rate) {
        return new TrainingSettings.Optimizer(rate, 0.01, 0.9, 0.99, 1e-8, 1);
    }

    private static TrainingSettings.Batching batching(int rows, int tokens) {
        return new TrainingSettings.Batching(rows, 1, tokens, TrainingSettings.Batching.Layout.PACKED);
    }
}

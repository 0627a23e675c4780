package org.lemmalab.training.student;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.wordproblem.WordProblemSet;
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
 * @param coolingSteps optimiser steps of the part in which the rate falls to zero, on the same kinds of text
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
        double rate,
        Precision precision,
        long seed) {
    /** A million parameters. */
    public static final StudentRecipe SMALL =
            new StudentRecipe(128, 4, 150_000, 7_000, 2_000, 1_500, 2e-3, Precision.FLOAT32, 1);

    /** Percent of the examples of the steady part; what is left is arithmetic. */
    private static final int RELATIONS = 46;

    private static final int SHORT_RELATIONS = 8;

    private static final int STORIES = 16;
    private static final int DRILLS = 7;
    private static final int RECITATIONS = 8;

    /** Percent of the examples of the later parts. */
    private static final int LATER_RELATIONS = 40;

    private static final int LATER_SHORT_RELATIONS = 5;
    private static final int LATER_STORIES = 26;
    private static final int LATER_SHORT_STORIES = 5;
    private static final int READING_STEPS = 1500;
    private static final int KNOWING_STEPS = 700;
    private static final int EXAMPLES_A_STEP = 35;
    private static final int HEAD_WIDTH = 16;
    private static final int WIDTH_UNIT = 32;
    private static final int CONTEXT = 512;
    private static final int ROWS = 8;
    private static final int ROW_TOKENS = 256;
    private static final int LATER_ROWS = 6;
    private static final int LATER_ROW_TOKENS = 336;

    /** Checks the numbers. */
    public StudentRecipe {
        if (width < WIDTH_UNIT || width % WIDTH_UNIT != 0 || layers < 1 || precision == null) {
            throw new LabException("student: expected a width that is a multiple of " + WIDTH_UNIT
                    + ", layers from 1 and a precision, found " + width + ", " + layers + " and " + precision);
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
                width, layers, newExamples, steadySteps, longSteps, coolingSteps, rate, precision, seed);
    }

    /**
     * @param steady steps of the steady part
     * @param lengthy steps of the part with stories of full length
     * @param cooling steps of the part in which the rate falls
     * @return this recipe with as many
     */
    public StudentRecipe withSteps(int steady, int lengthy, int cooling) {
        return new StudentRecipe(width, layers, examples, steady, lengthy, cooling, rate, precision, seed);
    }

    /**
     * @param newWidth M
     * @param newLayers layers
     * @return this recipe for another size
     */
    public StudentRecipe withSize(int newWidth, int newLayers) {
        return new StudentRecipe(
                newWidth, newLayers, examples, steadySteps, longSteps, coolingSteps, rate, precision, seed);
    }

    /**
     * @param newPrecision of computation
     * @return this recipe with it
     */
    public StudentRecipe withPrecision(Precision newPrecision) {
        return new StudentRecipe(
                width, layers, examples, steadySteps, longSteps, coolingSteps, rate, newPrecision, seed);
    }

    /**
     * @param newSeed of everything random
     * @return this recipe with it
     */
    public StudentRecipe withSeed(long newSeed) {
        return new StudentRecipe(
                width, layers, examples, steadySteps, longSteps, coolingSteps, rate, precision, newSeed);
    }

    /**
     * @return how many of the steady part's examples each set gives; the others are {@link #drills()} and {@link #recitations()}
     */
    public Map<WordProblemSet, Integer> mixture() {
        Map<WordProblemSet, Integer> mixture = new LinkedHashMap<>();
        mixture.put(WordProblemSet.RELATIONS, examples * RELATIONS / 100);
        mixture.put(WordProblemSet.RELATIONS_SHORT, examples * SHORT_RELATIONS / 100);
        mixture.put(WordProblemSet.STORIES_SHORT, examples * STORIES / 100);
        return withArithmetic(mixture);
    }

    /**
     * @return the same for the later parts, which have stories of full length
     */
    public Map<WordProblemSet, Integer> laterMixture() {
        Map<WordProblemSet, Integer> mixture = new LinkedHashMap<>();
        mixture.put(WordProblemSet.RELATIONS, examples * LATER_RELATIONS / 100);
        mixture.put(WordProblemSet.RELATIONS_SHORT, examples * LATER_SHORT_RELATIONS / 100);
        mixture.put(WordProblemSet.STORIES, examples * LATER_STORIES / 100);
        mixture.put(WordProblemSet.STORIES_SHORT, examples * LATER_SHORT_STORIES / 100);
        return withArithmetic(mixture);
    }

    private Map<WordProblemSet, Integer> withArithmetic(Map<WordProblemSet, Integer> mixture) {
        int others = mixture.values().stream().mapToInt(count -> count).sum() + drills() + recitations();
        mixture.put(WordProblemSet.ARITHMETIC, examples - others);
        return mixture;
    }

    /**
     * @return how many of the examples are drills in reading
     */
    public int recitations() {
        return examples * RECITATIONS / 100;
    }

    /**
     * @return how many of the examples are drills in looking back
     */
    public int drills() {
        return examples * DRILLS / 100;
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
        return later(longSteps, new Schedule(Schedule.Shape.CONSTANT, 0.05)).withSeed(seed + 2);
    }

    TrainingSettings cooling() {
        return later(coolingSteps, new Schedule(Schedule.Shape.LINEAR, 0.05)).withSeed(seed + 1);
    }

    private TrainingSettings later(int steps, Schedule schedule) {
        return settings(steps, schedule).withBatching(batching(LATER_ROWS, LATER_ROW_TOKENS));
    }

    private TrainingSettings settings(int steps, Schedule schedule) {
        return TrainingSettings.DEFAULT
                .withMaxSteps(steps)
                .withBatching(batching(ROWS, ROW_TOKENS))
                .withOptimizer(new TrainingSettings.Optimizer(rate, 0.01, 0.9, 0.99, 1e-8, 1))
                .withSchedule(schedule)
                .withPrecision(precision)
                .withSaving(new TrainingSettings.Saving(250, 2, Precision.FLOAT32))
                .withSeed(seed);
    }

    private static TrainingSettings.Batching batching(int rows, int tokens) {
        return new TrainingSettings.Batching(rows, 1, tokens, TrainingSettings.Batching.Layout.PACKED);
    }
}

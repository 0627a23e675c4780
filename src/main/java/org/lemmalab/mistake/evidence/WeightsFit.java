package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.List;

/** Fits the two models of {@link Weights} together: common weights, and for each kind of gold solution deviations that are held smaller. */
final class WeightsFit {
    private static final double PENALTY = 1;
    /** Deviations are this much smaller than common weights: the precision of a prior is its square. */
    private static final double DEVIATION = 0.5;

    private WeightsFit() {}

    /**
     * One attempt with a known first wrong step.
     *
     * @param program whether its gold solution is a program of arithmetic
     * @param steps the features of its steps
     * @param wrong the index of the first wrong one, from 0
     */
    record Example(boolean program, double[][] steps, int wrong) {}

    static Weights fit(List<Example> examples) {
        int features = Features.NAMES.size();
        List<ChoiceFit.Example> wide = new ArrayList<>();
        for (Example example : examples) {
            double[][] rows = new double[example.steps().length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = widened(example.steps()[i], example.program());
            }
            wide.add(new ChoiceFit.Example(rows, example.wrong()));
        }
        double[] weights = ChoiceFit.fit(wide, 3 * features, PENALTY).weights();
        return new Weights(narrowed(weights, 1), narrowed(weights, 2));
    }

    private static double[] widened(double[] row, boolean program) {
        double[] wide = new double[3 * row.length];
        for (int k = 0; k < row.length; k++) {
            wide[k] = row[k];
            wide[(program ? 1 : 2) * row.length + k] = DEVIATION * row[k];
        }
        return wide;
    }

    private static ChoiceModel narrowed(double[] wide, int part) {
        int features = wide.length / 3;
        double[] weights = new double[features];
        for (int k = 0; k < features; k++) {
            weights[k] = wide[k] + DEVIATION * wide[part * features + k];
        }
        return new ChoiceModel(weights);
    }
}

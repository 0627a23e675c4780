package org.lemmalab.mistake.evidence;

import java.util.List;

/** Fits a {@link ChoiceModel} by Newton's method to the most probable weights under a normal prior. The same data give the same weights. */
final class ChoiceFit {
    private static final int ROUNDS = 30;

    private ChoiceFit() {}

    /**
     * One attempt with a known first wrong step.
     *
     * @param steps the features of its steps
     * @param wrong the index of the first wrong one, from 0
     */
    record Example(double[][] steps, int wrong) {}

    /**
     * @param examples attempts
     * @param features how many features a step has
     * @param penalty the precision of the prior: 1 for weights of about 1
     * @return the fitted model
     */
    static ChoiceModel fit(List<Example> examples, int features, double penalty) {
        double[] weights = new double[features];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] curvature = new double[features][features];
            double[] slope = new double[features];
            for (int k = 0; k < features; k++) {
                curvature[k][k] = penalty;
                slope[k] = -penalty * weights[k];
            }
            ChoiceModel model = new ChoiceModel(weights);
            examples.forEach(example -> add(example, model, slope, curvature));
            double[] change = solve(curvature, slope);
            for (int k = 0; k < features; k++) {
                weights[k] += Math.max(-1, Math.min(1, change[k]));
            }
        }
        return new ChoiceModel(weights);
    }

    private static void add(Example example, ChoiceModel model, double[] slope, double[][] curvature) {
        int features = slope.length;
        double[] probabilities = model.probabilities(example.steps());
        double[] mean = new double[features];
        for (int i = 0; i < probabilities.length; i++) {
            for (int k = 0; k < features; k++) {
                mean[k] += probabilities[i] * example.steps()[i][k];
            }
        }
        for (int i = 0; i < probabilities.length; i++) {
            for (int k = 0; k < features; k++) {
                double away = example.steps()[i][k] - mean[k];
                for (int l = 0; l < features && away != 0; l++) {
                    curvature[k][l] += probabilities[i] * away * (example.steps()[i][l] - mean[l]);
                }
            }
        }
        for (int k = 0; k < features; k++) {
            slope[k] += example.steps()[example.wrong()][k] - mean[k];
        }
    }

    /** Gauss's elimination; the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double factor = matrix[j][i] / matrix[i][i];
                for (int k = i; k < n; k++) {
                    matrix[j][k] -= factor * matrix[i][k];
                }
                right[j] -= factor * right[i];
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = right[i];
            for (int k = i + 1; k < n; k++) {
                rest -= matrix[i][k] * solution[k];
            }
            solution[i] = rest / matrix[i][i];
        }
        return solution;
    }
}

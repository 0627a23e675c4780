package org.lemmalab.mistake.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/** Fits the models of {@link Weights} together: common weights, and for each {@link Kind} of attempt deviations that are held smaller. */
public final class WeightsFit {
    private static final double PENALTY = 2;
    /** Deviations are this much smaller than common weights: the precision of a prior is its square. */
    private static final double DEVIATION = 0.7;

    private static final int PARTS = 1 + Kind.values().length;

    private final List<Example> examples = new ArrayList<>();

    /**
     * @param problem question and gold solution
     * @param attempt a solution, in the steps that the label counts
     * @param firstWrongStep the labelled first wrong step, from 1
     */
    public void add(Problem problem, Solution attempt, int firstWrongStep) {
        Examined examined = Examined.of(Gold.of(problem), attempt);
        examples.add(new Example(examined.kind(), examined.features(), firstWrongStep - 1));
    }

    /**
     * @return the fitted weights by kind of attempt and feature, rounded to three decimals, as {@code weights.json} has them
     */
    public ObjectNode json() {
        Weights fitted = fit(examples);
        ObjectNode node = Json.mapper().createObjectNode();
        for (Kind kind : Kind.values()) {
            node.set(kind.label(), fitted.of(kind).json());
        }
        return node;
    }

    /**
     * One attempt with a known first wrong step.
     *
     * @param kind its kind
     * @param steps the features of its steps
     * @param wrong the index of the first wrong one, from 0
     */
    record Example(Kind kind, double[][] steps, int wrong) {}

    static Weights fit(List<Example> examples) {
        int features = Features.NAMES.size();
        List<ChoiceFit.Example> wide = new ArrayList<>();
        for (Example example : examples) {
            double[][] rows = new double[example.steps().length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = widened(example.steps()[i], example.kind());
            }
            wide.add(new ChoiceFit.Example(rows, example.wrong()));
        }
        double[] weights = ChoiceFit.fit(wide, PARTS * features, PENALTY).weights();
        Map<Kind, ChoiceModel> models = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            models.put(kind, narrowed(weights, 1 + kind.ordinal()));
        }
        return new Weights(models);
    }

    private static double[] widened(double[] row, Kind kind) {
        double[] wide = new double[PARTS * row.length];
        for (int k = 0; k < row.length; k++) {
            wide[k] = row[k];
            wide[(1 + kind.ordinal()) * row.length + k] = DEVIATION * row[k];
        }
        return wide;
    }

    private static ChoiceModel narrowed(double[] wide, int part) {
        int features = wide.length / PARTS;
        double[] weights = new double[features];
        for (int k = 0; k < features; k++) {
            weights[k] = wide[k] + DEVIATION * wide[part * features + k];
        }
        return new ChoiceModel(weights);
    }
}

package org.lemmalab.mistake.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceFitTest {
    private static List<ChoiceFit.Example> examples(double[] weights, int count) {
        Random random = new Random(7);
        ChoiceModel truth = new ChoiceModel(weights);
        List<ChoiceFit.Example> examples = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double[][] steps = new double[3 + random.nextInt(4)][weights.length];
            for (double[] step : steps) {
                for (int k = 0; k < step.length; k++) {
                    step[k] = random.nextGaussian();
                }
            }
            double left = random.nextDouble();
            int wrong = 0;
            double[] probabilities = truth.probabilities(steps);
            while (wrong + 1 < probabilities.length && left > probabilities[wrong]) {
                left -= probabilities[wrong++];
            }
            examples.add(new ChoiceFit.Example(steps, wrong));
        }
        return examples;
    }

    @Test
    void theWeightsBehindTheChoicesAreFound() {
        double[] truth = {1.5, -1, 0, 0.5};
        ChoiceModel fitted = ChoiceFit.fit(examples(truth, 4000), truth.length, 1);
        assertArrayEquals(truth, fitted.weights(), 0.12);
    }

    @Test
    void theSameDataGiveTheSameWeights() {
        List<ChoiceFit.Example> examples = examples(new double[] {1, -1}, 50);
        assertArrayEquals(
                ChoiceFit.fit(examples, 2, 1).weights(),
                ChoiceFit.fit(examples, 2, 1).weights());
    }

    @Test
    void aStrongerPriorKeepsWeightsSmaller() {
        List<ChoiceFit.Example> examples = examples(new double[] {2, -2}, 30);
        double weak = Math.abs(ChoiceFit.fit(examples, 2, 0.1).weights()[0]);
        double strong = Math.abs(ChoiceFit.fit(examples, 2, 30).weights()[0]);
        assertTrue(strong < weak, strong + " and " + weak);
    }

    @Test
    void everyFeatureHasAWeightForEveryKind() {
        for (Kind kind : Kind.values()) {
            assertEquals(Features.NAMES.size(), Weights.standard().of(kind).weights().length);
        }
    }
}

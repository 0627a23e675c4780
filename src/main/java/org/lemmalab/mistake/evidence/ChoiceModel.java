package org.lemmalab.mistake.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.Json;

/**
 * The probability that each step is the first wrong one, given that one is: a conditional logit over the steps of one attempt.
 * Each step has a score, the sum of its features times their weights; the probabilities are in proportion to the scores' exponentials.
 *
 * @param weights one a feature, in the order of {@link Features#NAMES}
 */
record ChoiceModel(double[] weights) {
    double[] probabilities(double[][] steps) {
        double[] scores = new double[steps.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < steps.length; i++) {
            for (int k = 0; k < weights.length; k++) {
                scores[i] += weights[k] * steps[i][k];
            }
            highest = Math.max(highest, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    /** The weights by feature, rounded to three decimals. */
    ObjectNode json() {
        ObjectNode node = Json.mapper().createObjectNode();
        for (int k = 0; k < weights.length; k++) {
            node.put(Features.NAMES.get(k), Math.round(weights[k] * 1000) / 1000.0);
        }
        return node;
    }
}

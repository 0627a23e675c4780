package org.lemmalab.benchmark.variants;

import org.lemmalab.io.LabException;

/**
 * A gold answer and a prediction with the right verdict.
 *
 * @param kind the kind that it belongs to
 * @param gold the gold answer
 * @param prediction the answer to grade, or the text that holds it
 * @param extract whether the prediction is a text from which the answer must be read first
 * @param equal the right verdict
 */
public record Variant(String kind, String gold, String prediction, boolean extract, boolean equal) {
    /** Checks that nothing is missing. */
    public Variant {
        if (kind == null || gold == null || prediction == null) {
            throw new LabException(
                    "variant: expected kind, gold and prediction, found " + kind + ", " + gold + ", " + prediction);
        }
    }
}

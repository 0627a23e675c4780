package org.lemmalab.corpus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.io.LabException;

/**
 * One example to be learnt, as {@code lab train} reads it.
 *
 * @param id name within its corpus
 * @param instruction what the model is given
 * @param output what it learns to write
 * @param masked spans of the output that are read and not learnt: first character and one after the last, in Unicode code points
 * @param facts what the example is, for statistics and selection: recipe, problem, error type, source, strategy …, by name
 */
public record TrainingExample(
        String id, String instruction, String output, List<Span> masked, Map<String, String> facts) {
    /**
     * A span of the output.
     *
     * @param start first code point, from 0
     * @param end one after the last
     */
    public record Span(int start, int end) {
        /** Checks the order. */
        public Span {
            if (start < 0 || end <= start) {
                throw new LabException("masked span: expected 0 <= start < end, found " + start + " and " + end);
            }
        }
    }

    /** Copies the collections and checks the texts and spans. */
    public TrainingExample {
        masked = List.copyOf(masked);
        facts = new TreeMap<>(facts);
        if (id == null || id.isBlank() || instruction == null || instruction.isBlank()) {
            throw new LabException("training example " + id + ": expected an id and an instruction, found one missing");
        }
        if (output == null || output.isBlank()) {
            throw new LabException("training example " + id + ": expected an output, found none");
        }
        int length = output.codePointCount(0, output.length());
        if (masked.stream().anyMatch(span -> span.end() > length)) {
            throw new LabException("training example " + id + ": expected masked spans within the " + length
                    + " characters of the output, found " + masked);
        }
    }
}

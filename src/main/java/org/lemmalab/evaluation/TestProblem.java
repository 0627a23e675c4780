package org.lemmalab.evaluation;

import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;

/**
 * A problem of a test set with what is known of it.
 *
 * @param problem question and gold answer; the gold solution may be empty
 * @param facts by name, for accuracy by group: {@code level}, {@code type}, {@code topic}; may be empty
 */
public record TestProblem(Problem problem, Map<String, String> facts) {
    /** Copies the facts into the order of their names. */
    public TestProblem {
        if (problem == null) {
            throw new LabException("test problem: expected a problem, found none");
        }
        facts = new TreeMap<>(facts);
    }
}

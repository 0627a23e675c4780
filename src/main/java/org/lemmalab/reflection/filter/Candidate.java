package org.lemmalab.reflection.filter;

import java.util.List;
import org.lemmalab.io.LabException;
import org.lemmalab.reflection.Triplet;

/**
 * A triplet that is to be judged.
 *
 * @param triplet the triplet
 * @param original the steps of the whole attempt, as the student or the teacher wrote them
 */
public record Candidate(Triplet triplet, List<String> original) {
    /** Copies the steps. */
    public Candidate {
        original = List.copyOf(original);
        if (triplet == null) {
            throw new LabException("candidate: expected a triplet, found none");
        }
    }
}

package org.lemmalab.reflection;

import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.io.LabException;

/**
 * What a triplet was made by; with the same origin the same triplet comes again.
 *
 * @param student the model whose errors or error types were used, for example {@code none} where types were drawn uniformly
 * @param teacher the teacher's name
 * @param seed the seed of this triplet
 * @param promptHashes SHA-256 of each prompt file that was used, by the prompt's name; empty for a program
 * @param toolkit the toolkit's version
 */
public record TripletOrigin(
        String student, String teacher, long seed, Map<String, String> promptHashes, String toolkit) {
    /** Copies the hashes into the order of their names. */
    public TripletOrigin {
        if (student == null || teacher == null || toolkit == null) {
            throw new LabException("triplet: expected the names of student, teacher and toolkit, found one missing");
        }
        promptHashes = new TreeMap<>(promptHashes);
    }
}

package org.lemmalab.notebook.course;

import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Provenance;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Surroundings;
import org.lemmalab.problem.Samples;

/** What the units are made from. */
final class CourseInputs {
    /** Decides every random choice of the units. */
    static final long SEED = 1;

    private CourseInputs() {}

    static Map<String, String> samples() {
        return Map.of(
                "samples/problems.jsonl", Hashes.sha256(Samples.problems()),
                "samples/attempts.jsonl", Hashes.sha256(Samples.attempts()));
    }

    /** The small student; nothing where it is not there. */
    static Map<String, String> student() {
        Map<String, String> hashes = new TreeMap<>();
        Surroundings.student()
                .ifPresent(folder -> hashes.put(
                        "students/small/model.safetensors", Hashes.sha256(folder.resolve("model.safetensors"))));
        return hashes;
    }

    static Provenance provenance(CourseUnit unit, Map<String, String> hashes) {
        return Provenance.of(
                SEED, Map.of("unit", unit.title(), "exercises", Integer.toString(unit.exercises())), hashes);
    }
}

package org.lemmalab.pipeline;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lemmalab.io.LabException;

/**
 * What a stage's results depend on besides their records. Two stages of equal identity give equal results.
 *
 * @param name what the stage does, for example {@code analyse}
 * @param version raised whenever the code gives other results than before
 * @param settings every setting that changes a result (model, prompt hash, temperature, seed), by name
 */
public record StageIdentity(String name, String version, Map<String, String> settings) implements Serializable {
    /** Checks name and version, and sorts a copy of the settings. */
    public StageIdentity {
        requireText("name", name);
        requireText("version", version);
        if (settings == null || settings.values().stream().anyMatch(Objects::isNull)) {
            throw new LabException("stage " + name + ": expected a value for each setting, found none");
        }
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    private static void requireText(String what, String value) {
        if (value == null || value.isBlank()) {
            throw new LabException("stage: expected a text as " + what + ", found none");
        }
    }
}

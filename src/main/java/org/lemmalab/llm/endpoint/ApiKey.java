package org.lemmalab.llm.endpoint;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lemmalab.io.LabException;

/** A key that shows itself to nobody but the request that needs it. */
final class ApiKey {
    private static final String SHOWN = "[key]";

    private final Optional<String> value;

    private ApiKey(Optional<String> value) {
        this.value = value;
    }

    /**
     * @param variable name of the environment variable; empty for no key
     * @param environment value of a variable, or null
     * @throws LabException naming the variable, if it is not set or holds no key
     */
    static ApiKey read(Optional<String> variable, UnaryOperator<String> environment) {
        return new ApiKey(variable.map(name -> {
            String text = environment.apply(name);
            if (text == null || text.isBlank()) {
                throw new LabException("environment variable " + name + ": expected a key, found it not set or blank");
            }
            if (!text.strip().matches("[\\x21-\\x7e]{8,}")) {
                throw new LabException("environment variable " + name
                        + ": expected a key of at least 8 visible ASCII characters, found something else (not shown)");
            }
            return text.strip();
        }));
    }

    Optional<String> header() {
        return value.map(text -> "Bearer " + text);
    }

    /** The text without the key: a server may send back what it was sent (in JSON, perhaps with its slashes escaped). */
    String redact(String text) {
        return value.map(key -> text.replace(key, SHOWN).replace(key.replace("/", "\\/"), SHOWN))
                .orElse(text);
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}

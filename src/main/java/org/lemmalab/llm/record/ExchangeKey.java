package org.lemmalab.llm.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.llm.CompletionRequest;

/** Everything that a reply hangs on, as JSON with sorted names, and its SHA-256. */
final class ExchangeKey {
    private static final int VERSION = 1;

    private final ObjectNode request;
    private final String hash;

    /**
     * @param model the model's name
     * @param promptHash of the prompt file that the prompt was filled from; empty for none
     */
    ExchangeKey(String model, String promptHash, CompletionRequest asked) {
        request = Json.mapper().createObjectNode().put("key_version", VERSION).put("model", model);
        request.put("prompt_hash", promptHash).put("prompt", asked.prompt());
        request.set("settings", Json.mapper().valueToTree(asked.settings()));
        // Records and object nodes keep the order in which they are written here, so equal requests give equal lines.
        hash = Hashes.sha256(Json.line(request));
    }

    ObjectNode request() {
        return request;
    }

    String hash() {
        return hash;
    }
}

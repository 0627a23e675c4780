package org.lemmalab.llm.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ScoreRequest;

/** Everything that a reply depends on, as JSON with sorted names, and its SHA-256. */
final class ExchangeKey {
    private static final int VERSION = 1;

    private final ObjectNode request;
    private final String hash;

    /**
     * @param model the model's name
     * @param promptHash of the prompt file that the prompt was filled from; empty for none
     */
    ExchangeKey(String model, String promptHash, CompletionRequest asked) {
        this(begin(model, promptHash)
                .put("prompt", asked.prompt())
                .set("settings", Json.mapper().valueToTree(asked.settings())));
    }

    /**
     * @param model the model's name
     * @param promptHash of the prompt file that the prefix was filled from; empty for none
     */
    ExchangeKey(String model, String promptHash, ScoreRequest asked) {
        this(begin(model, promptHash).put("prefix", asked.prefix()).put("continuation", asked.continuation()));
    }

    private ExchangeKey(ObjectNode request) {
        this.request = request;
        // Records and object nodes keep the order in which they are written here, so equal requests give equal lines.
        hash = Hashes.sha256(Json.line(request));
    }

    private static ObjectNode begin(String model, String promptHash) {
        return Json.mapper()
                .createObjectNode()
                .put("key_version", VERSION)
                .put("model", model)
                .put("prompt_hash", promptHash);
    }

    ObjectNode request() {
        return request;
    }

    String hash() {
        return hash;
    }
}

package org.lemmalab.llm.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.Json;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.ScoreRequest;

/** Writes a request as OpenAI's interface has it; settings that are off are left out, {@code top_k} among them. */
final class RequestBody {
    private final String model;
    private final Dialect dialect;

    RequestBody(String model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
    }

    String write(CompletionRequest request) {
        SamplingSettings settings = request.settings();
        ObjectNode body = Json.mapper().createObjectNode().put("model", model);
        if (dialect.api() == Api.CHAT) {
            body.putArray("messages").addObject().put("role", "user").put("content", request.prompt());
        } else {
            body.put("prompt", request.prompt());
        }
        body.put(dialect.tokenLimitField(), settings.maxNewTokens());
        body.put("temperature", settings.temperature()).put("seed", settings.seed());
        if (settings.topP() < 1) {
            body.put("top_p", settings.topP());
        }
        if (settings.topK() > 0) {
            body.put("top_k", settings.topK());
        }
        if (settings.samples() > 1) {
            body.put("n", settings.samples());
        }
        if (!settings.stop().isEmpty()) {
            ArrayNode stop = body.putArray("stop");
            settings.stop().forEach(stop::add);
        }
        if (settings.logProbabilities()) {
            askForLogProbabilities(body);
        }
        return Json.line(body);
    }

    /** A text to be read only: echoed with its log-probabilities. */
    String write(ScoreRequest request) {
        return Json.line(Json.mapper()
                .createObjectNode()
                .put("model", model)
                .put("prompt", request.prefix() + request.continuation())
                .put(dialect.tokenLimitField(), 0)
                .put("temperature", 0)
                .put("echo", true)
                .put("logprobs", 1));
    }

    private void askForLogProbabilities(ObjectNode body) {
        if (dialect.api() == Api.CHAT) {
            body.put("logprobs", true);
        } else {
            body.put("logprobs", 0);
        }
    }
}

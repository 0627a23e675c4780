package org.lemmalab.llm.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.Json;

/** A request that cannot be served, as OpenAI's error object says it. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final String type;
    private final String code;

    ApiError(int status, String type, String code, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
    }

    static ApiError badRequest(String message) {
        return new ApiError(BAD_REQUEST, "invalid_request_error", "invalid_value", message);
    }

    int status() {
        return status;
    }

    ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putObject("error")
                .put("message", getMessage())
                .put("type", type)
                .putNull("param")
                .put("code", code);
        return json;
    }
}

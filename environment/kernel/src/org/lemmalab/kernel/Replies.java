package org.lemmalab.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three ends of a cell, as {@code execute_reply}. */
final class Replies {
    private Replies() {}

    static Map<String, Object> fine(int count, Map<String, Object> expressions) {
        return Map.of("status", "ok", "execution_count", count, "user_expressions", expressions, "payload", List.of());
    }

    static Map<String, Object> error(CellFailure failure, int count) {
        Map<String, Object> all = new LinkedHashMap<>(failure.content());
        all.put("status", "error");
        all.put("execution_count", count);
        return all;
    }

    static Map<String, Object> aborted(int count) {
        return Map.of("status", "aborted", "execution_count", count);
    }
}

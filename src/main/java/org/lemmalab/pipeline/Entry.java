package org.lemmalab.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * One result in the journal.
 *
 * @param sequence place among the records of this phase, from 0
 * @param number of the record among the good ones of the inputs, from 0
 * @param success which file the line is for: output, or failed
 * @param line the very text for that file
 * @param usage what the call used up
 */
record Entry(long sequence, long number, boolean success, String line, Usage usage) {
    /** The journal's entry for what a stage returned; a value that JSON cannot hold is a failure. */
    static Entry of(Work<?> work, Result<?> result) {
        if (result instanceof Result.Success<?> success) {
            try {
                return new Entry(work.sequence(), work.number(), true, Json.line(success.value()), success.usage());
            } catch (LabException e) {
                return failure(work, "the value " + e.getMessage() + causeOf(e), success.usage());
            }
        }
        Result.Failure<?> failure = (Result.Failure<?>) result;
        return failure(work, failure.reason(), failure.usage());
    }

    private static Entry failure(Work<?> work, String reason, Usage usage) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", work.number());
        line.put("id", work.id());
        line.put("reason", reason);
        line.put("attempts", work.attempts() + 1);
        line.put("record", work.raw());
        return new Entry(work.sequence(), work.number(), false, Json.line(line), usage);
    }

    private static String causeOf(LabException e) {
        return e.getCause() == null
                ? ""
                : ": " + e.getCause().getMessage().lines().findFirst().orElse("");
    }
}

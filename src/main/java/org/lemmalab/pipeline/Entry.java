package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
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
    /** A line of the failed file. */
    private record FailedLine(long number, String id, String reason, int attempts, JsonNode record) {}

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
        FailedLine line = new FailedLine(work.number(), work.id(), reason, work.attempts() + 1, work.raw());
        return new Entry(work.sequence(), work.number(), false, Json.line(line), usage);
    }

    private static String causeOf(LabException e) {
        return e.getCause() == null
                ? ""
                : ": " + e.getCause().getMessage().lines().findFirst().orElse("");
    }
}

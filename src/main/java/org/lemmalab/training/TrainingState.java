package org.lemmalab.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * Where a run was when a checkpoint was written. The random state needs no place here: it follows from the seed and the step.
 *
 * @param step optimiser steps taken
 * @param tokens read so far, padding not counted
 * @param dataSha256 of the examples
 * @param settings of the run
 * @param engine what computed it, and its version
 */
record TrainingState(int step, long tokens, String dataSha256, JsonNode settings, String engine) {
    static JsonNode comparable(TrainingSettings settings) {
        ObjectNode json = Json.mapper().valueToTree(settings);
        json.remove("saving");
        return json;
    }

    /** Refuses to go on with other examples or settings: the result would be that of neither run. */
    void check(String sha256, TrainingSettings wanted) {
        if (!dataSha256.equals(sha256)) {
            throw new LabException("resume: expected the examples of the run (SHA-256 " + dataSha256
                    + "), found others (" + sha256 + ")");
        }
        JsonNode expected = Json.parse(Json.line(comparable(wanted)));
        if (!Json.parse(Json.line(settings)).equals(expected)) {
            throw new LabException(
                    "resume: expected the settings of the run, " + settings + ", found others, " + expected);
        }
    }
}

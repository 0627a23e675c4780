package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One record on its way to the stage.
 *
 * @param sequence place among the records of this phase, from 0
 * @param number of the record among the good ones of the inputs, from 0
 * @param id its id
 * @param attempts calls that failed before
 * @param raw the line that it came from
 * @param record what the stage takes
 */
record Work<I>(long sequence, long number, String id, int attempts, JsonNode raw, I record) {}

package org.lemmalab.io;

import com.fasterxml.jackson.databind.JsonNode;

/** One value of a file of JSON values, or why it is none. */
public sealed interface JsonRow {
    /**
     * @return the line that it begins on, from 1
     */
    long line();

    /**
     * @return its text in the file; of a line that cannot be read, what can be shown of it
     */
    String content();

    /**
     * @return the value; numbers are exact
     * @throws LabException if there is none, with the reason
     */
    JsonNode value();

    /**
     * A value.
     *
     * @param line the line that it begins on
     * @param content its text in the file
     * @param value the value; numbers are exact
     */
    record Good(long line, String content, JsonNode value) implements JsonRow {}

    /**
     * A line, or an element of an array, that holds no JSON value.
     *
     * @param line the line that it begins on
     * @param content what can be shown of it
     * @param reason why it cannot be read
     */
    record Bad(long line, String content, String reason) implements JsonRow {
        @Override
        public JsonNode value() {
            throw new LabException(reason);
        }
    }
}

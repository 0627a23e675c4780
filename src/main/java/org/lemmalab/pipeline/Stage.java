package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;

/**
 * A pure function from one record to one result. Its calls run in any order, in several threads at once, and more than once for
 * a record when a run is interrupted; so it keeps no state that a result could depend on. It is serialisable so that a cluster can
 * run it as it stands.
 *
 * @param <I> the record type
 * @param <O> the value type, writable by {@link org.lemmalab.io.Json}
 */
public interface Stage<I, O> extends Serializable {
    /**
     * @return name, version and settings; the same at every call
     */
    StageIdentity identity();

    /**
     * @param line one line of an input file
     * @return the record
     * @throws org.lemmalab.io.LabException if it is none: the line is rejected with the message
     */
    I read(JsonNode line);

    /**
     * @param input a record
     * @return its id, one of its kind in all inputs
     */
    String id(I input);

    /**
     * Does the work. It should end when its thread is interrupted.
     *
     * @param input a record
     * @return the value or the reason why there is none
     * @throws StopRunException if nothing more should be tried (a budget is spent, a key is refused); the record stays undone
     * @throws Exception any other becomes a failure of this record
     */
    Result<O> apply(I input) throws Exception;

    /**
     * A stage from its parts; they are serialisable as long as what they capture is.
     *
     * @param identity name, version and settings
     * @param reader turns a line into a record
     * @param id names a record
     * @param function does the work
     * @param <I> the record type
     * @param <O> the value type
     * @return the stage
     */
    static <I, O> Stage<I, O> of(StageIdentity identity, Reader<I> reader, Naming<I> id, Function<I, O> function) {
        return new FunctionStage<>(identity, reader, id, function);
    }

    /**
     * Turns a line into a record.
     *
     * @param <I> the record type
     */
    @FunctionalInterface
    interface Reader<I> extends Serializable {
        /**
         * @param line one line
         * @return the record
         */
        I read(JsonNode line);
    }

    /**
     * Names a record.
     *
     * @param <I> the record type
     */
    @FunctionalInterface
    interface Naming<I> extends Serializable {
        /**
         * @param input a record
         * @return its id
         */
        String id(I input);
    }

    /**
     * Does a stage's work.
     *
     * @param <I> the record type
     * @param <O> the value type
     */
    @FunctionalInterface
    interface Function<I, O> extends Serializable {
        /**
         * @param input a record
         * @return the outcome
         * @throws Exception becomes a failure of this record
         */
        Result<O> apply(I input) throws Exception;
    }
}

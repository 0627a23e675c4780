package org.lemmalab.pipeline;

import org.lemmalab.io.LabException;

/** What the threads of a run tell the one that writes. */
sealed interface Event {
    /** A result. */
    record Arrived(OrderedWriter.Arrival arrival) implements Event {}

    /** All records have been handed out; so many there are. */
    record SourceEnded(long records) implements Event {}

    /** The run cannot go on; calls in flight may end if that is said. */
    record Broken(RuntimeException cause, boolean letCallsEnd) implements Event {
        /** Whatever was thrown; calls in flight may end. */
        static Broken by(Throwable thrown) {
            return thrown instanceof RuntimeException exception
                    ? new Broken(exception, true)
                    : new Broken(new LabException("the run cannot go on: " + thrown, thrown), true);
        }
    }
}

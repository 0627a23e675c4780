package org.lemmalab.pipeline;

/** What the threads of a run tell the one that writes. */
sealed interface Event {
    /** A result. */
    record Arrived(Ledger.Arrival arrival) implements Event {}

    /** All records have been handed out; so many there are. */
    record SourceEnded(long records) implements Event {}

    /** The run cannot go on; calls in flight may end if that is said. */
    record Broken(RuntimeException cause, boolean letCallsEnd) implements Event {}
}

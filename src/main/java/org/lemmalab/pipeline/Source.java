package org.lemmalab.pipeline;

import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Where a phase's records come from. */
interface Source<I> {
    /**
     * Streams the records.
     *
     * @param settled whether a sequence number needs no work any more
     * @param consumer takes the others, in order
     * @return how many records there are, settled ones included
     */
    long forEach(LongPredicate settled, Consumer<Work<I>> consumer);

    /** Lines rejected so far; may be asked from any thread. */
    long rejected();
}

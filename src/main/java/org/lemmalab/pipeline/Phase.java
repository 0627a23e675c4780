package org.lemmalab.pipeline;

/** Where a run stands. */
enum Phase {
    /** Going through the inputs, appending to the output. */
    RUN,
    /** Going through the failures, writing new output files beside the old. */
    RETRY,
    /** The new files are whole and take the places of the old. */
    SWAP,
    /** Nothing left to do but, if wanted, to retry failures. */
    COMPLETE
}

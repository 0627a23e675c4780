package org.lemmalab.llm.record;

/** What a recorded model does with a request. */
public enum RecordingMode {
    /** Asks the model every time and records the exchange; a later exchange of the same key counts. */
    RECORD,
    /** Answers from the record alone; a request that is not there fails. */
    REPLAY,
    /** Answers from the record where it can, else asks the model and records the exchange. */
    REPLAY_OR_RECORD
}

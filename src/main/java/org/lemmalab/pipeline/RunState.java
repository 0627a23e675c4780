package org.lemmalab.pipeline;

/** What a run folder waits for. */
public enum RunState {
    /** A process is at work on it. */
    RUNNING("running"),
    /** Stopped before its end: run it again to resume. */
    RESUMABLE("resumable"),
    /** All records are settled, and some failed: retry them. */
    FAILED_RECORDS("failed records"),
    /** All records succeeded. */
    COMPLETE("complete");

    private final String words;

    RunState(String words) {
        this.words = words;
    }

    /**
     * @return the state for people
     */
    public String words() {
        return words;
    }
}

package org.lemmalab.pipeline;

/**
 * Is told how far a run has come: at its start, a few times a second at most, and once at its end with a state other than {@code
 * RUNNING}. All calls come from the thread that runs. A listener that throws is not asked again; the run goes on.
 */
@FunctionalInterface
public interface ProgressListener {
    /**
     * @param progress how far the run has come
     */
    void update(Progress progress);

    /**
     * @return a listener that does nothing
     */
    static ProgressListener silent() {
        return progress -> {};
    }
}

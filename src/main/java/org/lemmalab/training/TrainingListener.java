package org.lemmalab.training;

/** Is told how far a run has come, after every step, on the training thread. */
@FunctionalInterface
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener SILENT = progress -> {};

    /**
     * @param progress how far it has come
     */
    void onStep(TrainingProgress progress);
}

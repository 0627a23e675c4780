package org.lemmalab.llm;

/** Is told how far a model has come, many times a second. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener SILENT = progress -> {};

    /**
     * @param progress how far it has come
     */
    void onProgress(Progress progress);
}

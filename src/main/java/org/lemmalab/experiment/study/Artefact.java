package org.lemmalab.experiment.study;

import java.nio.file.Path;
import java.util.Map;

/**
 * A folder of a {@link StudyStore}, named by the SHA-256 of what it is made from. It is made when its folder is first asked for, and its
 * name is known before.
 */
public final class Artefact {
    private final StudyStore store;
    private final String kind;
    private final String inputs;
    private final String hash;
    private final Maker maker;

    /** Fills the folder of an artefact. */
    @FunctionalInterface
    public interface Maker {
        /**
         * @param folder exists and is empty
         */
        void make(Path folder);
    }

    Artefact(StudyStore store, String kind, String inputs, String hash, Maker maker) {
        this.store = store;
        this.kind = kind;
        this.inputs = inputs;
        this.hash = hash;
        this.maker = maker;
    }

    /**
     * @return for example {@code corpus}
     */
    public String kind() {
        return kind;
    }

    /**
     * @return the SHA-256 of what it is made from
     */
    public String hash() {
        return hash;
    }

    /**
     * @return what it is made from, as its {@code inputs.json} says it
     */
    String inputs() {
        return inputs;
    }

    /**
     * @return whether it is there already
     */
    public boolean isThere() {
        return store.holds(this);
    }

    /**
     * @return whether another process is making it
     */
    public boolean isBeingMade() {
        return store.isBeingMade(this);
    }

    /**
     * @return its folder, whole; made now if it was not there
     */
    public Path folder() {
        return store.folder(this, maker);
    }

    /**
     * @return how it is referred to in the inputs of what is made from it
     */
    public Map<String, String> reference() {
        return Map.of("kind", kind, "hash", hash);
    }
}

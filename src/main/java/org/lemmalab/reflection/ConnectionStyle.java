package org.lemmalab.reflection;

import java.util.Locale;

/** What stands between an error and its correction. */
public enum ConnectionStyle {
    /** Nothing: the corrected step follows directly. */
    ABRUPT,
    /** A transition phrase that fits any error. */
    PHRASE,
    /** A link worded for this error: what went wrong, and why the correction holds. */
    SMOOTH,
    /** Of several smooth links the one that the student finds most natural. */
    MODEL_AWARE;

    /**
     * @return the name in files
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

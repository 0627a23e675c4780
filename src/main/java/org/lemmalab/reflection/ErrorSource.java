package org.lemmalab.reflection;

import java.util.Locale;

/** Who made an error (paper Sec. 3.3). */
public enum ErrorSource {
    /** The student itself, when it was sampled. */
    STUDENT,
    /** The teacher, on purpose (mistake augmentation). */
    TEACHER;

    /**
     * @return the name in files
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

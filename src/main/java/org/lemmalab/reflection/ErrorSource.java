package org.lemmalab.reflection;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

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

    /**
     * @param label a name as {@link #label()} gives it
     * @return what has that name
     * @throws LabException if nothing has, naming those that exist
     */
    public static ErrorSource ofLabel(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LabException("error source: expected one of "
                        + Arrays.stream(values()).map(ErrorSource::label).collect(Collectors.joining(", "))
                        + ", found '" + label + "'"));
    }
}

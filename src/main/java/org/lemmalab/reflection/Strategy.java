package org.lemmalab.reflection;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** How an error is corrected (paper Sec. 3.4). */
public enum Strategy {
    /** The wrong step is done again rightly, and the solution goes on from there. */
    FIX_AND_CONTINUE,
    /** The solution starts over, in another way where there is one. */
    FRESH_AND_RESTART;

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
    public static Strategy ofLabel(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LabException("strategy: expected one of "
                        + Arrays.stream(values()).map(Strategy::label).collect(Collectors.joining(", "))
                        + ", found '" + label + "'"));
    }
}

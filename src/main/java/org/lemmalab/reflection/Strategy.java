package org.lemmalab.reflection;

import java.util.Locale;

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
}

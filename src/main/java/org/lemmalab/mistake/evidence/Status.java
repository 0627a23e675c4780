package org.lemmalab.mistake.evidence;

import java.util.Locale;

/** What arithmetic and algebra say of one equality. */
public enum Status {
    /** It holds, exactly or as rounded. */
    HOLDS,
    /** It is off by less than a hundredth where decimals occur, or by its sign alone: no evidence of itself. */
    NEARLY,
    /** It is false. */
    FAILS,
    /** It is an equation in unknowns, a definition or a change of units, which is neither true nor false by itself. */
    OPEN;

    /**
     * @return the name in tables, in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

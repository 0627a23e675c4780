package org.lemmalab.synthetic.wordproblem;

import java.util.Locale;

/**
 * Which part of all possible problems a problem belongs to. A template instance (template and numbers) belongs to one part, an entity
 * combination (persons and things) to one part, whatever the seed; a problem is made only where both belong to the part wanted. So
 * parts share neither, by construction.
 */
public enum Split {
    /** Eight tenths of the instances, and of the combinations. */
    TRAIN,
    /** A tenth, to choose settings by. */
    DEVELOPMENT,
    /** A tenth, to report on. */
    TEST;

    private static final int TENTHS = 10;

    /**
     * @param key a template instance or an entity combination
     * @return the part that it belongs to
     */
    public static Split of(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        // FNV-1a (Fowler, Noll, Vo), its high bits folded down: the low ones alone depend on little of the text.
        int tenth = (int) Long.remainderUnsigned(hash ^ hash >>> 29 ^ hash >>> 47, TENTHS);
        return tenth < TENTHS - 2 ? TRAIN : tenth == TENTHS - 2 ? DEVELOPMENT : TEST;
    }

    /**
     * @return the name on the command line
     */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.lemmalab.synthetic.plan;

import java.util.Locale;

/** How a reflection says that the solution starts over. */
final class Restart {
    static final String WORDS = "Let me start over.";

    private Restart() {}

    static boolean isIn(String reflection) {
        String small = reflection.toLowerCase(Locale.ROOT);
        return small.contains("start over") || small.contains("begin again") || small.contains("from scratch");
    }
}

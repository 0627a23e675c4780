package org.lemmalab.io;

/** Texts that are cut to be shown. */
public final class Texts {
    private Texts() {}

    /**
     * @param text any text
     * @param limit the most UTF-16 units
     * @return the text, or its beginning and "…" where it is longer; a surrogate pair is never halved
     */
    public static String shortened(String text, int limit) {
        return text.length() <= limit ? text : head(text, limit) + "…";
    }

    /**
     * @param text any text
     * @param limit the most UTF-16 units
     * @return the text, or its beginning where it is longer; a surrogate pair is never halved
     */
    public static String head(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean halves = limit > 0
                && Character.isHighSurrogate(text.charAt(limit - 1))
                && Character.isLowSurrogate(text.charAt(limit));
        return text.substring(0, halves ? limit - 1 : limit);
    }
}

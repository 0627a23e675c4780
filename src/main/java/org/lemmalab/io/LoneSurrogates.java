package org.lemmalab.io;

/**
 * Halves of surrogate pairs, as they are left where an emoji is cut in two. UTF-8 has no bytes for them: a strict encoder throws,
 * a lenient one writes a question mark. In JSON they are written as escapes, and so read back the same.
 */
final class LoneSurrogates {
    private LoneSurrogates() {}

    /**
     * @param json JSON, in which such a half can stand within quotes only
     * @return the same JSON, which every encoder can write
     */
    static String escaped(String json) {
        int first = next(json, 0);
        if (first == json.length()) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        int copied = 0;
        for (int at = first; at < json.length(); at = next(json, at + 1)) {
            escaped.append(json, copied, at).append(String.format("\\u%04x", (int) json.charAt(at)));
            copied = at + 1;
        }
        return escaped.append(json, copied, json.length()).toString();
    }

    /** The place of the next half without its other half, the text's length where there is none. */
    private static int next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            boolean paired = at + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(at + 1));
            if (!paired) {
                return at;
            }
            at++;
        }
        return text.length();
    }
}

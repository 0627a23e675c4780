package org.lemmalab.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Places in a text: Jupyter counts code points, Java counts units, of which rare characters have two. */
final class Text {
    private Text() {}

    static int units(String text, int points) {
        int all = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.max(0, Math.min(points, all)));
    }

    private static int point(String text, Object unit) {
        return text.codePointCount(0, Math.min(text.length(), (Integer) unit));
    }

    /** A {@code complete_reply} that counts in code points. */
    static Map<String, Object> points(Map<String, Object> reply, String text) {
        Map<String, Object> all = new LinkedHashMap<>(reply);
        all.replaceAll((key, value) -> key.startsWith("cursor_") ? point(text, value) : value);
        return all;
    }
}

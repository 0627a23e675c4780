package org.lemmalab.mistake.injection;

import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.problem.program.Stretch;

/** Replacements in one text. */
final class Edits {
    private final Map<Integer, Edit> byStart = new TreeMap<>();

    private record Edit(int end, String replacement) {}

    /** Replaces a stretch; the same replacement twice counts once. */
    Edits replace(Stretch stretch, String replacement) {
        return put(stretch.start(), new Edit(stretch.end(), replacement));
    }

    /** Inserts before a character. */
    Edits insert(int at, String inserted) {
        return put(at, new Edit(at, inserted));
    }

    Edits remove(int start, int end) {
        return put(start, new Edit(end, ""));
    }

    private Edits put(int start, Edit edit) {
        Edit before = byStart.putIfAbsent(start, edit);
        if (before != null && !before.equals(edit)) {
            throw new Refusal("one number of the text stands for two");
        }
        return this;
    }

    boolean isEmpty() {
        return byStart.isEmpty();
    }

    String apply(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Map.Entry<Integer, Edit> entry : byStart.entrySet()) {
            if (entry.getKey() < at) {
                throw new Refusal("two changes of the text overlap");
            }
            result.append(text, at, entry.getKey()).append(entry.getValue().replacement());
            at = entry.getValue().end();
        }
        return result.append(text, at, text.length()).toString();
    }

    /** The text within a stretch, with those replacements that lie in it. */
    String applyWithin(Stretch stretch, String text) {
        String changed = apply(text);
        int tail = text.length() - stretch.end();
        return changed.substring(stretch.start(), changed.length() - tail);
    }
}

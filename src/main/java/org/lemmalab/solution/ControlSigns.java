package org.lemmalab.solution;

/** Blanks control characters and the terminal's colour sequences; each place stays where it is. */
final class ControlSigns {
    private static final char ESCAPE = '\u001b';
    private static final int LONGEST_SEQUENCE = 16;

    private ControlSigns() {}

    /** The text itself where there is nothing to blank. */
    static String blanked(String text) {
        int first = firstControl(text);
        if (first == text.length()) {
            return text;
        }
        char[] blanked = text.toCharArray();
        int i = first;
        while (i < blanked.length) {
            int end = isControl(text, i) ? sequenceEnd(text, i) : i;
            if (end == i) {
                i++;
            }
            while (i < end) {
                blanked[i++] = ' ';
            }
        }
        return new String(blanked);
    }

    private static int firstControl(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!isPlain(text.charAt(i)) && isControl(text, i)) {
                return i;
            }
        }
        return length;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < '\u007f' || c == '\n';
    }

    /** White space stays, and so does what may be left of a command: a bell, backspace or form feed before a letter. */
    private static boolean isControl(String text, int i) {
        char c = text.charAt(i);
        if (c >= ' ' && (c < '\u007f' || c > '\u009f') || c == '\n' || c == '\t' || c == '\r' || c == '\u000b') {
            return false;
        }
        boolean eaten = c == '\u0007' || c == '\b' || c == '\f';
        return !eaten || i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1));
    }

    /** One after a control character, or after the letter that ends the sequence it opens. */
    private static int sequenceEnd(String text, int i) {
        if (text.charAt(i) != ESCAPE || !text.startsWith("[", i + 1)) {
            return i + 1;
        }
        int end = i + 2;
        int limit = Math.min(text.length(), i + LONGEST_SEQUENCE);
        while (end < limit && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ';')) {
            end++;
        }
        return end < limit && Character.isLetter(text.charAt(end)) ? end + 1 : i + 1;
    }
}

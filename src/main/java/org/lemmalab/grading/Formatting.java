package org.lemmalab.grading;

import java.util.Set;

/** Texts without their formatting: what is left is the same for the same answer typed differently. */
final class Formatting {
    private static final Set<String> SETS_TEXT = Set.of("text", "mbox", "textbf", "textit", "mathrm", "textrm");
    private static final Set<String> FRACTIONS = Set.of("dfrac", "tfrac", "cfrac");

    private Formatting() {}

    /**
     * Removes spacing, {@code \left} and its kin, text commands, delimiters, braces around nothing and a final full stop. White
     * space stays, as one blank, only between two letters or digits, where it separates.
     */
    static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        boolean blank = false;
        int at = 0;
        while (at < text.length()) {
            int length = formattingLength(text, at);
            if (length > 0) {
                blank |= !text.startsWith("\\!", at);
                at += length;
                continue;
            }
            char c = text.charAt(at++);
            if (c == '\\' && isLetter(text, at)) {
                boolean space = text.startsWith("quad", at) || text.startsWith("qquad", at);
                at = command(text, at, normal);
                blank = space;
                continue;
            }
            boolean separates =
                    blank && isWordly(c) && normal.length() > 0 && isWordly(normal.charAt(normal.length() - 1));
            normal.append(separates ? " " : "").append(c);
            blank = false;
        }
        int end = normal.length();
        boolean stop = end > 1
                && normal.charAt(end - 1) == '.'
                && !(end > 2 && normal.charAt(end - 3) == '.' && Character.isLetter(normal.charAt(end - 2)));
        return normal.substring(0, stop ? end - 1 : end);
    }

    /** Copies a command that means something under its one name, followed by a blank where a letter follows. */
    private static int command(String text, int start, StringBuilder normal) {
        int end = start;
        while (isLetter(text, end)) {
            end++;
        }
        String name = text.substring(start, end);
        int ignored = Vocabulary.IGNORED_ARGUMENTS.getOrDefault(name, 0);
        for (int i = 0; i < ignored; i++) {
            end = afterBraces(text, end);
        }
        if (ignored > 0) {
            return end;
        }
        if (name.endsWith("dots") && name.length() <= 5) {
            normal.append("...");
            return end;
        }
        boolean skipped = Vocabulary.FORMATTING.contains(name) || Vocabulary.TEXT_COMMANDS.contains(name);
        if (!skipped) {
            normal.append('\\').append(FRACTIONS.contains(name) ? "frac" : name).append(' ');
        }
        return end;
    }

    /** The place after the braces that open here; the same place where none open or they do not close. */
    private static int afterBraces(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && c != ' ') {
                return c == '}' ? i + 1 : start;
            }
        }
        return start;
    }

    private static int formattingLength(String text, int at) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '~' || c == '$') {
            return 1;
        }
        boolean space = c == '\\' && at + 1 < text.length() && ",!;: ()[]\n".indexOf(text.charAt(at + 1)) >= 0;
        return space ? 2 : 0;
    }

    private static boolean isLetter(String text, int at) {
        return at < text.length() && (text.charAt(at) | 32) >= 'a' && (text.charAt(at) | 32) <= 'z';
    }

    private static boolean isWordly(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }

    /** A text as plain words: no commands that set text, no backslashes, braces or marks at its end, lower case. */
    static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at += textCommandLength(text, at);
            } else if (Character.isWhitespace(c)) {
                boolean first = words.isEmpty() || words.charAt(words.length() - 1) == ' ';
                words.append(first ? "" : " ");
            } else if ("{}$*".indexOf(c) < 0) {
                words.append(Character.toLowerCase(c));
            }
        }
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == ' ') {
            end--;
        }
        while (end > 0 && ".!?".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }

    /** How much to pass over after a backslash: a command that sets text, or a sign of spacing; else nothing. */
    private static int textCommandLength(String text, int start) {
        int end = start;
        while (isLetter(text, end)) {
            end++;
        }
        if (end == start) {
            return start < text.length() && ",;:! ".indexOf(text.charAt(start)) >= 0 ? 1 : 0;
        }
        boolean whole = end == text.length() || !Character.isDigit(text.charAt(end)) && text.charAt(end) != '_';
        return whole && SETS_TEXT.contains(text.substring(start, end)) ? end - start : 0;
    }
}

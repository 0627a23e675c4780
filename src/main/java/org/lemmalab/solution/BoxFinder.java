package org.lemmalab.solution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds {@code \boxed{…}} and {@code \fbox{…}}, braces nested to any depth, in one pass over the text. The command's backslash may
 * be doubled, or lost together with its b where a text was unescaped once too often.
 */
final class BoxFinder {
    private static final String[] COMMANDS = {"\\boxed", "\\fbox", "\\framebox", "\boxed", "\fbox"};
    /** What every command holds, and how many characters may stand before it. */
    private static final String[] SIGNS = {"oxed", "fbox", "\fbox", "framebox"};

    private static final int LONGEST_BEFORE = 3;
    private static final int LONGEST_BARE = 100;
    /** A brace that opens no box. */
    private static final Box PLAIN = new Box(-1, 0, 0, 0, true);

    private final String text;
    private final List<Box> boxes = new ArrayList<>();
    private final Deque<Box> open = new ArrayDeque<>();

    private BoxFinder(String text) {
        this.text = text;
    }

    /**
     * A box.
     *
     * @param command where its command begins
     * @param start where its content begins
     * @param contentEnd where its content ends
     * @param end one after its last character
     * @param closed whether its brace closes
     */
    record Box(int command, int start, int contentEnd, int end, boolean closed) {
        boolean isBlank(String text) {
            for (int i = start; i < contentEnd; i++) {
                if (!Character.isWhitespace(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** All boxes in the order in which they begin. */
    static List<Box> in(String text) {
        int first = first(text);
        if (first < 0) {
            return List.of();
        }
        BoxFinder finder = new BoxFinder(text);
        finder.scan(first);
        finder.boxes.sort((a, b) -> Integer.compare(a.command, b.command));
        return finder.boxes;
    }

    /** A place shortly before the first command; -1 where there can be none. */
    private static int first(String text) {
        int first = -1;
        for (String sign : SIGNS) {
            int at = text.indexOf(sign);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        if (first < 0) {
            return -1;
        }
        int start = Math.max(0, first - LONGEST_BEFORE);
        while (start > 0 && text.charAt(start - 1) == '\\') {
            start--;
        }
        return start;
    }

    private void scan(int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\b' || c == '\f' || c == 'b') {
                i = command(i, c);
            } else {
                if (c == '{') {
                    open.push(PLAIN);
                } else if (c == '}' && !open.isEmpty()) {
                    close(open.pop(), i);
                }
                i++;
            }
        }
        int lineEnd = text.length();
        int known = text.length();
        for (Box box : open) {
            if (box.command >= 0) {
                lineEnd = lineEnd(box.start, known, lineEnd);
                known = box.start;
                boxes.add(new Box(box.command, box.start, lineEnd, lineEnd, false));
            }
        }
    }

    /** Where the line of a box ends that never closes; from a later place on it is known. */
    private int lineEnd(int from, int known, int lineEnd) {
        for (int i = from; i < known; i++) {
            if (text.charAt(i) == '\n') {
                return i;
            }
        }
        return lineEnd;
    }

    private void close(Box box, int brace) {
        if (box.command >= 0) {
            boxes.add(new Box(box.command, box.start, brace, brace + 1, true));
        }
    }

    private int command(int i, char c) {
        int length = commandLength(i);
        if (length == 0) {
            boolean doubled = c == '\\' && i + 1 < text.length() && commandLength(i + 1) > 0;
            return c == '\\' && !doubled ? i + 2 : i + 1;
        }
        int at = i + length;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '{') {
            open.push(new Box(i, at + 1, at + 1, at + 1, true));
            return at + 1;
        }
        return bare(i, at);
    }

    private int commandLength(int i) {
        if (text.charAt(i) == 'b') {
            boolean word = i > 0 && (Character.isLetter(text.charAt(i - 1)) || text.charAt(i - 1) == '\\');
            return !word && text.startsWith("boxed{", i) ? "boxed".length() : 0;
        }
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if (next != 'b' && next != 'f' && next != 'o') {
            return 0;
        }
        for (String command : COMMANDS) {
            if (text.startsWith(command, i)) {
                int end = i + command.length();
                boolean longer = end < text.length() && Character.isLetter(text.charAt(end));
                return longer ? 0 : command.length();
            }
        }
        return 0;
    }

    /** A box without braces: {@code \boxed 5} or {@code \boxed5}. */
    private int bare(int command, int from) {
        int end = from;
        int limit = Math.min(text.length(), from + LONGEST_BARE);
        while (end < limit && !Character.isWhitespace(text.charAt(end)) && "$\\}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == from && from < text.length() && text.charAt(from) == '\\') {
            return from;
        }
        boxes.add(new Box(command, from, end, end, end > from));
        return Math.max(end, from);
    }
}

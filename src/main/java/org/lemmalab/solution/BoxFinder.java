package org.lemmalab.solution;

import java.util.Optional;

/** Finds {@code \boxed{…}} and {@code \fbox{…}}, braces nested to any depth. */
final class BoxFinder {
    private static final String[] COMMANDS = {"\\boxed", "\\fbox", "\boxed"};
    private static final int LONGEST_JOINT = 60;

    private BoxFinder() {}

    /** The last box with a content; boxes before it count too where only a comma or "and" stands between. */
    static Optional<Span> last(String text) {
        Box box = lastFilled(text, text.length());
        if (box == null) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder(box.content(text));
        int start = box.command;
        Box before = lastFilled(text, start);
        while (before != null && before.closed && joins(text, before.end, start)) {
            joined.insert(0, before.content(text) + ", ");
            start = before.command;
            before = lastFilled(text, start);
        }
        String answer = joined.toString();
        return Span.trimmed(answer, 0, answer.length())
                .map(span -> new Span(span.answer(), box.command, box.end))
                .map(startingAt(start));
    }

    /** Whether the last box command is followed by an empty box or by one that never closes. */
    static boolean endsBroken(String text) {
        int command = lastCommand(text, text.length());
        if (command < 0) {
            return false;
        }
        Box box = at(text, command);
        return box == null || !box.closed || box.content(text).isBlank();
    }

    private static java.util.function.UnaryOperator<Span> startingAt(int start) {
        return span -> new Span(span.answer(), start, span.end());
    }

    private static Box lastFilled(String text, int before) {
        int command = lastCommand(text, before);
        while (command >= 0) {
            Box box = at(text, command);
            if (box != null && !box.content(text).isBlank()) {
                return box;
            }
            command = lastCommand(text, command);
        }
        return null;
    }

    private static int lastCommand(String text, int before) {
        int last = -1;
        for (String command : COMMANDS) {
            last = Math.max(last, text.lastIndexOf(command, before - 1));
        }
        return last;
    }

    private static Box at(String text, int command) {
        int open = command;
        while (open < text.length() && (Character.isLetter(text.charAt(open)) || open <= command)) {
            open++;
        }
        while (open < text.length() && text.charAt(open) == ' ') {
            open++;
        }
        if (open >= text.length()) {
            return null;
        }
        return text.charAt(open) == '{' ? braced(text, command, open) : bare(text, command, open);
    }

    private static Box braced(String text, int command, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return new Box(command, open + 1, i, i + 1, true);
            }
        }
        int lineEnd = text.indexOf('\n', open);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        return new Box(command, open + 1, end, end, false);
    }

    /** A box without braces: {@code \boxed 5} or {@code \boxed5}. */
    private static Box bare(String text, int command, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '$') {
            end++;
        }
        return new Box(command, from, end, end, true);
    }

    private static boolean joins(String text, int from, int to) {
        if (to <= from || to - from > LONGEST_JOINT) {
            return false;
        }
        String between = text.substring(from, to)
                .replaceAll("\\\\(?:text|mbox)\\{\\s*(?:and)?\\s*\\}|\\\\q?quad|\\\\[()\\[\\],;! ]|\\band\\b", ",");
        return between.contains(",")
                && between.chars().allMatch(c -> ",$;&".indexOf(c) >= 0 || Character.isWhitespace(c));
    }

    private record Box(int command, int start, int contentEnd, int end, boolean closed) {
        private String content(String text) {
            return text.substring(start, contentEnd);
        }
    }
}

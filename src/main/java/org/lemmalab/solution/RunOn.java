package org.lemmalab.solution;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text where, after its answer, it goes on with another question of its own, as a base model does after a few examples. */
final class RunOn {
    private static final String[] MARKS = {"nswer", "oxed", "####", "A:"};
    private static final Pattern QUESTION = Pattern.compile(
            "[ \\t*#_>]{0,8}(?:Q|Question|Problem|Exercise|Human|User|### Instruction|Instruction|New question|Next question)\\s?(\\d{0,3})[*_]{0,2}\\s?[:.)][*_ ]*\\S?.*",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_OPENING = 80;
    private static final int LONGEST_INDENT = 10;

    private final String text;
    private int known;
    private boolean marked;
    private boolean figure;

    private RunOn(String text) {
        this.text = text;
    }

    /** The text up to the first new question; the whole where there is none. */
    static String cut(String text) {
        int end = new RunOn(text).end();
        return end == text.length() ? text : text.substring(0, end);
    }

    private int end() {
        int line = text.indexOf('\n') + 1;
        while (line > 0 && line < text.length()) {
            int end = text.indexOf('\n', line);
            if (opens(line) && asks(line, end < 0 ? text.length() : end)) {
                return line;
            }
            line = end + 1;
        }
        return text.length();
    }

    /** Whether the line's first word is one with which questions begin. */
    private boolean opens(int line) {
        int limit = Math.min(text.length(), line + LONGEST_INDENT);
        int i = line;
        while (i < limit && !Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i < limit
                && switch (text.charAt(i)) {
                    case 'q', 'Q' -> true;
                    case 'p', 'P' -> begins(i, "problem");
                    case 'e', 'E' -> begins(i, "exercise");
                    case 'h', 'H' -> begins(i, "human");
                    case 'u', 'U' -> begins(i, "user");
                    case 'i', 'I' -> begins(i, "instruction");
                    case 'n', 'N' -> begins(i, "new question") || begins(i, "next question");
                    default -> false;
                };
    }

    private boolean begins(int i, String words) {
        return text.regionMatches(true, i, words, 0, words.length());
    }

    /** Questions that are numbered may be parts of one solution: only what is marked answers them. */
    private boolean asks(int start, int end) {
        Matcher matcher = QUESTION.matcher(text).region(start, Math.min(end, start + LONGEST_OPENING));
        return matcher.matches() && isAnswered(start, matcher.group(1).isEmpty());
    }

    /** Whether what stands before is more than a repeated question: it has an answer, or states something with a figure. */
    private boolean isAnswered(int end, boolean byStatement) {
        look(end);
        int at = end - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        char last = text.charAt(at);
        boolean stated =
                byStatement && figure && (last == '.' || last == '!' || Character.isDigit(last) || last == '$');
        return (marked || stated) && last != '?' && last != ':';
    }

    /** Looks at what stands between the last question and this one, once. */
    private void look(int end) {
        String between = text.substring(known, end);
        for (String mark : MARKS) {
            marked |= between.contains(mark);
        }
        figure |= between.chars().anyMatch(Character::isDigit);
        known = end;
    }
}

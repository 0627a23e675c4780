package org.lemmalab.solution;

import java.util.regex.Pattern;

/** Cuts a text where, after its answer, it goes on with another question of its own, as a base model does after a few examples. */
final class RunOn {
    private static final Pattern QUESTION = Pattern.compile(
            "[ \\t*#_>]{0,8}(?:Q|Question|Problem|Exercise|Human|User|### Instruction|Instruction|New question|Next question)\\s?\\d{0,3}[*_]{0,2}\\s?[:.)][*_ ]*\\S?.*",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_OPENING = 80;

    private RunOn() {}

    /** The text up to the first new question; the whole where there is none. */
    static String cut(String text) {
        int line = 0;
        while (line >= 0 && line < text.length()) {
            int end = text.indexOf('\n', line);
            if (line > 0 && asks(text, line, end < 0 ? text.length() : end) && isAnswered(text, line)) {
                return text.substring(0, line);
            }
            line = end < 0 ? -1 : end + 1;
        }
        return text;
    }

    private static boolean asks(String text, int start, int end) {
        char c = firstLetter(text, start, end);
        return "QqPpEeHhUuIiNn".indexOf(c) >= 0
                && QUESTION.matcher(text)
                        .region(start, Math.min(end, start + LONGEST_OPENING))
                        .matches();
    }

    private static char firstLetter(String text, int start, int end) {
        int limit = Math.min(end, start + 10);
        for (int i = start; i < limit; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return text.charAt(i);
            }
        }
        return ' ';
    }

    /** Whether what stands before is more than a repeated question: it has an answer, or states something with a figure. */
    private static boolean isAnswered(String text, int end) {
        String before = text.substring(0, end).strip();
        if (before.isEmpty() || before.chars().noneMatch(Character::isLetterOrDigit)) {
            return false;
        }
        boolean marked =
                before.contains("nswer") || before.contains("oxed") || before.contains("####") || before.contains("A:");
        char last = before.charAt(before.length() - 1);
        boolean stated = before.chars().anyMatch(Character::isDigit)
                && (last == '.' || last == '!' || Character.isDigit(last) || last == '$');
        return (marked || stated) && last != '?' && last != ':';
    }
}

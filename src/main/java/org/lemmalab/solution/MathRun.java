package org.lemmalab.solution;

import java.util.List;
import java.util.Set;

/** Reads an expression that stands in prose without delimiters, as far as it goes: it ends where a word or a sentence end comes. */
final class MathRun {
    private static final Set<String> FUNCTIONS = Set.of(
            "sin",
            "cos",
            "tan",
            "cot",
            "sec",
            "csc",
            "log",
            "ln",
            "exp",
            "sqrt",
            "pi",
            "max",
            "min",
            "gcd",
            "lcm",
            "det",
            "abs",
            "arcsin",
            "arccos",
            "arctan",
            "mod",
            "inf",
            "infinity");
    private static final Set<String> SINGLE_WORDS = Set.of("a", "A", "I");

    private final String text;
    private final int limit;

    MathRun(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** As far as the text is an expression; commas and delimiters between its parts count too. */
    int whole() {
        int i = 0;
        while (i < limit) {
            int next = token(i, 1);
            if (next == i) {
                boolean delimiter = text.charAt(i) == '\\' && i + 1 < limit;
                next = delimiter || text.charAt(i) == '.' && i + 1 == limit ? i + 2 : i;
                if (next == i) {
                    return i;
                }
                next = Math.min(limit, next);
            }
            i = next;
        }
        return i;
    }

    /** One after the last character of the expression that begins here; the same place where none does. */
    int end(int start) {
        int i = start;
        int end = start;
        int depth = 0;
        while (i < limit) {
            int next = token(i, depth);
            if (next == i) {
                break;
            }
            char c = text.charAt(i);
            depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
            if (depth < 0) {
                break;
            }
            end = Character.isWhitespace(c) || c == ',' || c == '.' || c == ';' ? end : next;
            i = next;
        }
        return withoutOperator(start, end);
    }

    /** An expression ends with no operator. */
    private int withoutOperator(int start, int end) {
        int i = end;
        while (i > start && "+-*/^_=<>:|&~ ".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private int token(int i, int depth) {
        char c = text.charAt(i);
        if (c == '\\') {
            return command(i);
        }
        if (Character.isLetter(c)) {
            return word(i);
        }
        if (c == ' ') {
            return i + 1;
        }
        if (c == ',' || c == ';') {
            return depth > 0 ? i + 1 : i;
        }
        if (c == '.') {
            return i + 1 < limit && Character.isDigit(text.charAt(i + 1)) ? i + 1 : i;
        }
        boolean sign = Character.isDigit(c) || "+-*/^_=<>()[]{}|!'&~$%:".indexOf(c) >= 0;
        return sign || isMathSign(c) ? i + 1 : i;
    }

    private static boolean isMathSign(char c) {
        return c >= '\u2200' && c <= '\u22FF'
                || NumberScanner.isVulgar(c)
                || "\u00B1\u00D7\u00F7\u00B0\u00B2\u00B3\u00B9\u2070\u2074\u221E".indexOf(c) >= 0;
    }

    private int command(int i) {
        int end = i + 1;
        while (end < limit && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end == i + 1) {
            boolean delimiter = end < limit && "()[]".indexOf(text.charAt(end)) >= 0;
            return end < limit && !delimiter ? end + 1 : i;
        }
        boolean named = List.of("text", "mathrm", "begin", "end", "operatorname").stream()
                .anyMatch(name -> text.startsWith(name, i + 1));
        return named ? braced(end) : end;
    }

    /** A command's text in braces is taken whole. */
    private int braced(int from) {
        int i = from;
        if (i >= limit || text.charAt(i) != '{') {
            return from;
        }
        while (i < limit && text.charAt(i) != '}') {
            i++;
        }
        return Math.min(limit, i + 1);
    }

    private int word(int i) {
        int end = i;
        while (end < limit && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(i, Math.min(end, i + 12));
        boolean single = end == i + 1 && !(SINGLE_WORDS.contains(word) && startsWord(end));
        boolean product = end - i == 2 && i > 0 && Character.isDigit(text.charAt(i - 1));
        boolean points = end - i <= 3 && word.chars().allMatch(Character::isUpperCase) && !word.equals("I");
        return single || product || points || FUNCTIONS.contains(word) ? end : i;
    }

    private boolean startsWord(int end) {
        return end + 1 < limit && text.charAt(end) == ' ' && Character.isLetter(text.charAt(end + 1));
    }
}

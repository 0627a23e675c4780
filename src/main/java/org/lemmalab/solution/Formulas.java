package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the expressions between math delimiters. A dollar sign before an amount of money is none: one that closes a formula has
 * no space before it and no digit after it, and no prose stands between.
 */
final class Formulas {
    private static final int LONGEST = 1_000;
    private static final Pattern PROSE = Pattern.compile("(?<![\\\\a-zA-Z{])[a-zA-Z]{2,}[ ,]+[a-zA-Z]{2,}");

    private static final List<String> ENVIRONMENTS =
            List.of("align}", "align*}", "equation}", "equation*}", "gather}", "gather*}", "eqnarray}", "eqnarray*}");

    private final String text;
    private final List<Formula> found = new ArrayList<>();
    private final Map<String, Integer> nextEnds = new HashMap<>();
    private int nextRound = -2;
    private int nextSquare = -2;

    private Formulas(String text) {
        this.text = text;
    }

    /** All formulas of a text, in order. */
    static List<Formula> in(String text) {
        if (text.indexOf('$') < 0 && text.indexOf('\\') < 0) {
            return List.of();
        }
        Formulas formulas = new Formulas(text);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            i = c == '$' ? formulas.dollar(i) : c == '\\' ? formulas.backslash(i) : i + 1;
        }
        return formulas.found;
    }

    private int backslash(int i) {
        if (text.startsWith("\\(", i)) {
            nextRound = next("\\)", i + 2, nextRound);
            return add(i, i + 2, nextRound, 2);
        }
        if (text.startsWith("\\[", i)) {
            nextSquare = next("\\]", i + 2, nextSquare);
            return add(i, i + 2, nextSquare, 2);
        }
        if (text.startsWith("\\begin{", i)) {
            return environment(i);
        }
        return i + 2;
    }

    /** An environment that is a formula by itself. */
    private int environment(int i) {
        int start = i + "\\begin{".length();
        for (String name : ENVIRONMENTS) {
            if (text.startsWith(name, start)) {
                String close = "\\end{" + name;
                int end = next(close, start, nextEnds.getOrDefault(name, -2));
                nextEnds.put(name, end);
                return add(i, start + name.length(), end, close.length());
            }
        }
        return i + 2;
    }

    /** The next place of a delimiter; it is looked for again only where the one known lies behind. */
    private int next(String close, int from, int known) {
        return known == -1 || known >= from ? known : text.indexOf(close, from);
    }

    private int dollar(int i) {
        boolean display = text.startsWith("$$", i);
        if (!display && i > 0 && Character.isDigit(text.charAt(i - 1))) {
            return i + 1;
        }
        int start = display ? i + 2 : i + 1;
        int close = closingDollar(start);
        if (close < 0) {
            return start;
        }
        if (display) {
            return text.startsWith("$$", close) ? add(i, start, close, 2) : add(i, start, close, 1);
        }
        return closes(start, close) ? add(i, start, close, 1) : i + 1;
    }

    private int closingDollar(int start) {
        int limit = Math.min(text.length(), start + LONGEST);
        for (int i = start; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '$') {
                return i;
            }
        }
        return -1;
    }

    private boolean closes(int start, int close) {
        if (close <= start) {
            return false;
        }
        boolean money = close + 1 < text.length() && Character.isDigit(text.charAt(close + 1));
        boolean amount = Character.isDigit(text.charAt(start))
                && (Character.isWhitespace(text.charAt(close - 1))
                        || text.substring(start, close).indexOf('\n') >= 0);
        return !money && !amount;
    }

    private int add(int open, int start, int close, int width) {
        boolean formula = close > start
                && close - start <= LONGEST
                && (width > 1 || text.charAt(open) != '$' || isMath(start, close));
        if (formula) {
            found.add(new Formula(open, start, close, close + width));
            return close + width;
        }
        return start;
    }

    private boolean isMath(int start, int close) {
        Matcher prose = PROSE.matcher(text).region(start, close);
        return !prose.find() || text.substring(start, close).contains("\\text");
    }
}

package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Token.Kind;

/** Cuts running text into numbers, operators, parentheses, words and breaks. Linear in the length of the text. */
final class Tokenizer {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern MIXED = Pattern.compile("(\\d{1,4}) (\\d{1,2})/(\\d{1,3})(?![\\d/.])");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_'’]+(?:-\\p{L}+)*");

    private static final String UNICODE = "×·∗÷⁄−–—≈[]";
    private static final String ASCII = "***//---=()";

    private final String text;
    private final Matcher number;
    private final Matcher mixed;
    private final Matcher clock;
    private final Matcher word;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
        number = NUMBER.matcher(text);
        mixed = MIXED.matcher(text);
        clock = CLOCK.matcher(text);
        word = WORD.matcher(text);
    }

    private boolean found(Matcher matcher) {
        return matcher.region(at, text.length()).lookingAt();
    }

    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(normalised(text));
        tokenizer.run();
        return tokenizer.tokens;
    }

    /** LaTeX's and Unicode's signs as plain ones. */
    private static String normalised(String text) {
        String plain = text.indexOf('\\') < 0
                ? text
                : text.replace("\\times", "*")
                        .replace("\\cdot", "*")
                        .replace("\\div", "/")
                        .replaceAll("\\\\[dt]?frac\\{([^{}]{1,40})}\\{([^{}]{1,40})}", "($1)/($2)")
                        .replaceAll("\\\\(?:left|right|text|mathrm)?", " ");
        StringBuilder signs = new StringBuilder(plain);
        for (int i = 0; i < signs.length(); i++) {
            int known = UNICODE.indexOf(signs.charAt(i));
            if (known >= 0) {
                signs.setCharAt(i, ASCII.charAt(known));
            }
        }
        return signs.toString();
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isDigit(c) || c == '.' && digitAt(at + 1)) {
                addNumber();
            } else if (isTimesSign(c)) {
                add(Kind.OPERATOR, "*", 1);
            } else if (Character.isLetter(c)) {
                boolean found = found(word);
                add(Kind.WORD, found ? word.group() : text.substring(at, at + 1), found ? word.end() - at : 1);
            } else {
                sign(c);
            }
        }
    }

    private void sign(char c) {
        switch (c) {
            case '+', '*', '^' -> add(Kind.OPERATOR, String.valueOf(c), 1);
            case '-' -> minus();
            case '/' -> slash();
            case '(', '{' -> add(Kind.OPEN, "(", 1);
            case ')', '}' -> add(Kind.CLOSE, ")", 1);
            case '=' -> add(Kind.EQUALS, "=", 1);
            case '%' -> add(Kind.PERCENT, "%", 1);
            case ',', ';', ':', '?', '!', '\n' -> add(Kind.BREAK, String.valueOf(c), 1);
            case '.' -> fullStop();
            default -> at++;
        }
    }

    /** A hyphen within "3-foot" or "two-thirds" is none; before or after a number, a parenthesis or a unit it is a minus. */
    private void minus() {
        boolean hyphen = at > 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1));
        if (hyphen) {
            at++;
        } else {
            add(Kind.OPERATOR, "-", 1);
        }
    }

    /** "minutes/hour" is a unit; "240/60" and "240 / (2 + 3)" are divisions. */
    private void slash() {
        int next = skipSpaceAndCurrency(at + 1);
        boolean unit = next < text.length() && Character.isLetter(text.charAt(next));
        if (unit) {
            at++;
        } else {
            add(Kind.OPERATOR, "/", 1);
        }
    }

    /** A full stop ends a sentence before a capital letter or the end; after "sq." or "ft." it does not. */
    private void fullStop() {
        int next = skipSpaceAndCurrency(at + 1);
        boolean end = next >= text.length() || Character.isUpperCase(text.charAt(next));
        if (end) {
            add(Kind.BREAK, ".", 1);
        } else {
            at++;
        }
    }

    /** The letter x stands for "times" before a number or a parenthesis, unless it is part of a word or of "x =". */
    private boolean isTimesSign(char c) {
        if (c != 'x' && c != 'X' || tokens.isEmpty()) {
            return false;
        }
        Kind last = tokens.get(tokens.size() - 1).kind();
        int next = skipSpaceAndCurrency(at + 1);
        boolean before = last != Kind.OPERATOR && last != Kind.OPEN && last != Kind.EQUALS && last != Kind.BREAK;
        boolean after = next < text.length()
                && (Character.isDigit(text.charAt(next)) || text.charAt(next) == '(' || text.charAt(next) == '.');
        return before && after && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
    }

    private void addNumber() {
        if (found(clock)) {
            add(Kind.WORD, clock.group(), clock.end() - at);
            return;
        }
        if (found(mixed) && addMixed()) {
            return;
        }
        if (!found(number)) {
            at++;
            return;
        }
        String written = number.group();
        int start = at;
        at = number.end();
        Numbers.decimal(written)
                .ifPresentOrElse(
                        value -> tokens.add(new Token(Kind.NUMBER, written, value, start)),
                        () -> tokens.add(Token.of(Kind.BREAK, written, start)));
    }

    private boolean addMixed() {
        int bottom = Integer.parseInt(mixed.group(3));
        int top = Integer.parseInt(mixed.group(2));
        if (bottom == 0 || top >= bottom) {
            return false;
        }
        BigFraction value = BigFraction.of(Integer.parseInt(mixed.group(1))).add(BigFraction.of(top, bottom));
        tokens.add(new Token(Kind.NUMBER, mixed.group(), value, at));
        at = mixed.end();
        return true;
    }

    private int skipSpaceAndCurrency(int from) {
        int next = from;
        while (next < text.length() && (text.charAt(next) == ' ' || "$€£".indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        return next;
    }

    private boolean digitAt(int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }

    private void add(Kind kind, String written, int length) {
        tokens.add(Token.of(kind, written, at));
        at += length;
    }
}

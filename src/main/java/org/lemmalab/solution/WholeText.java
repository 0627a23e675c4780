package org.lemmalab.solution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes a text that is nothing but an answer: an expression, a number with its unit, a name, a choice. */
final class WholeText {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 6;
    private static final int MOST_NAMES = 3;
    private static final Set<String> SAYING = Set.of(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "it",
            "he",
            "she",
            "they",
            "we",
            "i",
            "so",
            "the",
            "then",
            "therefore",
            "thus",
            "hence",
            "costs",
            "gives",
            "there",
            "makes",
            "equals",
            "which",
            "because",
            "in",
            "on",
            "at",
            "after",
            "answer");

    private WholeText() {}

    static Optional<Span> of(Passage passage) {
        String text = passage.text();
        String bare = text.strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.indexOf('\n') >= 0 || bare.contains("box")) {
            return Optional.empty();
        }
        int start = text.indexOf(bare);
        int end = start + bare.length();
        if (bare.length() > 2
                && !isNegative(bare)
                && "-*\u2022".indexOf(bare.charAt(0)) >= 0
                && bare.charAt(1) == ' ') {
            start += 2;
            bare = bare.substring(2);
        }
        List<Item> items = Items.in(passage, start, end);
        if (isChain(passage, items, start, end)) {
            return Optional.empty();
        }
        boolean answer = MathRunOnly.is(bare) && hasContent(bare)
                || isNumberWithUnit(bare, items, start)
                || isNames(unemphasised(bare), items);
        return answer ? Span.trimmed(text, start, end) : Optional.empty();
    }

    /** A letter of choice that stands alone. */
    static Optional<Span> letter(String text) {
        String bare = text.strip();
        boolean letter = !bare.isEmpty() && bare.charAt(0) >= 'A' && bare.charAt(0) <= 'J';
        boolean alone = letter && (bare.length() == 1 || bare.length() == 2 && ".)".indexOf(bare.charAt(1)) >= 0);
        int start = text.indexOf(bare);
        return alone ? Optional.of(new Span(bare.substring(0, 1), start, start + 1)) : Optional.empty();
    }

    /** A number behind a minus sign and a space, and nothing else: no item of a list. */
    private static boolean isNegative(String bare) {
        int end = 2;
        while (bare.startsWith("- ") && end < bare.length() && "0123456789.,/$".indexOf(bare.charAt(end)) >= 0) {
            end++;
        }
        return end > 2 && end == bare.length();
    }

    private static boolean hasContent(String bare) {
        return bare.chars()
                        .anyMatch(
                                c -> Character.isLetterOrDigit(c) || NumberScanner.isVulgar((char) c) || c == '\u221E')
                || bare.equals("\\infty");
    }

    /** A computation with its result: the result is the answer, not the whole. */
    private static boolean isChain(Passage passage, List<Item> items, int start, int end) {
        int sign = passage.text().indexOf('=', start);
        boolean sum =
                sign >= 0 && sign < end && !items.isEmpty() && items.get(0).kind() == Item.Kind.NUMBER;
        return sum
                && items.get(0).end() <= sign
                && Equation.last(passage, start, end).isPresent();
    }

    private static boolean isNumberWithUnit(String bare, List<Item> items, int start) {
        String[] words = bare.split("\\s+");
        boolean formulas = items.size() > 1 && items.get(0).kind() == Item.Kind.FORMULA;
        boolean opens = !items.isEmpty() && !formulas && items.get(0).start() <= start + 2 && bare.indexOf('=') < 0;
        return opens && words.length <= MOST_WORDS && !says(words);
    }

    private static String unemphasised(String bare) {
        boolean opens = bare.charAt(0) == '*' || bare.charAt(0) == '_';
        return opens ? bare.replaceAll("^[*_]{1,3}|[*_]{1,3}\\.?$|\\.[*_]{1,3}$", "") : bare;
    }

    private static boolean isNames(String bare, List<Item> items) {
        if (AnswerWords.isKnown(bare)) {
            return true;
        }
        String[] words = bare.split("\\s+");
        boolean letters = bare.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || "-'.()".indexOf(c) >= 0);
        boolean stop = bare.endsWith(".") && words.length > 1;
        return items.isEmpty() && letters && !stop && words.length <= MOST_NAMES && !says(words)
                || items.size() == 1 && items.get(0).kind() == Item.Kind.CHOICE && words.length <= 2;
    }

    private static boolean says(String[] words) {
        for (String word : words) {
            if (SAYING.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}

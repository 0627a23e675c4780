package org.lemmalab.solution;

import java.util.Locale;
import java.util.Set;

/** Says whether two boxes, or two formulas, are parts of one answer: what stands between them only joins. */
final class BoxJoint {
    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 5;
    private static final Set<String> TURNS = Set.of(
            "then",
            "rather",
            "get",
            "we",
            "i",
            "now",
            "so",
            "hence",
            "thus",
            "therefore",
            "but",
            "not",
            "wait",
            "instead",
            "actually",
            "is",
            "are",
            "was",
            "correction",
            "gives",
            "which",
            "because",
            "since",
            "if",
            "where",
            "that",
            "means",
            "no",
            "simplifies",
            "equals",
            "also",
            "finally",
            "answer",
            "it",
            "final",
            "than",
            "step",
            "using",
            "from",
            "implies",
            "giving",
            "same",
            "approximately",
            "about",
            "i.e",
            "equivalently",
            "simply");

    private BoxJoint() {}

    /** Whether what stands between two places joins what stands before and behind. */
    static boolean joins(String text, int from, int to) {
        if (to < from || to - from > LONGEST) {
            return false;
        }
        String between = text.substring(from, to)
                .replaceAll("\\n\\s*(?:\\(?[a-h1-9]\\)|[1-9]\\.)(?=\\s)", " , ")
                .replaceAll("\\n\\s*[\u2022\u25E6\u25AA\u2023\u25CF\u2043*-](?=\\s)", " , ")
                .replaceAll("\\\\(?:text|mbox|textrm|mathrm)\\s*\\{([^{}]*)\\}", " $1 ")
                .replaceAll("\\\\q?quad|\\\\[()\\[\\],;:! ]|\\\\\\\\|[$&*_{}]", " ")
                .replaceAll("\\\\(?:left|right|displaystyle|begin|end|vee|lor|wedge|land)\\b", " or ");
        if (between.indexOf('\\') >= 0 || endsSentence(between)) {
            return false;
        }
        return joinsInWords(between);
    }

    private static boolean endsSentence(String between) {
        for (int i = 0; i < between.length(); i++) {
            char c = between.charAt(i);
            if (c == '.' || c == '!' || c == '?') {
                return true;
            }
        }
        return false;
    }

    private static boolean joinsInWords(String between) {
        boolean joint = between.isBlank();
        int words = 0;
        for (String part : between.replaceAll("([,;:=()|-])", " $1 ").strip().split("\\s+")) {
            String word = part.toLowerCase(Locale.ROOT);
            if (word.isEmpty()) {
                continue;
            }
            boolean sign = word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
            joint |=
                    word.equals("and") || word.equals("or") || word.equals(",") || word.equals(";") || word.equals("-");
            words += sign ? 0 : 1;
            if (TURNS.contains(word) || !sign && !word.chars().allMatch(Character::isLetter)) {
                return false;
            }
        }
        boolean bare = !between.contains(",") || between.matches("(?s).*\\b(?:and|or)\\b.*") || words <= 1;
        return joint && words <= MOST_WORDS && bare;
    }
}

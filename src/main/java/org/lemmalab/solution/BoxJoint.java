package org.lemmalab.solution;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern LETTERED = Pattern.compile("\\n\\s*(?:\\(?[a-h1-9]\\)|[1-9]\\.)(?=\\s)");
    private static final Pattern BULLET = Pattern.compile("\\n\\s*[\u2022\u25E6\u25AA\u2023\u25CF\u2043*-](?=\\s)");
    private static final Pattern TEXT = Pattern.compile("\\\\(?:text|mbox|textrm|mathrm)\\s*\\{([^{}]*)\\}");
    private static final Pattern SPACING = Pattern.compile("\\\\q?quad|\\\\[()\\[\\],;:! ]|\\\\\\\\|[$&*_{}]");
    private static final Pattern COMMAND =
            Pattern.compile("\\\\(?:left|right|displaystyle|begin|end|vee|lor|wedge|land)\\b");
    private static final Pattern SIGN = Pattern.compile("([,;:=()|-])");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CONJUNCTION = Pattern.compile("\\b(?:and|or)\\b");

    private BoxJoint() {}

    /** Whether what stands between two places joins what stands before and behind. */
    static boolean joins(String text, int from, int to) {
        if (to < from || to - from > LONGEST) {
            return false;
        }
        String between = joining(text.substring(from, to));
        if (between.indexOf('\\') >= 0 || endsSentence(between)) {
            return false;
        }
        return joinsInWords(between);
    }

    /** What stands between without marks of a list, spacing and commands that only place it. */
    private static String joining(String between) {
        String listed =
                BULLET.matcher(LETTERED.matcher(between).replaceAll(" , ")).replaceAll(" , ");
        String plain = SPACING.matcher(TEXT.matcher(listed).replaceAll(" $1 ")).replaceAll(" ");
        return COMMAND.matcher(plain).replaceAll(" or ");
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
        for (String part : SPACE.split(SIGN.matcher(between).replaceAll(" $1 ").strip())) {
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
        boolean bare = !between.contains(",") || CONJUNCTION.matcher(between).find() || words <= 1;
        return joint && words <= MOST_WORDS && bare;
    }
}

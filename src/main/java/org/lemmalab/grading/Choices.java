package org.lemmalab.grading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Letters of multiple-choice questions: "(B)", "option B", "B. 12", "A and C", "AC". */
final class Choices {
    private static final String GAP = "(?:[}\\s~]|\\\\[ ,;:!]|\\\\q?quad(?![a-z]))";
    private static final Pattern PREFIX = Pattern.compile("^(?:\\\\(?:text|textbf|textrm|mathbf|mathrm|bf|rm)\\{?\\s*)*"
            + "(?:\\(([A-Ja-j])\\)(?:" + GAP + "+|(?=\\d))|([A-J])[).:]" + GAP + "+)(?=[^\\s}=<>])");
    private static final Pattern ALONE =
            Pattern.compile("(?:the )?(?:correct )?(?:option|choice|answer|letter)? ?(?:is )?:? ?\\(?([a-j])[).:]?");
    private static final Pattern SEVERAL = Pattern.compile(
            "(?:options |choices |answers )?\\(?[a-j]\\)?(?:(?:, ?and |, ?| and | & | ?; ?|(?<=\\)) ?(?=\\())\\(?[a-j]\\)?)+");
    private static final int LONGEST = 40;

    private Choices() {}

    /**
     * The letters of an answer that is nothing else, as capitals.
     *
     * @param words its plain words in small letters
     * @param normal its text without formatting
     */
    static Optional<String> letters(String words, String normal) {
        if (words.isEmpty() || words.length() > LONGEST) {
            return Optional.empty();
        }
        if (words.length() == 1) {
            char c = words.charAt(0);
            return c >= 'a' && c <= 'j' ? Optional.of(capitals(words)) : Optional.empty();
        }
        if (isRun(normal)) {
            return Optional.of(normal);
        }
        char last = words.charAt(words.length() - 1);
        boolean possible = last >= 'a' && last <= 'j' || last == ')';
        if (!possible) {
            return Optional.empty();
        }
        Matcher alone = ALONE.matcher(words);
        if (alone.matches()) {
            return Optional.of(capitals(alone.group(1)));
        }
        return SEVERAL.matcher(words).matches() ? Optional.of(sorted(words)) : Optional.empty();
    }

    /** Capitals in ascending order: AC, BCD. */
    private static boolean isRun(String normal) {
        if (normal.length() > 6) {
            return false;
        }
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (c < 'A' || c > 'J' || i > 0 && c <= normal.charAt(i - 1)) {
                return false;
            }
        }
        return true;
    }

    private static String sorted(String words) {
        return words.replaceAll("\\b(?:options|choices|answers|and)\\b", "")
                .chars()
                .filter(Character::isLetter)
                .sorted()
                .mapToObj(letter -> String.valueOf((char) letter).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The letter before a choice's text, and how long it is with its mark and formatting; empty where there is none. */
    static Optional<Prefix> prefix(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean possible = text.length() > 2 && (first == '(' || first == '\\' || ").:".indexOf(text.charAt(1)) >= 0);
        Matcher prefix = possible ? PREFIX.matcher(text) : null;
        if (prefix == null || !prefix.find()) {
            return Optional.empty();
        }
        String letter = prefix.group(1) == null ? prefix.group(2) : prefix.group(1);
        return Optional.of(new Prefix(capitals(letter), prefix.end()));
    }

    private static String capitals(String letters) {
        return letters.toUpperCase(Locale.ROOT);
    }

    /** A choice's letter and where its text begins. */
    record Prefix(String letter, int length) {}
}

package org.lemmalab.grading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.ClockTime;
import org.lemmalab.grading.Node.Words;

/** Reads an answer's text: as a time of day, as mathematics, as a number in words, or as words. */
final class AnswerReader {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?::([0-5]\\d))? ?(a\\.? ?m|p\\.? ?m|)\\.?");
    private static final Pattern COUNTED = Pattern.compile("^([^()]*\\d\\S*) +\\(([a-zA-Z' -]{3,})\\)$");
    private static final Pattern BLANK = Pattern.compile("(?:\\\\(?:text[a-z]*|mbox|math[a-z]+|boxed|fbox)\\s*|[{}\\s$])+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{2,}");

    private final PercentReading percent;
    private final Budget budget;

    AnswerReader(PercentReading percent, Budget budget) {
        this.percent = percent;
        this.budget = budget;
    }

    /**
     * @param raw an answer's text
     * @param commaGroups whether 1,234 is one number where it may also be two
     * @return the answer; any text can be read, as words if as nothing else
     */
    Answer read(String raw, boolean commaGroups) {
        String text = Wrapping.without(Separators.certain(Typography.plain(raw)).strip());
        Matcher counted = text.endsWith(")") ? COUNTED.matcher(text) : null;
        text = counted != null && counted.matches() ? counted.group(1) + " \\text{" + counted.group(2) + "}" : text;
        String normal = isBlank(text) ? "" : Formatting.normal(text);
        boolean letters = normal.chars().anyMatch(Character::isLetter);
        Optional<Choices.Prefix> choice = letters ? Choices.prefix(text) : Optional.empty();
        if (choice.isPresent()) {
            Answer content = read(text.substring(choice.get().length()), commaGroups);
            return new Answer(normal, Formatting.words(text), content.node(), choice.get().letter());
        }
        String words = letters ? Formatting.words(text) : normal;
        return new Answer(normal, words, node(text, normal, words, commaGroups), "");
    }

    /** Whether nothing is left but commands that set text, and their braces. */
    private static boolean isBlank(String text) {
        boolean possible = text.startsWith("\\") && text.endsWith("}") && text.length() < 30;
        return possible && BLANK.matcher(text).matches();
    }

    private Node node(String text, String normal, String words, boolean commaGroups) {
        Matcher clock = words.length() <= 12 ? CLOCK.matcher(words) : null;
        if (clock != null
                && clock.matches()
                && (clock.group(2) != null || !clock.group(3).isEmpty())) {
            return clockTime(clock);
        }
        Optional<Node> based = words.length() > 5 && words.length() < 60 ? BaseNumber.inWords(words) : Optional.empty();
        if (based.isPresent()) {
            return based.get();
        }
        Optional<Node> meaning = words.isEmpty() ? Optional.empty() : WordAnswers.meaning(words);
        if (meaning.isPresent()) {
            return meaning.get();
        }
        if (isName(words, normal) || WordAnswers.isProse(text)) {
            return words(words, normal);
        }
        try {
            return Normaliser.normal(AnswerParser.parse(Tokenizer.tokens(text, budget), budget, percent, commaGroups));
        } catch (NoMathematics e) {
            return words(words, normal);
        }
    }

    private static Node clockTime(Matcher clock) {
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        String meridiem = clock.group(3).replaceAll("[^apm]", "");
        return new ClockTime(Integer.parseInt(clock.group(1)), minute, meridiem);
    }

    /** Whether the whole answer is one word, not a product of a few small letters. */
    private static boolean isName(String words, String normal) {
        boolean word = NAME.matcher(words).matches();
        String function = Vocabulary.FUNCTIONS.getOrDefault(words, "");
        boolean known = !function.isEmpty() && !Vocabulary.BRACKETED.contains(function)
                || Vocabulary.CONSTANTS.containsKey(words);
        return word
                && !known
                && normal.indexOf('\\') < 0
                && (words.length() > 3 || !normal.equals(words) || WordAnswers.isShortWord(words));
    }

    private static Node words(String words, String normal) {
        return NumberWords.value(words).orElseGet(() -> new Words(normal));
    }
}

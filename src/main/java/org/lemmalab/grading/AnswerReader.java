package org.lemmalab.grading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.Words;

/** Reads an answer's text: as a time of day, as mathematics, as a number in words, or as words. */
final class AnswerReader {
    private static final Pattern COUNTED = Pattern.compile("^([^()]*\\d\\S*) +\\(([a-zA-Z' -]{3,})\\)$");
    private static final Pattern BLANK =
            Pattern.compile("(?:\\\\(?:text[a-z]*|mbox|math[a-z]+|boxed|fbox)\\s*|[{}\\s$])+");

    private final GradingSettings settings;
    private final Budget budget;

    AnswerReader(GradingSettings settings, Budget budget) {
        this.settings = settings;
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
        boolean letters = hasLetter(normal);
        Optional<Choices.Prefix> choice = letters ? Choices.prefix(text) : Optional.empty();
        if (choice.isPresent()) {
            Answer content = read(text.substring(choice.get().length()), commaGroups);
            return new Answer(
                    normal, Formatting.words(text), content.node(), choice.get().letter());
        }
        String words = letters ? Formatting.words(text) : normal;
        return new Answer(normal, words, node(text, normal, words, commaGroups), "");
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing is left but commands that set text, and their braces. */
    private static boolean isBlank(String text) {
        boolean possible = text.startsWith("\\") && text.endsWith("}") && text.length() < 30;
        return possible && BLANK.matcher(text).matches();
    }

    private Node node(String text, String normal, String words, boolean commaGroups) {
        Optional<Node> named = moment(words);
        if (named.isPresent()) {
            return named.get();
        }
        String ratio = words.contains("ratio ") ? QuantityWords.withoutRatio(text) : text;
        if (ratio.length() < text.length()) {
            return node(ratio, Formatting.normal(ratio), Formatting.words(ratio), commaGroups);
        }
        Optional<Node> based = words.length() > 5 && words.length() < 60 ? BaseNumber.inWords(words) : Optional.empty();
        if (based.isPresent()) {
            return based.get();
        }
        Optional<Node> meaning = words.isEmpty()
                ? Optional.empty()
                : WordAnswers.meaning(words).or(() -> SetPhrases.read(text, words, this::mathematics));
        if (meaning.isPresent()) {
            return meaning.get();
        }
        if (isName(words, normal) || WordAnswers.isProse(text)) {
            return words(words, normal);
        }
        Optional<Qualifiers.Parts> parts = Qualifiers.split(text, this::mathematics);
        if (parts.isPresent()) {
            Answer answer = read(parts.get().answer(), commaGroups);
            return answer.node() instanceof Words
                    ? words(words, normal)
                    : Qualifiers.qualified(answer.node(), parts.get().conditions(), budget);
        }
        try {
            return mathematics(text, commaGroups);
        } catch (NoMathematics e) {
            return words(words, normal);
        }
    }

    private Node mathematics(String text) {
        return mathematics(text, true);
    }

    private Node mathematics(String text, boolean commaGroups) {
        Node parsed = AnswerParser.parse(Tokenizer.tokens(text, budget), budget, settings, commaGroups);
        return Qualifiers.normal(Normaliser.normal(parsed), budget);
    }

    /** A duration, a time of day or a date. */
    private static Optional<Node> moment(String words) {
        if (words.length() < 3 || isNumber(words)) {
            return Optional.empty();
        }
        Optional<Node> duration = QuantityWords.duration(words);
        if (duration.isPresent()) {
            return duration;
        }
        Optional<Node> time = ClockReader.read(words).map(Node.class::cast);
        return time.isPresent() ? time : DateReader.read(words).map(Node.class::cast);
    }

    private static boolean isNumber(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if ((c < '0' || c > '9') && c != ',' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Whether the whole answer is one word, not a product of a few small letters. */
    private static boolean isName(String words, String normal) {
        if (!WordAnswers.isWord(words)) {
            return false;
        }
        String function = Vocabulary.FUNCTIONS.getOrDefault(words, "");
        boolean known = !function.isEmpty() && !Vocabulary.BRACKETED.contains(function)
                || Vocabulary.CONSTANTS.containsKey(words);
        return !known
                && normal.indexOf('\\') < 0
                && (words.length() > 3 || !normal.equals(words) || WordAnswers.isWordAlone(words));
    }

    private static Node words(String words, String normal) {
        return NumberWords.value(words).or(() -> QuantityWords.spelled(words)).orElseGet(() -> new Words(normal));
    }
}

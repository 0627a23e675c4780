package org.lemmalab.reflection.program;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.problem.program.QuestionValues;

/** Words taken from the question, and words for operators. */
final class Phrases {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int WORDS_AROUND = 5;
    private static final int LONGEST_QUESTION = 160;

    private Phrases() {}

    /** The question's last sentence, where it is one and short enough to repeat. */
    static Optional<String> lastQuestion(String question) {
        List<String> sentences = sentences(question);
        String last = sentences.get(sentences.size() - 1);
        boolean asks = last.endsWith("?") && last.length() <= LONGEST_QUESTION && last.indexOf('"') < 0;
        return asks ? Optional.of(last) : Optional.empty();
    }

    /** A few words of the question around a number, where one sentence alone has it. */
    static Optional<String> around(String question, BigFraction number) {
        List<String> found = sentences(question).stream()
                .filter(sentence -> QuestionValues.of(sentence).states(number))
                .toList();
        return found.size() == 1 ? window(found.get(0), number) : Optional.empty();
    }

    private static Optional<String> window(String sentence, BigFraction number) {
        List<String> words = Arrays.asList(SPACE.split(sentence.strip()));
        return IntStream.range(0, words.size())
                .filter(i -> NumbersInText.read(words.get(i)).contains(number)
                        || QuestionValues.of(words.get(i)).stated().contains(number))
                .mapToObj(i -> String.join(
                        " ", words.subList(Math.max(0, i - WORDS_AROUND), Math.min(words.size(), i + WORDS_AROUND))))
                .map(text -> text.replaceAll("[.,;:?!]+$", ""))
                .filter(text -> text.indexOf('"') < 0)
                .findFirst();
    }

    private static List<String> sentences(String text) {
        return Arrays.asList(SENTENCE_END.split(text.strip()));
    }

    /** What one does with an operator, in the past tense. */
    static String verb(Operator operator) {
        return switch (operator) {
            case ADD -> "added";
            case SUBTRACT -> "subtracted";
            case MULTIPLY -> "multiplied";
            case DIVIDE -> "divided";
            case POWER -> "raised";
        };
    }
}

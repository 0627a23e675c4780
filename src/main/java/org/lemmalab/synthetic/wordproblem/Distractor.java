package org.lemmalab.synthetic.wordproblem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Somebody in a story of whom something is told that no step needs. */
public final class Distractor {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Distractor() {}

    /**
     * @param story a synthetic story
     * @param expression what a step works out, for example {@code 12+5}
     * @return whose number it uses: somebody of whom no step speaks, and the only one whom the sentences with this number name; empty
     *     where there is no such person
     */
    public static Optional<String> of(WordProblem story, String expression) {
        List<String> sentences = Arrays.asList(story.problem().question().split("(?<=[.?]) "));
        List<String> persons = Arrays.stream(story.entities().split("\\|"))
                .filter(entity -> !entity.isEmpty() && Character.isUpperCase(entity.charAt(0)))
                .toList();
        return NUMBER.matcher(expression)
                .results()
                .map(MatchResult::group)
                .flatMap(number -> owner(number, sentences, persons).stream())
                .filter(person -> !isInASolution(story.plan(), person))
                .findFirst();
    }

    private static Optional<String> owner(String number, List<String> sentences, List<String> persons) {
        List<String> stating =
                sentences.stream().filter(each -> isIn(number, each)).toList();
        List<String> named = persons.stream()
                .filter(person -> stating.stream().anyMatch(each -> isIn(person, each)))
                .toList();
        boolean isAlone = named.size() == 1 && stating.stream().allMatch(each -> isIn(named.get(0), each));
        return isAlone ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isInASolution(Plan plan, String person) {
        return plan.steps().stream()
                .flatMap(step -> step.wordings().stream())
                .anyMatch(wording -> isIn(person, wording));
    }

    private static boolean isIn(String word, String text) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b")
                .matcher(text)
                .find();
    }
}

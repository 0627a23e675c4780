package org.lemmalab.mistake.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Reading;

/**
 * How a step reads beside the lines of the gold solution.
 *
 * @param hasCounterpart whether a gold line works out a value that this step works out
 * @param counterpart the share of words that the two have in common, from 0 to 1; 0 where there is no such line
 * @param foreignUnit whether the word after the result stands neither in that line nor in the question
 * @param other how much more it reads like a gold line with another result, from 0 to 1
 * @param goldAnswer whether it works out the gold answer
 */
record Likeness(boolean hasCounterpart, double counterpart, boolean foreignUnit, double other, boolean goldAnswer) {
    static Likeness of(Gold gold, Set<String> words, Reading reading, List<Double> results) {
        Optional<GoldLine> counterpart = gold.steps().stream()
                .filter(line -> results.stream().anyMatch(line.results()::contains))
                .max(Comparator.comparingDouble(line -> line.likeness(words)));
        double same = counterpart.map(line -> line.likeness(words)).orElse(0.0);
        double best = gold.steps().stream()
                .filter(line -> results.stream().noneMatch(line.results()::contains))
                .mapToDouble(line -> line.likeness(words))
                .max()
                .orElse(0);
        boolean answers = gold.answer().isPresent()
                && results.stream()
                        .anyMatch(result -> Points.same(result, gold.answer().getAsDouble()));
        boolean foreign = counterpart.isPresent()
                && reading.links().stream().anyMatch(link -> isForeign(link, counterpart.get(), gold));
        return new Likeness(counterpart.isPresent(), same, foreign, Math.max(0, best - same), answers);
    }

    private static boolean isForeign(Link link, GoldLine line, Gold gold) {
        List<String> units = link.right().units();
        if (units.isEmpty() || link.right().value(Map.of()).isEmpty()) {
            return false;
        }
        Set<String> unit = Words.of(units.get(0));
        return unit.stream()
                .noneMatch(word ->
                        line.words().contains(word) || gold.questionWords().contains(word));
    }
}

package org.lemmalab.mistake.evidence;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Reading;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;

/**
 * One line of a gold solution.
 *
 * @param words its words
 * @param numbers its numbers
 * @param results what it works out
 * @param units the words after its results
 */
record GoldLine(Set<String> words, Values numbers, Values results, Set<String> units) {
    private static final double CLOSE = 1e-9;

    static GoldLine of(String line, Reading reading) {
        Values numbers = new Values();
        Values results = new Values();
        Set<String> units = new HashSet<>();
        reading.numbers().forEach(number -> numbers.add(number.doubleValue()));
        for (Equation equation : EquationReader.read(line)) {
            equation.result().ifPresent(result -> results.add(result.doubleValue()));
        }
        for (Link link : reading.links()) {
            link.right().value(Map.of()).ifPresent(results::add);
            link.right().units().forEach(unit -> units.addAll(Words.of(unit)));
        }
        return new GoldLine(Words.of(EquationReader.withoutAnnotations(line)), numbers, results, units);
    }

    /** The share of common words, from 0 to 1. */
    double likeness(Set<String> others) {
        long shared = words.stream().filter(others::contains).count();
        double all = words.size() + others.size() - shared;
        return all < CLOSE ? 0 : shared / all;
    }
}

package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.reading.Reading;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.NumbersInText;

/**
 * A step as arithmetic sees it.
 *
 * @param number its number, from 1
 * @param text its text
 * @param equations its equations
 * @param facts the numbers that it states outside of equations
 * @param words its words
 */
record StepReading(int number, String text, List<Equation> equations, List<BigFraction> facts, Set<String> words) {
    static StepReading of(int number, String text) {
        List<Equation> equations = equations(text);
        String shown = EquationReader.withoutAnnotations(text);
        return new StepReading(number, shown, equations, facts(shown, equations), Words.of(shown));
    }

    /** Calculator annotations where there are some; else what can be read from LaTeX and plain text. */
    private static List<Equation> equations(String text) {
        List<Equation> known = EquationReader.read(text);
        List<Equation> read = text.contains("<<") ? List.of() : Reading.of(text).equations();
        return read.isEmpty() ? known : read;
    }

    static List<StepReading> all(List<String> texts) {
        List<StepReading> readings = new ArrayList<>();
        for (String text : texts) {
            readings.add(of(readings.size() + 1, text));
        }
        return readings;
    }

    private static List<BigFraction> facts(String text, List<Equation> equations) {
        List<BigFraction> numbers = new ArrayList<>(NumbersInText.read(text));
        for (Equation equation : equations) {
            equation.expression().numbers().forEach(numbers::remove);
            equation.stated().ifPresent(numbers::remove);
        }
        return List.copyOf(numbers);
    }
}

package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Formula;
import org.lemmalab.mistake.departure.PathCheck;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Reading;
import org.lemmalab.mistake.reading.Term;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.EquationReader;

/** What question and gold solution state: values, expressions, words and, where there is one, the program. */
final class Gold {
    private final PathCheck path;
    private final Values values = new Values();
    private final Values question = new Values();
    private final Set<String> lines = new HashSet<>();
    private final List<GoldLine> steps;
    private final OptionalDouble answer;
    private final List<Double> questionNumbers;
    private final Set<String> words;
    private final Set<String> questionWords;
    private final boolean solvable;

    private Gold(Problem problem) {
        path = PathCheck.of(problem);
        words = Words.of(problem.goldSolution());
        questionWords = Words.of(problem.question());
        problem.goldSolution()
                .lines()
                .map(Gold::normal)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        boolean displays = problem.goldSolution().indexOf('\\') >= 0;
        if (displays) {
            collect(Reading.of(problem.goldSolution()), values);
        }
        collect(Reading.of(problem.question()), question);
        steps = new ArrayList<>();
        for (String line :
                problem.goldSolution().lines().filter(each -> !each.isBlank()).toList()) {
            Reading reading = Reading.of(line);
            collect(reading, values);
            steps.add(GoldLine.of(line, reading));
        }
        answer = Formula.read(problem.goldAnswer())
                .map(read -> read.value(Map.of()))
                .orElse(OptionalDouble.empty());
        answer.ifPresent(values::add);
        questionNumbers = path.stated().stream().map(BigFraction::doubleValue).toList();
        solvable = path.isComplete();
    }

    static Gold of(Problem problem) {
        return new Gold(problem);
    }

    /** A line as it is compared: without annotations and spaces. */
    static String normal(String line) {
        String shown = EquationReader.withoutAnnotations(line);
        StringBuilder kept = new StringBuilder(shown.length());
        shown.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static void collect(Reading reading, Values into) {
        reading.numbers().forEach(number -> into.add(number.doubleValue()));
        for (Term term : reading.terms()) {
            Points.value(term, 0).ifPresent(into::add);
        }
        for (Link link : reading.links()) {
            for (double root : Unknowns.roots(link)) {
                into.add(root);
            }
        }
    }

    PathCheck path() {
        return path;
    }

    /** Whether the solution is a program of arithmetic that leads to the answer. */
    boolean isProgram() {
        return solvable;
    }

    boolean hasLine(String line) {
        return lines.contains(normal(line));
    }

    Set<String> words() {
        return words;
    }

    Set<String> questionWords() {
        return questionWords;
    }

    boolean inQuestion(double value) {
        return question.contains(value);
    }

    /** Whether the gold solution has the value, also as rounded to so many digits. */
    boolean has(double value, int decimals) {
        return values.containsRounded(value, decimals);
    }

    List<GoldLine> steps() {
        return steps;
    }

    /** The values that the question states. */
    List<Double> questionNumbers() {
        return questionNumbers;
    }

    OptionalDouble answer() {
        return answer;
    }
}

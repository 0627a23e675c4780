package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Program;
import org.lemmalab.problem.program.QuestionValues;

/** What question and gold solution state. */
final class GoldPath {
    private final QuestionValues question;
    private final Set<String> questionWords;
    private final List<StepReading> steps;
    private final Program program;
    private final Shifts shifts;
    private final Reachable shifted;
    private final Reachable plain;
    private final Set<BigFraction> results;
    private final Optional<BigFraction> answer;

    private GoldPath(Problem problem) {
        List<String> lines =
                problem.goldSolution().lines().filter(line -> !line.isBlank()).toList();
        question = QuestionValues.of(problem.question());
        questionWords = Words.of(problem.question());
        steps = StepReading.all(lines);
        program = Program.ofEquations(steps.stream().map(StepReading::equations).toList(), question);
        shifts = Shifts.of(question);
        shifted = Reachable.of(program, shifts);
        plain = Reachable.of(program, Shifts.none(question));
        results = program.operations().stream().map(Operation::value).collect(Collectors.toSet());
        answer = Numbers.answer(problem.goldAnswer());
    }

    static GoldPath of(Problem problem) {
        return new GoldPath(problem);
    }

    QuestionValues question() {
        return question;
    }

    Set<String> questionWords() {
        return questionWords;
    }

    List<StepReading> steps() {
        return steps;
    }

    Program program() {
        return program;
    }

    Shifts shifts() {
        return shifts;
    }

    /** The gold path in shifted values, see {@link PerturbedValue}. */
    Reachable shifted() {
        return shifted;
    }

    /** The results of the gold operations. */
    Set<BigFraction> results() {
        return results;
    }

    Optional<BigFraction> answer() {
        return answer;
    }

    /** Whether the program works out the gold answer; where the solution reasons beside its equations, it does not. */
    boolean isComplete() {
        return answer.map(results::contains).orElse(false);
    }

    /** The shadows of the gold results, and parts of gold expressions, that are worth a value. */
    List<Double> shadowsWorth(BigFraction value) {
        return shifted.partsWorth(value.doubleValue(), plain);
    }

    /** Whether a value lies on the gold path; it may do so by chance. */
    boolean reaches(BigFraction value) {
        return plain.reaches(value.doubleValue()) || answer.map(value::equals).orElse(false);
    }

    boolean reaches(double value) {
        return plain.reaches(value);
    }

    /** Whether the gold solution writes a number, in an expression or beside one. */
    boolean writes(BigFraction value) {
        return program.operations().stream()
                        .anyMatch(operation -> operation.numbers().contains(value))
                || steps.stream().anyMatch(step -> step.facts().contains(value));
    }

    /** Whether gold itself states this equation: then it is the set's way of writing, even where it is false. */
    boolean states(Equation equation) {
        return program.operations().stream()
                .anyMatch(operation -> operation.equation().stated().equals(equation.stated())
                        && operation.expression().equals(equation.expression()));
    }
}

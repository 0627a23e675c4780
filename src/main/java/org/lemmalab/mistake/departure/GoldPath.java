package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Program;
import org.lemmalab.problem.program.QuestionValues;

/**
 * What question and gold solution state.
 *
 * @param question the question's values
 * @param questionWords the question's words
 * @param steps the gold steps
 * @param program the gold program
 * @param reachable the values on the gold path, see {@link Reachable}
 * @param answer the gold answer; empty where it is no number
 */
record GoldPath(
        QuestionValues question,
        Set<String> questionWords,
        List<StepReading> steps,
        Program program,
        Set<BigFraction> reachable,
        Optional<BigFraction> answer) {
    static GoldPath of(Problem problem) {
        QuestionValues question = QuestionValues.of(problem.question());
        List<String> lines = problem.goldSolution().lines().toList();
        Program program = Program.of(lines, question);
        return new GoldPath(
                question,
                Words.of(problem.question()),
                StepReading.all(lines),
                program,
                Reachable.of(program),
                Numbers.answer(problem.goldAnswer()));
    }

    boolean reaches(BigFraction value) {
        return reachable.contains(value.abs()) || answer.map(value::equals).orElse(false);
    }

    Set<BigFraction> results() {
        return program.operations().stream().map(Operation::value).collect(Collectors.toSet());
    }

    /** Whether the gold solution writes a number, in an expression or beside one. */
    boolean writes(BigFraction value) {
        return program.operations().stream()
                        .anyMatch(operation -> operation.numbers().contains(value))
                || steps.stream().anyMatch(step -> step.facts().contains(value));
    }

    /** Whether gold itself states this false-looking equation: then it is the set's way of writing, no slip. */
    boolean states(org.lemmalab.problem.program.Equation equation) {
        return program.operations().stream()
                .anyMatch(operation -> operation.equation().stated().equals(equation.stated())
                        && operation.equation().computed().equals(equation.computed()));
    }
}

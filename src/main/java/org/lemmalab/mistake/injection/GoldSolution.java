package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Program;
import org.lemmalab.problem.program.QuestionValues;
import org.lemmalab.problem.program.WrittenEquation;
import org.lemmalab.problem.program.WrittenStep;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/**
 * A gold solution as an exact program whose every number has its place in the text.
 *
 * @param problem question and gold solution
 * @param question the values that the question states
 * @param questionWords the words of the question
 * @param figures the numbers that the question writes in figures
 * @param steps the steps
 * @param words the words of each step
 * @param program the operations
 * @param written where each operation is written, in the order of the operations
 * @param answer the index of the operation that has the gold answer as its result
 */
record GoldSolution(
        Problem problem,
        QuestionValues question,
        Set<String> questionWords,
        Set<BigFraction> figures,
        List<WrittenStep> steps,
        List<Set<String>> words,
        Program program,
        List<WrittenEquation> written,
        int answer) {
    /** A letter, possibly with a factor, on either side of an equals sign; or one with a factor beside an operator. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?<![\\p{L}<])\\d*[B-HJ-Zb-z]\\s*=|=\\s*\\d*[B-HJ-Zb-z](?![\\p{L}'’])|\\d[a-wyzA-Z] [+=-]");

    /** Reads a problem; refuses where its solution is no exact program. */
    static GoldSolution of(Problem problem) {
        QuestionValues question = QuestionValues.of(problem.question());
        List<WrittenStep> steps = StepSplitter.split(problem.goldSolution()).steps().stream()
                .map(Step::text)
                .map(text -> WrittenStep.read(text)
                        .orElseThrow(() -> new Refusal("the places of the gold solution's numbers cannot be told")))
                .toList();
        List<WrittenEquation> written = new ArrayList<>();
        List<List<Equation>> equations = new ArrayList<>();
        for (WrittenStep step : steps) {
            List<WrittenEquation> kept = step.equations().stream()
                    .filter(each -> each.equation().result().isPresent())
                    .toList();
            written.addAll(kept);
            equations.add(kept.stream().map(WrittenEquation::equation).toList());
        }
        Program program = Program.ofEquations(equations, question);
        requireSound(program);
        if (steps.stream().anyMatch(step -> UNKNOWN.matcher(step.text()).find())) {
            throw new Refusal("the gold solution reasons with unknowns");
        }
        return new GoldSolution(
                problem,
                question,
                Words.of(problem.question()),
                new HashSet<>(NumbersInText.read(problem.question())),
                steps,
                steps.stream().map(step -> Words.of(step.text())).toList(),
                program,
                List.copyOf(written),
                answer(program, problem));
    }

    private static void requireSound(Program program) {
        if (program.operations().isEmpty()) {
            throw new Refusal("the gold solution has no equation");
        }
        if (program.operations().stream().anyMatch(each -> each.equation().check() == Equation.Check.WRONG)) {
            throw new Refusal("an equation of the gold solution does not hold");
        }
    }

    private static int answer(Program program, Problem problem) {
        Optional<BigFraction> answer = Numbers.answer(problem.goldAnswer());
        for (int i = program.operations().size() - 1; i >= 0; i--) {
            if (answer.equals(Optional.of(program.operations().get(i).value()))) {
                return i;
            }
        }
        throw new Refusal("the gold solution's equations do not lead to its answer");
    }

    List<Operation> operations() {
        return program.operations();
    }

    Operation operation(int index) {
        return program.operations().get(index);
    }

    int size() {
        return program.operations().size();
    }

    /** The words of the step that holds an operation. */
    Set<String> wordsAt(int operation) {
        return words.get(operation(operation).step() - 1);
    }

    /** The indices of the operations in a step, the step counted from 1. */
    List<Integer> operationsIn(int step) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (operation(i).step() == step) {
                found.add(i);
            }
        }
        return found;
    }

    boolean isResult(BigFraction value) {
        return operations().stream().anyMatch(operation -> operation.value().equals(value));
    }

    /** Whether question or gold solution write the value anywhere. */
    boolean knows(BigFraction value) {
        return question.states(value)
                || question.impliesPercentOf(value)
                || figures.contains(value)
                || isResult(value)
                || operations().stream()
                        .anyMatch(operation -> operation.numbers().contains(value))
                || steps.stream()
                        .anyMatch(step -> step.facts().stream()
                                .anyMatch(fact -> fact.value().equals(value)));
    }

    /** Whether the solution has calculator annotations, so that added equations should have them too. */
    boolean isAnnotated() {
        return steps.stream().anyMatch(step -> step.text().contains("<<"));
    }
}

package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.problem.program.Expression.Literal;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operand;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.problem.program.SoundProgram;
import org.lemmalab.problem.program.Source;

/**
 * The way back from a program's answer to one of its numbers: what does not depend on the number is worked out first, then every operation
 * on the path from the number to the answer is undone, the last one first. Possible where the number is used once, and so is each result
 * on the path.
 */
final class Inversion {
    private final SoundProgram program;
    private final List<String> steps = new ArrayList<>();

    private Inversion(SoundProgram program) {
        this.program = program;
    }

    /**
     * @param program a sound program
     * @param value a value of its question
     * @return the steps back to the value, with calculator annotations, the last of them stating it; empty where there is no way
     */
    static Optional<List<String>> of(SoundProgram program, BigFraction value) {
        Inversion inversion = new Inversion(program);
        return inversion.path(value).filter(path -> inversion.walk(path, value)).map(path -> inversion.steps);
    }

    /** A place on the path: an operation and which of its numbers depends on the hidden one. */
    private record Place(int operation, int operand) {}

    /** From the operation that uses the number to the last one. */
    private Optional<List<Place>> path(BigFraction value) {
        Optional<Place> next = single(operand ->
                operand.source() == Source.QUESTION && operand.value().equals(value));
        List<Place> path = new ArrayList<>();
        while (next.isPresent()) {
            path.add(next.get());
            int at = next.get().operation();
            if (at == program.operations().size() - 1) {
                return Optional.of(path);
            }
            next = single(operand -> operand.resultOf().equals(OptionalInt.of(at)));
        }
        return Optional.empty();
    }

    /** The one place among the needed operations; empty where there are several or none. */
    private Optional<Place> single(Predicate<Operand> wanted) {
        List<Place> places = new ArrayList<>();
        for (int index : program.needed()) {
            List<Operand> operands = program.operations().get(index).operands();
            for (int i = 0; i < operands.size(); i++) {
                if (wanted.test(operands.get(i))) {
                    places.add(new Place(index, i));
                }
            }
        }
        return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
    }

    private boolean walk(List<Place> path, BigFraction value) {
        Set<Integer> needed = program.needed();
        path.forEach(place -> needed.remove(place.operation()));
        for (int index : needed) {
            Operation operation = program.operations().get(index);
            if (!step("Without x: ", operation.expression())) {
                return false;
            }
        }
        BigFraction target =
                program.operations().get(program.operations().size() - 1).value();
        for (int i = path.size() - 1; i >= 0; i--) {
            Expression tree = program.operations().get(path.get(i).operation()).expression();
            Optional<BigFraction> before = undone(tree, path.get(i).operand(), target);
            if (before.isEmpty()) {
                return false;
            }
            target = before.get();
        }
        return target.equals(value) && close(value);
    }

    /** Undoes an expression down to one of its numbers, one operator a step. */
    private Optional<BigFraction> undone(Expression tree, int place, BigFraction target) {
        if (!(tree instanceof Binary binary)) {
            return tree instanceof Literal ? Optional.of(target) : Optional.empty();
        }
        int left = binary.left().numbers().size();
        boolean inLeft = place < left;
        Expression known = inLeft ? binary.right() : binary.left();
        Optional<Expression> inverse = inverse(binary.operator(), inLeft, new Literal(target), known);
        Optional<BigFraction> before = inverse.flatMap(Expression::value);
        if (before.isEmpty() || !step("Going backwards, ", inverse.get())) {
            return Optional.empty();
        }
        return undone(inLeft ? binary.left() : binary.right(), inLeft ? place : place - left, before.get());
    }

    private static Optional<Expression> inverse(Operator operator, boolean inLeft, Literal target, Expression known) {
        return switch (operator) {
            case ADD -> Optional.of(new Binary(Operator.SUBTRACT, target, known));
            case MULTIPLY -> Optional.of(new Binary(Operator.DIVIDE, target, known));
            case SUBTRACT ->
                Optional.of(
                        inLeft
                                ? new Binary(Operator.ADD, target, known)
                                : new Binary(Operator.SUBTRACT, known, target));
            case DIVIDE ->
                Optional.of(
                        inLeft
                                ? new Binary(Operator.MULTIPLY, target, known)
                                : new Binary(Operator.DIVIDE, known, target));
            case POWER -> Optional.empty();
        };
    }

    /** Writes one equation; false where a number of it cannot be written in full, or it does not read back. */
    private boolean step(String lead, Expression expression) {
        String left = expression.toString();
        Optional<BigFraction> value = expression.value().filter(SoundProgram::isWritable);
        if (value.isEmpty() || left.contains("…")) {
            return false;
        }
        String result = Numbers.text(value.get());
        String annotation = left.replace("×", "*").replace(" ", "").replace(",", "") + "=" + result.replace(",", "");
        String text = lead + left + " = <<" + annotation + ">>" + result + ".";
        List<Equation> read = EquationReader.read(text);
        steps.add(text);
        return read.size() == 1
                && read.get(0).stated().equals(value)
                && read.get(0).computed().equals(value);
    }

    private boolean close(BigFraction value) {
        steps.add("So x is " + Numbers.text(value) + ".");
        return true;
    }
}

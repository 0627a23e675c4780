package org.lemmalab.synthetic.rewriting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.corpus.recipe.EquationList;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.problem.program.Expression.Literal;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.SoundProgram;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/**
 * Another way through a program: its equations taken apart into single operations or put together, in another valid order, operands
 * exchanged where that changes nothing, and worded anew. Every equation of the result is read back and worked out again.
 */
public final class OtherSolution {
    private static final int TRIES = 6;
    private static final int MOST_OPERATORS = 3;

    private final SoundProgram program;
    private final Random random;
    private int nextId;

    private OtherSolution(SoundProgram program, Random random) {
        this.program = program;
        this.random = random;
        this.nextId = program.operations().size();
    }

    /**
     * @param problem question and gold solution
     * @param seed decides way and wording
     * @return a solution whose equations are not the gold solution's list, or why there is none
     */
    public static Result<Solution> of(Problem problem, long seed) {
        return SoundProgram.of(problem).then(program -> {
            OtherSolution maker = new OtherSolution(program, new Random(seed));
            for (int i = 0; i < TRIES; i++) {
                Optional<Solution> found = maker.attempt();
                if (found.isPresent()) {
                    return Result.success(found.get());
                }
            }
            return Result.failure("the program allows no other way of writing it down");
        });
    }

    private Optional<Solution> attempt() {
        List<Working> workings = needed();
        int way = random.nextInt(3);
        if (way == 1) {
            workings = workings.stream().flatMap(each -> split(each).stream()).toList();
        } else if (way == 2) {
            workings = merged(workings);
        }
        List<String> steps = new ArrayList<>();
        StepWording wording = new StepWording(random);
        for (Working working : ordered(workings)) {
            steps.add(wording.step(random.nextBoolean() ? working.commuted() : working));
        }
        boolean isNew = !EquationList.of(steps)
                .equals(EquationList.of(program.problem().goldSolution().lines().toList()));
        return isNew && holds(steps) ? Optional.of(solution(steps)) : Optional.empty();
    }

    private Solution solution(List<String> steps) {
        return new Solution(
                StepSplitter.numbered(steps), Optional.of(program.problem().goldAnswer()));
    }

    /** Reads the steps back: one equation each, every one exact, the last one the answer. */
    private boolean holds(List<String> steps) {
        Optional<BigFraction> last = Optional.empty();
        for (String step : steps) {
            List<Equation> equations = EquationReader.read(step);
            if (equations.size() != 1
                    || equations.get(0).stated().isEmpty()
                    || !equations.get(0).stated().equals(equations.get(0).computed())) {
                return false;
            }
            last = equations.get(0).stated();
        }
        return last.equals(Optional.of(
                program.operations().get(program.operations().size() - 1).value()));
    }

    private List<Working> needed() {
        List<Working> workings = new ArrayList<>();
        for (int index : program.needed()) {
            Operation operation = program.operations().get(index);
            List<OptionalInt> sources =
                    operation.operands().stream().map(each -> each.resultOf()).toList();
            workings.add(new Working(
                    index, operation.expression(), sources, operation.value(), StepWording.label(program, operation)));
        }
        return workings;
    }

    /** One equation for each operator; as it is where a value between could not be written in full. */
    private List<Working> split(Working whole) {
        List<Working> parts = new ArrayList<>();
        int[] at = {0};
        Optional<Part> root = part(whole.expression(), whole, at, parts);
        if (root.isEmpty() || parts.size() < 2) {
            return List.of(whole);
        }
        Working last = parts.remove(parts.size() - 1);
        parts.add(new Working(whole.id(), last.expression(), last.sources(), whole.value(), whole.label()));
        return parts;
    }

    private record Part(Expression leaf, OptionalInt source) {}

    private Optional<Part> part(Expression tree, Working whole, int[] at, List<Working> parts) {
        if (!(tree instanceof Binary binary)) {
            return tree.operators().isEmpty()
                    ? Optional.of(new Part(tree, whole.sources().get(at[0]++)))
                    : Optional.empty();
        }
        Optional<Part> left = part(binary.left(), whole, at, parts);
        Optional<Part> right = left.flatMap(found -> part(binary.right(), whole, at, parts));
        if (right.isEmpty()) {
            return Optional.empty();
        }
        Expression simple =
                new Binary(binary.operator(), left.get().leaf(), right.get().leaf());
        Optional<BigFraction> value = simple.value().filter(SoundProgram::isWritable);
        value.ifPresent(found -> parts.add(new Working(
                nextId, simple, List.of(left.get().source(), right.get().source()), found, Working.Label.NONE)));
        return value.map(found -> new Part(new Literal(found), OptionalInt.of(nextId++)));
    }

    /** Writes results that are used once into the equation that uses them. */
    private List<Working> merged(List<Working> workings) {
        List<Working> left = new ArrayList<>(workings);
        for (int i = 0; i < left.size() - 1; i++) {
            Working inner = left.get(i);
            List<Working> users = left.stream()
                    .filter(each -> !each.uses(inner.id()).isEmpty())
                    .toList();
            if (users.size() == 1 && fits(inner, users.get(0)) && random.nextInt(3) > 0) {
                Working user = users.get(0);
                left.set(
                        left.indexOf(user),
                        user.inlined(inner, user.uses(inner.id()).get(0)));
                left.remove(i--);
            }
        }
        return left;
    }

    private static boolean fits(Working inner, Working user) {
        int operators = inner.expression().operators().size()
                + user.expression().operators().size();
        return user.uses(inner.id()).size() == 1 && operators <= MOST_OPERATORS;
    }

    /** A random order in which every result stands before its use; the answer's equation stays last. */
    private List<Working> ordered(List<Working> workings) {
        List<Working> open = new ArrayList<>(workings);
        List<Working> order = new ArrayList<>();
        Set<Integer> waiting = new TreeSet<>();
        workings.forEach(each -> waiting.add(each.id()));
        while (!open.isEmpty()) {
            List<Working> ready = open.stream()
                    .filter(each -> each.sources().stream()
                            .noneMatch(source -> source.isPresent() && waiting.contains(source.getAsInt())))
                    .toList();
            Working next = ready.get(random.nextInt(ready.size()));
            open.remove(next);
            waiting.remove(next.id());
            order.add(next);
        }
        return order;
    }
}

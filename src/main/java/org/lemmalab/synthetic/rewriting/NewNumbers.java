package org.lemmalab.synthetic.rewriting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.NumbersInText.Located;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.Program;
import org.lemmalab.problem.program.SoundProgram;

/**
 * The same program with other numbers and other names: figures of the question that the program uses are drawn anew, every operation
 * is worked out again, and question and solution are rewritten number by number. Whole results stay whole, positive ones positive, and
 * the question's figures keep their order of size, so that nobody sells more than they have.
 */
public final class NewNumbers {
    private static final int TRIES = 120;
    private static final BigFraction HUNDRED = BigFraction.of(100);

    private final SoundProgram program;
    private final Random random;
    private final List<Located> figures;
    private final List<FreeFigure> free;

    private NewNumbers(SoundProgram program, Random random) {
        this.program = program;
        this.random = random;
        this.figures = NumbersInText.locate(program.problem().question());
        this.free = FreeFigure.all(program);
    }

    /**
     * @param problem question and gold solution
     * @param seed decides numbers and names
     * @return the new problem, its id with {@code /similar/seed} after it, or why there is none
     */
    public static Result<Problem> of(Problem problem, long seed) {
        return SoundProgram.of(problem).then(program -> {
            if (!program.isExplained()) {
                return Result.failure("the gold solution has a number that is neither stated nor worked out");
            }
            if (!FreeFigure.allUsed(program)) {
                return Result.failure("the question has a figure that the solution does not use");
            }
            NewNumbers maker = new NewNumbers(program, new Random(seed));
            return maker.free.isEmpty()
                    ? Result.failure("no figure of the question can be changed for sure")
                    : maker.problem(problem.id() + "/similar/" + seed);
        });
    }

    private Result<Problem> problem(String id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Map<BigFraction, BigFraction>> values = draw().flatMap(this::executed);
            if (values.isPresent()) {
                Optional<Problem> written = written(id, values.get()).filter(found -> holds(found, values.get()));
                if (written.isPresent()) {
                    return Result.success(new NameExchange(random).apply(written.get()));
                }
            }
        }
        return Result.failure("no other numbers give plausible values throughout");
    }

    /** New values for some of the free figures, at least one of them; empty where their order of size would change. */
    private Optional<Map<BigFraction, BigFraction>> draw() {
        Map<BigFraction, BigFraction> changed = new HashMap<>();
        for (FreeFigure figure : free) {
            if (random.nextInt(4) > 0) {
                changed.put(figure.value(), figure.draw(random));
            }
        }
        changed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return changed.isEmpty() || !keepsOrder(changed) ? Optional.empty() : Optional.of(changed);
    }

    private boolean keepsOrder(Map<BigFraction, BigFraction> changed) {
        List<BigFraction> old = figures.stream().map(Located::value).toList();
        for (BigFraction a : old) {
            for (BigFraction b : old) {
                BigFraction newA = changed.getOrDefault(a, a);
                BigFraction newB = changed.getOrDefault(b, b);
                if (Integer.signum(a.compareTo(b)) != Integer.signum(newA.compareTo(newB))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Old value to new value for every number of the program; empty where one old value would need two new ones. */
    private Optional<Map<BigFraction, BigFraction>> executed(Map<BigFraction, BigFraction> changed) {
        Map<BigFraction, BigFraction> values = new HashMap<>(changed);
        figures.forEach(figure -> values.putIfAbsent(figure.value(), figure.value()));
        program.operations().stream()
                .flatMap(operation -> operation.operands().stream())
                .filter(operand -> operand.resultOf().isEmpty())
                .forEach(operand -> values.putIfAbsent(operand.value(), operand.value()));
        for (Operation operation : program.operations()) {
            Optional<BigFraction> result = Substitution.evaluate(operation.expression(), values);
            if (result.isEmpty() || !isPlausible(operation.value(), result.get())) {
                return Optional.empty();
            }
            BigFraction before = values.putIfAbsent(operation.value(), result.get());
            if (before != null && !before.equals(result.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static boolean isPlausible(BigFraction old, BigFraction fresh) {
        boolean percentStays = old.compareTo(HUNDRED) > 0 || fresh.compareTo(HUNDRED) <= 0 || Numbers.isWhole(old);
        return Numbers.isWhole(old) == Numbers.isWhole(fresh)
                && old.signum() == fresh.signum()
                && old.equals(BigFraction.ONE) == fresh.equals(BigFraction.ONE)
                && old.compareTo(BigFraction.ONE) < 0 == fresh.compareTo(BigFraction.ONE) < 0
                && SoundProgram.isWritable(fresh)
                && percentStays;
    }

    private Optional<Problem> written(String id, Map<BigFraction, BigFraction> values) {
        Problem old = program.problem();
        Substitution substitution = new Substitution(values);
        List<String> lines = new ArrayList<>();
        for (String line : old.goldSolution().lines().toList()) {
            Optional<String> written = substitution.line(line, old.question());
            if (written.isEmpty()) {
                return Optional.empty();
            }
            lines.add(written.get());
        }
        BigFraction answer = values.get(
                program.operations().get(program.operations().size() - 1).value());
        return Optional.of(new Problem(
                id,
                substitution.question(old.question(), free),
                String.join("\n", lines),
                Numbers.text(answer).replace(",", "")));
    }

    /** Reads the new problem afresh: as many operations, the same operators, every equation exact, the expected results. */
    private boolean holds(Problem written, Map<BigFraction, BigFraction> values) {
        Optional<SoundProgram> read = SoundProgram.of(written).asOptional().filter(SoundProgram::isExplained);
        List<Operation> fresh = Program.of(written).operations();
        if (read.isEmpty() || fresh.size() != program.operations().size()) {
            return false;
        }
        for (int i = 0; i < fresh.size(); i++) {
            Operation old = program.operations().get(i);
            if (!fresh.get(i).expression().operators().equals(old.expression().operators())
                    || !fresh.get(i).value().equals(values.get(old.value()))) {
                return false;
            }
        }
        return true;
    }
}

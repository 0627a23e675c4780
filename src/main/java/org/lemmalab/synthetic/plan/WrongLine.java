package org.lemmalab.synthetic.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.synthetic.wordproblem.Relation;
import org.lemmalab.synthetic.wordproblem.Statement;

/** Draws a wrong line in the place of a right one. */
final class WrongLine {
    private static final int LARGEST_INVENTED = 40;
    private static final List<Long> SLIPS = List.of(-10L, -2L, -1L, 1L, 2L, 10L);

    private final PlanState state;
    private final String right;
    private final RandomGenerator random;

    /**
     * @param state what is known before the line
     * @param right the right line
     * @param random decides
     */
    WrongLine(PlanState state, String right, RandomGenerator random) {
        this.state = state;
        this.right = right;
        this.random = random;
    }

    /** A line that is meant to be wrong in that way; whether it is shows only when it is judged. */
    Optional<String> of(ErrorType type) {
        return Relation.said(right)
                .map(statement -> plan(statement, type))
                .orElseGet(() -> state.said().flatMap(said -> working(said, type)));
    }

    /** Works out what was said last, with an invented value for whatever is not known. */
    static Optional<PlanState> carriedOut(PlanState state, List<String> lines, RandomGenerator random) {
        Statement said = state.said().orElseThrow();
        long left = operand(state, said, 0, random);
        long right = operand(state, said, 1, random);
        return PlanWriter.line(said, left, right, lines).map(value -> state.finding(said.name(), value));
    }

    private static long operand(PlanState state, Statement said, int place, RandomGenerator random) {
        return place < said.on().size()
                ? state.operand(said, place).orElse(2L + random.nextInt(LARGEST_INVENTED))
                : said.number();
    }

    private Optional<String> plan(Statement said, ErrorType type) {
        return switch (type) {
            case MISSING_STEP -> premature();
            case QUESTION_MISINTERPRETATION -> other(said);
            case OPERATOR ->
                any(Relation.values())
                        .filter(relation -> relation != Relation.GIVEN
                                && relation.ofTwo() == said.relation().ofTwo())
                        .map(relation ->
                                new Statement(said.name(), relation, said.on(), said.number(), said.wording()).said());
            case CONTEXT_VALUE ->
                said.relation().ofTwo()
                        ? Optional.empty()
                        : Optional.of(new Statement(
                                        said.name(),
                                        said.relation(),
                                        said.on(),
                                        2L + random.nextInt(11),
                                        said.wording())
                                .said());
            default -> Optional.empty();
        };
    }

    /** A quantity that the answer needs and that depends on one that is not known. */
    private Optional<String> premature() {
        List<String> open = PlanWriter.open(state, state.question().asked());
        List<String> early = PlanWriter.needed(state, state.question().asked()).stream()
                .filter(name -> !open.contains(name))
                .toList();
        return any(early).map(name -> state.question().statements().get(name).said());
    }

    /** The same relation to another quantity that is known. */
    private Optional<String> other(Statement said) {
        List<String> on = new ArrayList<>(said.on());
        List<String> known = state.values().keySet().stream()
                .filter(name -> !said.on().contains(name) && !name.equals(said.name()))
                .sorted()
                .toList();
        return any(known).map(name -> {
            on.set(random.nextInt(on.size()), name);
            return new Statement(said.name(), said.relation(), on, said.number(), said.wording()).said();
        });
    }

    private Optional<String> working(Statement said, ErrorType type) {
        long left = operand(state, said, 0, random);
        long right = operand(state, said, 1, random);
        String operator = said.relation().operator();
        return switch (type) {
            case CALCULATION ->
                any(SLIPS)
                        .flatMap(slip ->
                                line(left, operator, right, PlanState.value(left, operator, right) + slip, said));
            case OPERATOR ->
                any(Stream.of("+", "-", "*")
                                .filter(other -> !other.equals(operator))
                                .toList())
                        .flatMap(other -> line(left, other, right, PlanState.value(left, other, right), said));
            case CONTEXT_VALUE, CONTRADICTORY_STEP ->
                any(state.values().values().stream().sorted().toList())
                        .flatMap(value -> random.nextBoolean()
                                ? line(value, operator, right, PlanState.value(value, operator, right), said)
                                : line(left, operator, value, PlanState.value(left, operator, value), said));
            default -> Optional.empty();
        };
    }

    private static Optional<String> line(long left, String operator, long right, long value, Statement said) {
        return value < 0 || value > PlanWriter.MOST
                ? Optional.empty()
                : Optional.of(said.working(left + operator + right + "=" + value, Long.toString(value)));
    }

    private <T> Optional<T> any(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    private <T> Optional<T> any(T[] list) {
        return any(List.of(list));
    }
}

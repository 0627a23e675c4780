package org.lemmalab.synthetic.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;
import org.lemmalab.synthetic.wordproblem.Statement;

/** Writes right solutions of relations problems, from any point on. */
public final class PlanWriter {
    /** Values that are written stay below this. */
    static final long MOST = 999_999;

    private PlanWriter() {}

    /**
     * What is written, and what is known after it.
     *
     * @param lines the lines
     * @param answer the value of the quantity that is asked for
     */
    public record Written(List<String> lines, long answer) {
        /** Copies the lines. */
        public Written {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Goes on to the answer, by whatever has been found so far, rightly or wrongly.
     *
     * @param state where to go on
     * @param first a quantity that is worked out as soon as it can be; empty for any order
     * @param random draws order and wordings
     * @return the lines; empty where a value on the way would be below zero, or the question does not lead to its answer
     */
    public static Optional<Written> goOn(PlanState state, Optional<String> first, RandomGenerator random) {
        List<String> lines = new ArrayList<>();
        String asked = state.question().asked();
        PlanState now = state;
        while (now.said().isPresent() || !now.values().containsKey(asked)) {
            if (now.said().isEmpty()) {
                Set<String> known = now.values().keySet();
                String goal = first.filter(name -> !known.contains(name)).orElse(asked);
                List<String> open = open(now, goal);
                if (open.isEmpty()) {
                    return Optional.empty();
                }
                Statement next = now.question().statements().get(open.get(random.nextInt(open.size())));
                lines.add(next.said());
                now = now.saying(next);
            }
            Optional<PlanState> worked = work(now, lines);
            if (worked.isEmpty()) {
                return Optional.empty();
            }
            now = worked.get();
        }
        return Optional.of(new Written(lines, now.values().get(asked)));
    }

    /** Quantities that lead to a goal, are not known and can be worked out now. */
    static List<String> open(PlanState state, String goal) {
        return needed(state, goal).stream()
                .filter(name -> state.values()
                        .keySet()
                        .containsAll(state.question().statements().get(name).on()))
                .toList();
    }

    /** The quantities that a goal still needs, itself included, in the order of the question. */
    static List<String> needed(PlanState state, String goal) {
        RelationQuestion question = state.question();
        Set<String> found = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(goal));
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            Statement statement = question.statements().get(name);
            if (statement != null && !state.values().containsKey(name) && found.add(name)) {
                open.addAll(statement.on());
            }
        }
        return question.statements().keySet().stream().filter(found::contains).toList();
    }

    /** Works out what was said last; empty where an operand is not known, or the value cannot be written. */
    private static Optional<PlanState> work(PlanState state, List<String> lines) {
        Statement plan = state.said().orElseThrow();
        return state.operand(plan, 0)
                .flatMap(left -> state.operand(plan, 1).flatMap(right -> line(plan, left, right, lines)))
                .map(value -> state.finding(plan.name(), value));
    }

    /** Adds the line that works a quantity out; empty where its value is below zero or too large. */
    static Optional<Long> line(Statement plan, long left, long right, List<String> lines) {
        String operator = plan.relation().operator();
        long value = PlanState.value(left, operator, right);
        if (value < 0 || value > MOST) {
            return Optional.empty();
        }
        lines.add(plan.working(left + operator + right + "=" + value, Long.toString(value)));
        return Optional.of(value);
    }
}

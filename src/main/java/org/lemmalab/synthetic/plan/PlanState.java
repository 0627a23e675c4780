package org.lemmalab.synthetic.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.synthetic.wordproblem.Relation;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;
import org.lemmalab.synthetic.wordproblem.Statement;

/**
 * What is known at some point of a solution of a relations problem. A line is right if it follows from the question and from what the
 * lines before it have found; what they have found wrongly counts as found. Immutable.
 *
 * @param question the question
 * @param values the quantities that are known, given or found
 * @param said what the last line said of a quantity that is still to be worked out
 */
public record PlanState(RelationQuestion question, Map<String, Long> values, Optional<Statement> said) {
    private static final Pattern WORKING =
            Pattern.compile("(\\d{1,9})([-+*/])(\\d{1,9})=(\\d{1,9}) \\((\\p{L}+): (\\d{1,9})\\)\\.");

    /** Copies the values. */
    public PlanState {
        values = Map.copyOf(values);
    }

    /** What a line is. */
    public enum Kind {
        /** It says how a quantity depends on others. */
        PLAN,
        /** It works out a quantity. */
        WORKING,
        /** Neither. */
        OTHER
    }

    /**
     * A judged line.
     *
     * @param kind what it is
     * @param error what is wrong with it; empty where it is right
     * @param after what is known after it, if it stands
     */
    public record Judged(Kind kind, Optional<PlanError> error, PlanState after) {}

    /**
     * @param question a question
     * @return what is known before the first line: the numbers that it gives
     */
    public static PlanState start(RelationQuestion question) {
        Map<String, Long> given = new HashMap<>();
        question.statements().values().stream()
                .filter(statement -> statement.relation() == Relation.GIVEN)
                .forEach(statement -> given.put(statement.name(), statement.number()));
        return new PlanState(question, given, Optional.empty());
    }

    /**
     * @param line the next line, no reflection and no final answer
     * @return whether it is right, and what is known after it
     */
    public Judged next(String line) {
        Optional<Statement> plan = Relation.said(line);
        if (plan.isPresent()) {
            return new Judged(Kind.PLAN, misstated(plan.get()).or(() -> unknown(plan.get())), saying(plan.get()));
        }
        Matcher working = WORKING.matcher(line.strip());
        return working.matches()
                ? worked(working)
                : new Judged(Kind.OTHER, error(ErrorType.NONSENSICAL_OUTPUT, "that makes no sense"), this);
    }

    /**
     * @param answer a final answer
     * @return what is wrong with it, going by what has been found
     */
    public Optional<PlanError> answer(String answer) {
        Long value = values.get(question.asked());
        if (value == null) {
            return error(ErrorType.MISSING_STEP, "the " + question.asked() + " are not known yet");
        }
        return value.toString().equals(answer.strip())
                ? Optional.empty()
                : error(ErrorType.CONTRADICTORY_STEP, "there are " + value + " " + question.asked());
    }

    /**
     * @param lines lines that stand, right or wrong
     * @return what is known after them
     */
    public PlanState after(List<String> lines) {
        PlanState state = this;
        for (String line : lines) {
            state = state.next(line).after();
        }
        return state;
    }

    /** The value of an operand, from 0; empty where its quantity is not known. */
    Optional<Long> operand(Statement plan, int place) {
        return place < plan.on().size()
                ? Optional.ofNullable(values.get(plan.on().get(place)))
                : Optional.of(plan.number());
    }

    /**
     * @param plan what a line says
     * @return what is known after that line
     */
    PlanState saying(Statement plan) {
        return new PlanState(question, values, Optional.of(plan));
    }

    /**
     * @param name a quantity
     * @param value its value
     * @return what is known once it is found
     */
    PlanState finding(String name, long value) {
        Map<String, Long> more = new HashMap<>(values);
        more.put(name, value);
        return new PlanState(question, more, Optional.empty());
    }

    private Optional<PlanError> misstated(Statement plan) {
        Statement truth = question.statements().get(plan.name());
        if (truth == null) {
            return error(ErrorType.HALLUCINATION, "the question does not speak of " + plan.name());
        }
        boolean sameOn = truth.on().equals(plan.on())
                || plan.relation() == Relation.SUM
                        && truth.on().size() == 2
                        && truth.on().equals(List.of(plan.on().get(1), plan.on().get(0)));
        if (sameOn && truth.relation() == plan.relation() && truth.number() == plan.number()) {
            return Optional.empty();
        }
        ErrorType type = !sameOn
                ? ErrorType.QUESTION_MISINTERPRETATION
                : truth.number() == plan.number() ? ErrorType.OPERATOR : ErrorType.CONTEXT_VALUE;
        return error(type, "that is not what the question says of the " + plan.name());
    }

    private Optional<PlanError> unknown(Statement plan) {
        return plan.on().stream()
                .filter(name -> !values.containsKey(name))
                .findFirst()
                .flatMap(name -> error(ErrorType.MISSING_STEP, "the " + name + " are not known yet"));
    }

    private Judged worked(Matcher line) {
        String name = line.group(5).toLowerCase(Locale.ROOT);
        long left = Long.parseLong(line.group(1));
        long right = Long.parseLong(line.group(3));
        long result = Long.parseLong(line.group(4));
        long noted = Long.parseLong(line.group(6));
        PlanState after = finding(name, noted);
        if (said.isEmpty() || !said.get().name().equals(name)) {
            return new Judged(
                    Kind.WORKING, error(ErrorType.CONTRADICTORY_STEP, "that was not to be worked out"), after);
        }
        Statement plan = said.get();
        Optional<PlanError> error = operands(plan, left, right)
                .or(() -> plan.relation().operator().equals(line.group(2))
                        ? Optional.empty()
                        : error(ErrorType.OPERATOR, "that is the wrong operation"))
                .or(() -> value(left, line.group(2), right) == result
                        ? Optional.empty()
                        : error(
                                ErrorType.CALCULATION,
                                line.group(1) + line.group(2) + line.group(3) + " is not " + line.group(4)))
                .or(() -> noted == result
                        ? Optional.empty()
                        : error(ErrorType.CONTRADICTORY_STEP, "that came to " + result));
        return new Judged(Kind.WORKING, error, after);
    }

    /** Whether the operands are those that the line before speaks of; one that is not known may be any number. */
    private Optional<PlanError> operands(Statement plan, long left, long right) {
        boolean swapped = plan.relation() == Relation.SUM
                && operand(plan, 0, right).isEmpty()
                && operand(plan, 1, left).isEmpty();
        return swapped ? Optional.empty() : operand(plan, 0, left).or(() -> operand(plan, 1, right));
    }

    private Optional<PlanError> operand(Statement plan, int place, long found) {
        if (place >= plan.on().size()) {
            return plan.number() == found
                    ? Optional.empty()
                    : error(ErrorType.CONTEXT_VALUE, "the question says " + plan.number());
        }
        String name = plan.on().get(place);
        Long value = values.get(name);
        if (value == null || value == found) {
            return Optional.empty();
        }
        boolean given = question.statements().get(name) != null
                && question.statements().get(name).relation() == Relation.GIVEN;
        return error(given ? ErrorType.CONTEXT_VALUE : ErrorType.CONTRADICTORY_STEP, "there are " + value + " " + name);
    }

    static long value(long left, String operator, long right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            default -> right != 0 && left % right == 0 ? left / right : -1;
        };
    }

    private static Optional<PlanError> error(ErrorType type, String evidence) {
        return Optional.of(new PlanError(type, evidence));
    }
}

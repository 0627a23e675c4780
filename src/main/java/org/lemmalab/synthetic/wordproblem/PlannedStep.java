package org.lemmalab.synthetic.wordproblem;

import java.util.List;
import java.util.OptionalLong;
import org.lemmalab.io.LabException;

/**
 * One step of a plan: an operation and the ways to say it.
 *
 * @param terms the operands
 * @param operators the signs between them, one character each of {@code + - * /}
 * @param wordings sentences, each with the place {@value #EQUATION} for the equation and, where it is said again, {@value #RESULT} for
 *     its result
 */
public record PlannedStep(List<Term> terms, String operators, List<String> wordings) {
    /** Where a wording has its equation. */
    public static final String EQUATION = "{=}";

    /** Where a wording says the result again. */
    public static final String RESULT = "{result}";

    /** Checks that terms, signs and wordings fit together. */
    public PlannedStep {
        terms = List.copyOf(terms);
        wordings = List.copyOf(wordings);
        if (terms.size() != operators.length() + 1 || !operators.matches("[-+*/]+")) {
            throw new LabException("planned step: expected a sign of + - * / between any two operands, found "
                    + terms.size() + " operands and the signs '" + operators + "'");
        }
        if (!operators.matches("[+-]+|[*/]+")) {
            throw new LabException("planned step: expected signs that bind alike, found '" + operators + "'");
        }
        if (wordings.isEmpty() || !wordings.stream().allMatch(wording -> wording.contains(EQUATION))) {
            throw new LabException(
                    "planned step: expected wordings with the place " + EQUATION + ", found " + wordings);
        }
    }

    /**
     * @return the places of the steps whose results this one uses
     */
    public List<Integer> needs() {
        return terms.stream()
                .filter(Term.Result.class::isInstance)
                .map(term -> ((Term.Result) term).step())
                .distinct()
                .toList();
    }

    /**
     * @param results of the plan's steps, at least of those that this one needs
     * @return the operation in figures, for example {@code 4*6}
     */
    public String expression(List<Long> results) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            text.append(i == 0 ? "" : operators.substring(i - 1, i))
                    .append(terms.get(i).in(results));
        }
        return text.toString();
    }

    /**
     * @param wording which of the wordings, from 0
     * @param results of the plan's steps, at least of those that this one needs
     * @param value this one's result
     * @return the step as a solution writes it
     */
    String line(int wording, List<Long> results, long value) {
        String said = wordings.get(wording)
                .replace(EQUATION, expression(results) + "=" + value)
                .replace(RESULT, Long.toString(value));
        return Sentences.capitalised(said);
    }

    /**
     * @param results of the plan's steps, at least of those that this one needs
     * @return what the operation comes to, from left to right; empty where that is no whole number from 0
     */
    OptionalLong value(List<Long> results) {
        long value = terms.get(0).in(results);
        for (int i = 1; i < terms.size(); i++) {
            long operand = terms.get(i).in(results);
            char operator = operators.charAt(i - 1);
            if (operator == '/' && (operand == 0 || value % operand != 0)) {
                return OptionalLong.empty();
            }
            value = switch (operator) {
                case '+' -> Math.addExact(value, operand);
                case '-' -> Math.subtractExact(value, operand);
                case '*' -> Math.multiplyExact(value, operand);
                default -> value / operand;
            };
        }
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}

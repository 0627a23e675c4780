package org.lemmalab.problem.program;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A piece of running text as arithmetic sees it.
 *
 * @param kind its kind
 * @param text as written
 * @param number the value of a number, before its percent sign; zero for other kinds
 * @param start where it begins in the text
 */
record Token(Kind kind, String text, BigFraction number, int start) {
    enum Kind {
        NUMBER,
        PERCENT,
        OPERATOR,
        OPEN,
        CLOSE,
        EQUALS,
        WORD,
        BREAK
    }

    static Token of(Kind kind, String text, int start) {
        return new Token(kind, text, BigFraction.ZERO, start);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isSign() {
        return kind == Kind.OPERATOR && (operator() == Operator.SUBTRACT || operator() == Operator.ADD);
    }

    Operator operator() {
        return switch (text) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> Operator.MULTIPLY;
            case "/" -> Operator.DIVIDE;
            default -> Operator.POWER;
        };
    }
}

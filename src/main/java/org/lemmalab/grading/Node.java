package org.lemmalab.grading;

import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;

/** A parsed answer: an expression, or a structure of expressions. */
sealed interface Node {
    /** Constants. */
    enum Constant {
        PI("pi"),
        E("e"),
        I("i"),
        INFINITY("infinity"),
        EMPTY_SET("empty set"),
        REALS("R");

        private final String text;

        Constant(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A number.
     *
     * @param value its value
     * @param decimals how many digits follow its decimal point; -1 for an exact number
     */
    record Num(BigFraction value, int decimals) implements Node {
        static final int EXACT = -1;

        static Num of(long value) {
            return new Num(BigFraction.of(value), EXACT);
        }
    }

    /**
     * A number written in some base.
     *
     * @param value its value
     * @param digits its digits as written
     * @param base the base
     */
    record Based(Num value, String digits, int base) implements Node {}

    /** A constant. */
    record Const(Constant constant) implements Node {}

    /** A variable or other name. */
    record Symbol(String name) implements Node {}

    /** A sum. */
    record Sum(List<Node> terms) implements Node {}

    /** A product; a quotient is a product with a power of -1. */
    record Product(List<Node> factors) implements Node {}

    /** A power. */
    record Power(Node base, Node exponent) implements Node {}

    /** What a binder does with its body. */
    enum Binding {
        SUM,
        PRODUCT,
        INTEGRAL,
        ANTIDERIVATIVE,
        DERIVATIVE,
        LIMIT
    }

    /**
     * A sum, product, integral, derivative or limit over a variable of its own.
     *
     * @param binding which
     * @param variable the variable; where it means nothing outside, a name that is the same for every such binder
     * @param bounds from and to of a sum, product or integral; the place of a limit; the order of a derivative
     * @param body what is summed up, integrated and so on
     */
    record Binder(Binding binding, String variable, List<Node> bounds, Node body) implements Node {}

    /** A function of its arguments. */
    record Call(String function, List<Node> arguments) implements Node {}

    /** The sign of ± (upper plus) or ∓ (upper minus). */
    record Sign(boolean upperPlus) implements Node {}

    /** Items in brackets: a point, tuple, interval or set; brackets are ( [ { &lt;. */
    record Group(char open, List<Node> items, char close) implements Node {}

    /** Items side by side: a comma-separated list, or statements joined by "and" or "or". */
    record Listing(List<Node> items, boolean alternatives) implements Node {}

    /** A matrix by rows, all of one length. */
    record Matrix(List<List<Node>> rows) implements Node {}

    /** A function given piece by piece. */
    record Piecewise(List<Piece> pieces) implements Node {}

    /** One piece: a value, and the condition under which it holds, in words where it is no statement. */
    record Piece(Node value, Node condition) {}

    /** Members joined by relations: = &lt; ≤ &gt; ≥ ≠ ≈ ∈; one relation fewer than members. */
    record Relation(List<Node> members, List<String> relations) implements Node {}

    /** Union, intersection or difference of two sets. */
    record SetOperation(char operation, Node left, Node right) implements Node {}

    /** A residue: a value up to multiples of a modulus. */
    record Residue(Node value, Node modulus) implements Node {}

    /** A ratio a : b : c. */
    record Ratio(List<Node> parts) implements Node {}

    /** A value with its unit. */
    record Measured(Node value, Unit unit) implements Node {}

    /** A time of day; meridiem is "am", "pm" or empty. */
    record ClockTime(int hour, int minute, String meridiem) implements Node {}

    /** A day of the year; the year is 0 where it is not given. */
    record CalendarDate(int month, int day, int year) implements Node {}

    /** Text that is no mathematics. */
    record Words(String text) implements Node {}

    /** A value with what is said about its variables: k π with k ∈ ℤ. */
    record Qualified(Node value, List<Node> conditions) implements Node {}

    /**
     * The integers of one residue class between bounds.
     *
     * @param modulus the distance of neighbours
     * @param residue what they leave when divided by it
     * @param low the first, if there is one
     * @param high the last, if there is one
     * @param zeroUnclear whether the set is given by the natural numbers, to which 0 may or may not belong
     */
    record IntegerSet(long modulus, long residue, OptionalLong low, OptionalLong high, boolean zeroUnclear)
            implements Node {}
}

package org.lemmalab.mistake.reading;

/**
 * One piece of a step's text.
 *
 * @param kind what it is
 * @param text a number's digits, an operator, a letter or formula as LaTeX, a word in lower case
 * @param at where it begins in the step's text
 */
record Sign(Kind kind, String text, int at) {
    /** The place of a sign that is not written: the product of 2(3 + 4). */
    static final int IMPLIED = -1;

    enum Kind {
        NUMBER,
        OPERATOR,
        OPEN,
        CLOSE,
        /** Letters and functions: to be read as mathematics. */
        SYMBOL,
        WORD,
        /** =, ≈, an arrow, or a word for them. */
        RELATION,
        /** Mathematics that is not read: a ratio, a base, a tuple's comma. */
        UNREAD,
        /** The end of a clause. */
        BREAK
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(Kind wanted, String written) {
        return kind == wanted && text.equals(written);
    }

    boolean isImplied() {
        return at == IMPLIED;
    }

    /** Whether an operand may end with it. */
    boolean endsOperand() {
        return kind == Kind.NUMBER || kind == Kind.CLOSE || kind == Kind.SYMBOL;
    }

    /** Whether an operand may begin with it. */
    boolean beginsOperand() {
        return kind == Kind.NUMBER || kind == Kind.OPEN || kind == Kind.SYMBOL;
    }
}

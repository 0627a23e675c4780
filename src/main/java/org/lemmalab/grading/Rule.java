package org.lemmalab.grading;

/** The rule that decided a comparison. */
public enum Rule {
    /** The two texts are the same once spacing and formatting commands are gone. */
    SAME_TEXT("same text"),
    /** The two texts are read as the same expression or structure. */
    SAME_FORM("same once read"),
    /** Both are rational numbers, compared exactly. */
    EXACT_NUMBER("exact number"),
    /** A number in some base and its digits without the base, or digits that are compared as they are written. */
    SAME_DIGITS("digits as written"),
    /** One is a decimal: compared within the relative tolerance and the precision to which it is written. */
    DECIMAL("decimal within tolerance"),
    /** The difference was worked out exactly as a quotient of polynomials (with roots and i), and is zero or not. */
    EXACT_ALGEBRA("exact algebra"),
    /** Constants compared by their values: equal to at least 60 digits, or apart beyond all rounding. */
    HIGH_PRECISION("values of constants"),
    /** Expressions compared at several seeded random points: apart at one, or equal at all to 60 digits (no proof). */
    RANDOM_POINTS("values at random points"),
    /** Sums or products up to a variable bound, compared for small integers: equal for all of them (no proof). */
    SMALL_INTEGERS("values at small integers"),
    /** Sums, integrals, derivatives and limits: by the rules of calculus, or by their values to 20 digits (no proof). */
    CALCULUS("calculus"),
    /** Equations compared up to rearrangement and a constant factor. */
    EQUATION("equation up to rearrangement and scaling"),
    /** Sets of real numbers: intervals, unions, inequalities. */
    REAL_SET("set of real numbers"),
    /** Collections compared regardless of order. */
    COLLECTION("same elements in any order"),
    /** Tuples, points and vectors compared place by place. */
    TUPLE("place by place"),
    /** Matrices compared entry by entry. */
    MATRIX("matrix entry by entry"),
    /** Congruences: the same residues modulo the same number. */
    RESIDUES("residues"),
    /** Functions given piece by piece: the same pieces, or the same values at points of every piece (no proof). */
    PIECEWISE("piece by piece"),
    /** Ratios compared up to a common factor. */
    RATIO("ratio"),
    /** Letters of a multiple-choice question. */
    CHOICE("choice letter"),
    /** Times of day. */
    CLOCK_TIME("time of day"),
    /** Words compared regardless of case and spacing. */
    WORDS("words"),
    /** Quantities in different units of one dimension, one converted exactly into the other's. */
    CONVERTED("units converted"),
    /** Dates. */
    DATE("date"),
    /** Quantities whose units measure different things. */
    UNITS("units"),
    /** A kind of answer against another kind: a matrix is no number. */
    DIFFERENT_KINDS("different kinds of answer");

    private final String title;

    Rule(String title) {
        this.title = title;
    }

    /**
     * @return the rule for people
     */
    public String title() {
        return title;
    }
}

package org.lemmalab.grading;

import org.lemmalab.io.LabException;

/** The outcome of a comparison: equal or not and by which rule, or undecided and why; with both normal forms. */
public sealed interface Verdict {
    /**
     * @return the prediction as it was understood
     */
    String prediction();

    /**
     * @return the gold answer as it was understood
     */
    String gold();

    /**
     * @return whether the answers are known to be equal; an undecided verdict is not
     */
    default boolean isEqual() {
        return this instanceof Equal;
    }

    /**
     * @return whether no decision was reached
     */
    default boolean isUndecided() {
        return this instanceof Undecided;
    }

    /**
     * @return the rule's title, or the reason for no decision
     */
    String why();

    /**
     * The answers are equal.
     *
     * @param rule the rule that says so
     * @param prediction normal form of the prediction
     * @param gold normal form of the gold answer
     */
    record Equal(Rule rule, String prediction, String gold) implements Verdict {
        /** Checks that nothing is missing. */
        public Equal {
            require(rule, prediction, gold);
        }

        @Override
        public String why() {
            return rule.title();
        }
    }

    /**
     * The answers are not equal.
     *
     * @param rule the rule that says so
     * @param prediction normal form of the prediction
     * @param gold normal form of the gold answer
     */
    record Unequal(Rule rule, String prediction, String gold) implements Verdict {
        /** Checks that nothing is missing. */
        public Unequal {
            require(rule, prediction, gold);
        }

        @Override
        public String why() {
            return rule.title();
        }
    }

    /**
     * No decision was reached; count it as you see fit, but count it apart.
     *
     * @param reason why: the time limit, the size, or expressions that cannot be evaluated
     * @param prediction normal form of the prediction, or its text
     * @param gold normal form of the gold answer, or its text
     */
    record Undecided(String reason, String prediction, String gold) implements Verdict {
        /** Checks that nothing is missing. */
        public Undecided {
            require(reason, prediction, gold);
        }

        @Override
        public String why() {
            return "undecided (" + reason + ")";
        }
    }

    private static void require(Object why, String prediction, String gold) {
        if (why == null || prediction == null || gold == null) {
            throw new LabException(
                    "verdict: expected a reason and two normal forms, found " + why + ", " + prediction + ", " + gold);
        }
    }
}

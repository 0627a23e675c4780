package org.lemmalab.grading;

import java.util.Optional;

/** What a comparator says of two parsed answers. */
record Outcome(Optional<Boolean> decided, Rule rule, String reason) {
    static Outcome of(boolean equal, Rule rule) {
        return new Outcome(Optional.of(equal), rule, "");
    }

    static Outcome undecided(String reason) {
        return new Outcome(Optional.empty(), Rule.DIFFERENT_KINDS, reason);
    }

    boolean isEqual() {
        return decided.orElse(false);
    }

    boolean isUnequal() {
        return !decided.orElse(true);
    }

    /** This outcome under the name of the rule for the whole of which it decides a part. */
    Outcome under(Rule whole) {
        return new Outcome(decided, whole, reason);
    }
}

package org.lemmalab.mistake.evidence;

import java.util.List;
import java.util.Locale;

/** Kinds of attempts, each with weights of its own. */
enum Kind {
    /** Much of the attempt is the gold solution word for word: errors that were edited in. */
    EDITED,
    /** The gold solution is a program of arithmetic that leads to the answer. */
    PROGRAM,
    /** All others: algebra, geometry, counting. */
    OTHER;

    private static final double MUCH = 0.3;

    static Kind of(Gold gold, List<StepFacts> steps) {
        long same = steps.stream().filter(StepFacts::isGoldLine).count();
        if (!steps.isEmpty() && same >= MUCH * steps.size()) {
            return EDITED;
        }
        return gold.isProgram() ? PROGRAM : OTHER;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

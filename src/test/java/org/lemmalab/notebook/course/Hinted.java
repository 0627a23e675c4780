package org.lemmalab.notebook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.lemmalab.notebook.Exercise;

/** What the units' tests ask of an exercise. */
final class Hinted {
    private Hinted() {}

    static <T> void right(Exercise<T> exercise, T answer) {
        assertEquals(Optional.empty(), exercise.hint(answer), exercise.title());
    }

    /** The hint of a wrong answer speaks of this. */
    static <T> void wrong(Exercise<T> exercise, T answer, String of) {
        String hint = exercise.hint(answer).orElse("(passed)");
        assertTrue(hint.contains(of), () -> exercise.title() + ": expected '" + of + "' in: " + hint);
    }
}

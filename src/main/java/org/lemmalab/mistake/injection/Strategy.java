package org.lemmalab.mistake.injection;

import java.util.List;
import java.util.random.RandomGenerator;
import org.lemmalab.mistake.ErrorType;

/** Proposes mistakes of one type. */
interface Strategy {
    /** The type of its mistakes. */
    ErrorType type();

    /** All mistakes that it sees in a solution; which of several like ones depends on the random numbers. */
    List<Mistake> mistakes(GoldSolution gold, RandomGenerator random);

    /** Why there may be none. */
    String none();
}

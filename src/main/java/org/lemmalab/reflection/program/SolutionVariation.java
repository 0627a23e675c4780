package org.lemmalab.reflection.program;

import java.util.Optional;
import java.util.SplittableRandom;

/** One kind of other way, where a program allows it. */
@FunctionalInterface
interface SolutionVariation {
    /**
     * @param gold a complete and exact gold solution
     * @param random decides among several
     * @return the other way, not read back yet; empty where the program allows none of this kind
     */
    Optional<Alternative> find(GoldSolution gold, SplittableRandom random);
}

package org.lemmalab.reflection.build;

import java.util.List;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;

/** Draws the types of the errors that a teacher brings into a problem (paper Sec. 3.3). Safe for several threads. */
@FunctionalInterface
public interface TypeChoice {
    /**
     * @param problem the problem
     * @param injectable the types that may be drawn, at least one
     * @param seed decides
     * @return one of them
     */
    ErrorType draw(Problem problem, List<ErrorType> injectable, long seed);

    /**
     * @return each type as likely
     */
    static TypeChoice uniform() {
        return (problem, injectable, seed) -> Seeds.pick(injectable, Seeds.random(seed, "type", problem.id()));
    }
}

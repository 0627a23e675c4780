package org.lemmalab.synthetic.wordproblem;

import java.util.List;
import org.lemmalab.io.LabException;

/** An operand of a planned step. */
public sealed interface Term {
    /**
     * @param results of the plan's steps, at least of the one that this operand may name
     * @return its value
     */
    long in(List<Long> results);

    /**
     * A number that the question states, or one of common knowledge.
     *
     * @param value the number, from 0
     */
    record Given(long value) implements Term {
        /** Checks the number. */
        public Given {
            if (value < 0) {
                throw new LabException("plan: expected numbers from 0, found " + value);
            }
        }

        @Override
        public long in(List<Long> results) {
            return value;
        }
    }

    /**
     * The result of an earlier step.
     *
     * @param step its place in the plan, from 0
     */
    record Result(int step) implements Term {
        /** Checks the place. */
        public Result {
            if (step < 0) {
                throw new LabException("plan: expected steps from 0, found " + step);
            }
        }

        @Override
        public long in(List<Long> results) {
            return results.get(step);
        }
    }
}

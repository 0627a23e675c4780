package org.lemmalab.problem.wordproblem;

import java.util.List;
import org.lemmalab.io.LabException;

/**
 * What is said of a quantity: that it is a number, or how it hangs on others.
 *
 * @param name the quantity, in small letters
 * @param relation how it hangs on others
 * @param on the quantities that it hangs on, in the order of the operands; none for a number, one or two else
 * @param number the number in it; 0 where there is none
 */
public record Statement(String name, Relation relation, List<String> on, long number) {
    /** Checks that the quantities fit the relation. */
    public Statement {
        on = List.copyOf(on);
        int expected = relation == Relation.GIVEN ? 0 : relation.ofTwo() ? 2 : 1;
        if (on.size() != expected) {
            throw new LabException("statement on " + name + ": expected " + expected + " quantities for " + relation
                    + ", found " + on);
        }
    }
}

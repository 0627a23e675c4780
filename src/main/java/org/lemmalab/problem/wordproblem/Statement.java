package org.lemmalab.problem.wordproblem;

import java.util.List;
import java.util.random.RandomGenerator;
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

    /**
     * @param random draws the wording
     * @return the line of a solution that says it
     * @throws LabException for a number alone, which no solution says again
     */
    public String said(RandomGenerator random) {
        return worded(relation.wordings(), random);
    }

    /**
     * @param random draws the wording, among those that training has
     * @return the sentence of a question that states it
     */
    public String stated(RandomGenerator random) {
        return worded(relation.statements(false), random);
    }

    private String worded(List<String> wordings, RandomGenerator random) {
        if (wordings.isEmpty()) {
            throw new LabException("statement on " + name + ": expected a relation, found a number alone");
        }
        String text = wordings.get(random.nextInt(wordings.size()))
                .replace("{a}", name)
                .replace("{c}", Long.toString(number));
        for (int i = 0; i < on.size(); i++) {
            text = text.replace(i == 0 ? "{x}" : "{y}", on.get(i));
        }
        return Sentences.capitalised(text);
    }
}

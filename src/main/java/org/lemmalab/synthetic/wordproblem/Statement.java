package org.lemmalab.synthetic.wordproblem;

import java.util.List;
import org.lemmalab.io.LabException;

/**
 * What is said of a quantity: that it is a number, or how it depends on others.
 *
 * @param name the quantity, in small letters
 * @param relation how it depends on others
 * @param on the quantities that it depends on, in the order of the operands; none for a number, one or two else
 * @param number the number in it; 0 where there is none
 * @param wording which of training's ways to say it, from 0
 */
public record Statement(String name, Relation relation, List<String> on, long number, int wording) {
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
     * @return the line that says it in training's words, with a full stop
     */
    public String said() {
        return worded(relation.statements(false));
    }

    /**
     * @param equation works it out, for example {@code 22-2=20}
     * @param value what the equation comes to
     * @return the line that does so, for example {@code 22-2=20 (Kites: 20).}
     */
    public String working(String equation, String value) {
        return equation + " (" + Sentences.capitalised(name) + ": " + value + ").";
    }

    /** The sentence that says it as training never does. */
    String reworded() {
        return worded(relation.statements(true));
    }

    private String worded(List<String> wordings) {
        String text =
                wordings.get(wording % wordings.size()).replace("{a}", name).replace("{c}", Long.toString(number));
        for (int i = 0; i < on.size(); i++) {
            text = text.replace(i == 0 ? "{x}" : "{y}", on.get(i));
        }
        return Sentences.capitalised(text);
    }
}

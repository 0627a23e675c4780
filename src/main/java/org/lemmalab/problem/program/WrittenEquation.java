package org.lemmalab.problem.program;

import java.util.List;
import org.lemmalab.io.LabException;

/**
 * An equation and all places where its step writes it: often in running text first, then as an annotation.
 *
 * @param equation the equation
 * @param places where it is written, at least one
 */
public record WrittenEquation(Equation equation, List<EquationPlace> places) {
    /** Copies the places and checks that there is one. */
    public WrittenEquation {
        places = List.copyOf(places);
        if (equation == null || places.isEmpty()) {
            throw new LabException("written equation: expected an equation and at least one place, found none");
        }
    }
}

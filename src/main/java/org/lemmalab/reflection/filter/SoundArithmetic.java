package org.lemmalab.reflection.filter;

import java.util.Optional;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.StepArithmetic;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;

/**
 * Every equation before the error and in the correction holds, as far as equations can be read: the annotated ones, and those that stand
 * in the words beside an annotation.
 */
public record SoundArithmetic() implements TripletFilter {
    @Override
    public String name() {
        return "sound_arithmetic";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        for (Revision.Part part : candidate.triplet().revision().parts()) {
            boolean mustHold = part.role() == Role.GOOD || part.role() == Role.CORRECTION;
            if (mustHold && isFalse(part.text())) {
                return Optional.of(
                        part.role() == Role.GOOD
                                ? "an equation before the error does not hold"
                                : "an equation of the correction does not hold");
            }
        }
        return Optional.empty();
    }

    private static boolean isFalse(String step) {
        return StepArithmetic.isFalse(step) || StepArithmetic.isFalse(EquationReader.withoutAnnotations(step));
    }
}

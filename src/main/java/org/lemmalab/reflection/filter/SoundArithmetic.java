package org.lemmalab.reflection.filter;

import java.util.Optional;
import org.lemmalab.problem.program.StepArithmetic;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;

/** Every equation before the error and in the correction holds, as far as equations can be read. */
public record SoundArithmetic() implements TripletFilter {
    @Override
    public String name() {
        return "sound_arithmetic";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        for (Revision.Part part : candidate.triplet().revision().parts()) {
            boolean mustHold = part.role() == Role.GOOD || part.role() == Role.CORRECTION;
            if (mustHold && StepArithmetic.isFalse(part.text())) {
                return Optional.of(
                        part.role() == Role.GOOD
                                ? "an equation before the error does not hold"
                                : "an equation of the correction does not hold");
            }
        }
        return Optional.empty();
    }
}

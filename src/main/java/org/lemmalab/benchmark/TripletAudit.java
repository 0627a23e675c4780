package org.lemmalab.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.reflection.Triplet;

/**
 * Triplets checked by a second, independent route: the arithmetic of every step is worked out again by {@link SecondRoute}, and the final
 * answer is compared with gold as text.
 */
final class TripletAudit {
    private static final String ANSWER = "The answer is: ";

    private final List<String> failures = new ArrayList<>();
    private long triplets;
    private long equalities;
    private long falseErrors;

    void add(Triplet triplet) {
        triplets++;
        for (Revision.Part part : triplet.revision().parts()) {
            switch (part.role()) {
                case GOOD -> mustHold(triplet, part, "an earlier step is wrong");
                case CORRECTION -> mustHold(triplet, part, "the correction is wrong");
                case WRONG ->
                    falseErrors += SecondRoute.equalities(part.text()).stream().anyMatch(each -> !each.holds()) ? 1 : 0;
                default -> {}
            }
        }
        answer(triplet);
    }

    private void mustHold(Triplet triplet, Revision.Part part, String what) {
        for (SecondRoute.Equality equality : SecondRoute.equalities(part.text())) {
            equalities++;
            if (!equality.holds()) {
                failures.add(triplet.id() + ": " + what + ": " + equality.text());
            }
        }
    }

    private void answer(Triplet triplet) {
        List<Revision.Part> parts = triplet.revision().parts();
        Revision.Part last = parts.get(parts.size() - 1);
        boolean right = last.role() == Role.ANSWER
                && plain(last.text().substring(ANSWER.length()))
                        .equals(plain(triplet.problem().goldAnswer()));
        if (!right) {
            failures.add(triplet.id() + ": the final answer differs: " + last.text());
        }
    }

    private static String plain(String answer) {
        return answer.replaceAll("[,$\\s]", "");
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    long triplets() {
        return triplets;
    }

    /** Equalities worked out in good steps and corrections. */
    long equalities() {
        return equalities;
    }

    /** Errors whose own arithmetic is false, as in slips; others set up a sum wrongly and work it out rightly. */
    long falseErrors() {
        return falseErrors;
    }
}

package org.lemmalab.reflection.filter;

import java.util.Optional;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.reflection.Triplet;

/** Exactly one reflection, on a line of its own; none where the connection is abrupt. */
public record OneReflection() implements TripletFilter {
    @Override
    public String name() {
        return "one_reflection";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        Triplet triplet = candidate.triplet();
        boolean elsewhere = triplet.revision().parts().stream()
                .filter(part -> part.role() != Role.REFLECTION)
                .anyMatch(part -> ReflectionFinder.count(part.text()) > 0);
        if (elsewhere) {
            return Optional.of("a step reflects as well");
        }
        String link = triplet.reflection().text().strip();
        boolean abrupt = triplet.reflection().style() == ConnectionStyle.ABRUPT;
        if (!abrupt && link.lines().filter(line -> !line.isBlank()).count() > 1) {
            return Optional.of("the reflection is more than one line");
        }
        return Optional.empty();
    }
}

package org.lemmalab.reflection.filter;

import java.util.List;
import java.util.Optional;
import org.lemmalab.mistake.Giveaway;
import org.lemmalab.reflection.Triplet;

/** Reflection and correction speak as one who solves the problem: of no earlier attempt, no known answer, no teacher. */
public record NoGiveaway() implements TripletFilter {
    @Override
    public String name() {
        return "no_giveaway";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        Triplet triplet = candidate.triplet();
        String question = triplet.problem().question();
        List<String> link = List.of(triplet.reflection().text());
        boolean source = Giveaway.SOURCE.isIn(question, link)
                || Giveaway.SOURCE.isIn(question, triplet.correction().steps());
        if (source) {
            return Optional.of("speaks of an earlier attempt or a known answer");
        }
        return Giveaway.OUTSIDER.isIn(question, link)
                ? Optional.of("the reflection speaks of a student or a teacher")
                : Optional.empty();
    }
}

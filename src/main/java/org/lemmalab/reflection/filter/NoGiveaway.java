package org.lemmalab.reflection.filter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lemmalab.reflection.Revision.Role;

/** Reflection and correction speak as one who solves the problem: of no earlier attempt, no known answer, no teacher. */
public record NoGiveaway() implements TripletFilter {
    private static final Pattern GIVEAWAY = Pattern.compile(
            "\\b(?:(?:previous|prior|earlier|original|first|last|erroneous|incorrect|wrong|student'?s?|given|provided) attempt"
                    + "|ground[- ]truth|gold(?:en)? (?:answer|solution|standard|step)"
                    + "|(?:reference|official|provided|given|model|expected|correct) (?:answer|solution) (?:says|shows|states|is"
                    + " given|was given|provided)|reference (?:answer|solution)|answer key|official solution"
                    + "|the (?:teacher|student|user|assistant)(?:'s)? (?:says?|said|wrote|made|gave|asked|solution|answer|error|mistake)"
                    + "|as an ai|language model|error type|injected|(?:calculation|context value|counting|operator) error type"
                    + "|(?:provided|given|original|incorrect|erroneous) solution)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "no_giveaway";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        boolean found = candidate.triplet().revision().parts().stream()
                .filter(part -> part.role() == Role.REFLECTION || part.role() == Role.CORRECTION)
                .anyMatch(part -> GIVEAWAY.matcher(part.text()).find());
        return found ? Optional.of("speaks of an earlier attempt, a known answer or a teacher") : Optional.empty();
    }
}

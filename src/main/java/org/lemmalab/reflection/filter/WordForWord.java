package org.lemmalab.reflection.filter;

import java.util.List;
import java.util.Optional;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Revision;
import org.lemmalab.solution.Step;

/** The error is the attempt, word for word, up to and including its first wrong step, and the text begins with it. */
public record WordForWord() implements TripletFilter {
    @Override
    public String name() {
        return "word_for_word";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        ErroneousAttempt attempt = candidate.triplet().attempt();
        List<String> kept = attempt.steps().stream().map(Step::text).toList();
        boolean same = kept.size() <= candidate.original().size()
                && kept.equals(candidate.original().subList(0, kept.size()));
        if (!same) {
            return Optional.of("the error is not the attempt word for word");
        }
        String text = candidate.triplet().revision().text();
        return text.startsWith(Revision.error(attempt).text())
                ? Optional.empty()
                : Optional.of("the text does not begin with the error");
    }
}

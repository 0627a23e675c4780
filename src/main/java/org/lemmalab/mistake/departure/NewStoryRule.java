package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;

/**
 * Hallucination: the step tells of something new, in words that neither the question nor the gold solution knows, and brings a number
 * with it that gold does not have there.
 */
final class NewStoryRule implements Rule {
    /** So many new words make a story, beside an added number; wording alone adds fewer. */
    private static final int NEW_WORDS = 3;

    @Override
    public Optional<Finding> judge(Departure departure) {
        List<BigFraction> extra = departure.extra();
        boolean unexplained = extra.stream().anyMatch(value -> !departure.isKnown(value));
        boolean added = departure.counterpart().isPresent()
                && departure.missing().isEmpty()
                && (unexplained || extra.size() == 1);
        int needed = added ? NEW_WORDS - 1 : NEW_WORDS;
        return (added || unexplained) && departure.newWords().size() >= needed && !departure.repeatsItself()
                ? Rule.found(
                        ErrorType.HALLUCINATION,
                        departure,
                        "Neither the question nor an earlier step has " + Departure.list(extra) + " for this.")
                : Optional.empty();
    }
}

package org.lemmalab.mistake.departure;

import java.util.Optional;

/**
 * Confusing concept, where the words show it beside the operator: the same numbers under another operator, and the step names the
 * other one of two concepts that are easily mixed up.
 */
final class ConceptSwitchRule implements Rule {
    private final ConceptRule concepts = new ConceptRule();

    @Override
    public Optional<Finding> judge(Departure departure) {
        boolean sameNumbers = departure.equation().isPresent()
                && departure.counterpart().isPresent()
                && departure.missing().isEmpty()
                && departure.extra().isEmpty();
        return sameNumbers ? concepts.judge(departure) : Optional.empty();
    }
}

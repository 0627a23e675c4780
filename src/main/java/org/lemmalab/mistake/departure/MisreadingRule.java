package org.lemmalab.mistake.departure;

import java.util.Optional;
import org.lemmalab.mistake.ErrorType;

/** Question misinterpretation: known numbers, sound arithmetic, and a quantity that the way to the answer does not pass. */
final class MisreadingRule implements Rule {
    @Override
    public Optional<Finding> judge(Departure departure) {
        return Rule.found(
                ErrorType.QUESTION_MISINTERPRETATION,
                departure,
                "Its numbers are known, but the way to the answer does not pass through this quantity.");
    }
}

package org.lemmalab.problem.program;

import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.LabException;

/**
 * A number in an operation.
 *
 * @param value its exact value
 * @param source where it comes from
 * @param resultOf for {@link Source#RESULT}, the index of the operation that it is the result of, from 0
 */
public record Operand(BigFraction value, Source source, OptionalInt resultOf) {
    /** Checks that an operation is named exactly where the operand is a result. */
    public Operand {
        if (value == null || source == null || resultOf.isPresent() != (source == Source.RESULT)) {
            throw new LabException("operand: expected a value, a source, and an operation exactly for a result, found "
                    + source + " " + resultOf);
        }
    }
}

package org.lemmalab.mistake.departure;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.program.Numbers;

/**
 * One number stands where gold has another, under the same operators. What the gold number is decides: a unit factor, a result that
 * was never worked out, an earlier result, a value of the question, or else a count.
 */
final class SubstitutionRule implements Rule {
    private static final BigFraction LARGEST_COUNT = BigFraction.of(12);

    @Override
    public Optional<Finding> judge(Departure departure) {
        if (departure.missing().size() != 1 || departure.extra().size() != 1) {
            return Optional.empty();
        }
        boolean sameShape = departure.equation().isEmpty()
                || departure.counterpart().isPresent()
                        && departure
                                .equation()
                                .get()
                                .expression()
                                .operators()
                                .equals(departure
                                        .counterpart()
                                        .get()
                                        .expression()
                                        .operators());
        return sameShape
                ? judge(departure, departure.missing().get(0), departure.extra().get(0))
                : Optional.empty();
    }

    private static Optional<Finding> judge(Departure departure, BigFraction right, BigFraction wrong) {
        String pair = Numbers.text(wrong) + " stands where " + Numbers.text(right);
        boolean converted = !departure.isEarlierResult(right) && departure.isConversionOf(wrong, right);
        if (departure.isConversion(right) || converted) {
            return Rule.found(
                    ErrorType.UNIT_CONVERSION, departure, pair + " belongs; it takes a factor between units.");
        }
        if (departure.isOffByOne()) {
            return Rule.found(ErrorType.COUNTING, departure, pair + " belongs: one more or one less is to be counted.");
        }
        if (departure.isSkippedResult(right)) {
            return departure.isInputOf(wrong, right) || !departure.isKnown(wrong) || departure.readsLikeGold()
                    ? Rule.found(
                            ErrorType.MISSING_STEP,
                            departure,
                            pair + " belongs, a result that no earlier step works out.")
                    : Optional.empty();
        }
        if (departure.isEarlierResult(right)) {
            return misquoted(departure, wrong, pair);
        }
        if (departure.isQuestionValue(right)) {
            if (departure.countsDays(right)) {
                return Rule.found(ErrorType.COUNTING, departure, pair + " belongs, a count of days.");
            }
            return (departure.isEarlierResult(wrong) || departure.isQuestionValue(wrong)) && !departure.readsLikeGold()
                    ? Rule.found(
                            ErrorType.QUESTION_MISINTERPRETATION,
                            departure,
                            pair + " belongs, a value of the question: the operation is right, its quantity is not.")
                    : Rule.found(ErrorType.CONTEXT_VALUE, departure, pair + " belongs, a value of the question.");
        }
        boolean count = Numbers.isWhole(right) && right.abs().compareTo(LARGEST_COUNT) <= 0;
        return count
                ? Rule.found(ErrorType.COUNTING, departure, pair + " belongs, a count of things in the question.")
                : departure.isExplained(wrong) && !departure.readsLikeGold()
                        ? Optional.empty()
                        : Rule.found(ErrorType.CONTEXT_VALUE, departure, pair + " belongs.");
    }

    private static Optional<Finding> misquoted(Departure departure, BigFraction wrong, String pair) {
        boolean known = departure.isQuestionValue(wrong) || departure.isEarlierResult(wrong);
        if (known && !departure.readsLikeGold()) {
            return Rule.found(
                    ErrorType.QUESTION_MISINTERPRETATION,
                    departure,
                    pair + " belongs, an earlier result: the operation is right, its quantity is not.");
        }
        return Rule.found(ErrorType.CONTRADICTORY_STEP, departure, pair + " belongs, the result of an earlier step.");
    }
}

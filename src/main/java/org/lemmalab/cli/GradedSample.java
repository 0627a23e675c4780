package org.lemmalab.cli;

import java.util.Optional;
import org.lemmalab.grading.AnyGold;
import org.lemmalab.grading.Verdict;
import org.lemmalab.solution.ExtractedAnswer;
import org.lemmalab.solution.ModelText;

/**
 * A prediction with the verdict on it.
 *
 * @param prediction the prediction's text
 * @param extraction what was extracted from it; empty where the prediction is the answer
 * @param golds against which gold and with what outcome; empty where no answer was found
 * @param gold the gold answer that it was held against
 */
record GradedSample(String prediction, Optional<Extraction> extraction, Optional<AnyGold> golds, String gold) {
    /** The outcomes, as they are named in files and in the summary. */
    enum Outcome {
        EQUAL,
        UNEQUAL,
        UNDECIDED,
        NO_ANSWER
    }

    /**
     * A text, taken apart.
     *
     * @param text thoughts and solution
     * @param answer the answer, or why there is none
     */
    record Extraction(ModelText text, ExtractedAnswer answer) {
        /** Empty where there is no answer. */
        Optional<ExtractedAnswer.Found> found() {
            return answer instanceof ExtractedAnswer.Found found ? Optional.of(found) : Optional.empty();
        }
    }

    Optional<Verdict> verdict() {
        return golds.map(AnyGold::verdict);
    }

    Outcome outcome() {
        return verdict()
                .map(verdict ->
                        verdict.isUndecided() ? Outcome.UNDECIDED : verdict.isEqual() ? Outcome.EQUAL : Outcome.UNEQUAL)
                .orElse(Outcome.NO_ANSWER);
    }

    /** Why there is no decision, or no answer; empty where there are both. */
    Optional<String> reason() {
        if (extraction.isPresent() && extraction.get().answer() instanceof ExtractedAnswer.None none) {
            return Optional.of(none.reason());
        }
        return verdict().filter(Verdict::isUndecided).map(verdict -> ((Verdict.Undecided) verdict).reason());
    }
}

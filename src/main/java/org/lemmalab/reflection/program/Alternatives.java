package org.lemmalab.reflection.program;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lemmalab.io.Seeds;

/** The kinds of other ways. They are tried in a random order; the last resort is the same way with a check. */
final class Alternatives {
    private static final List<SolutionVariation> WAYS =
            List.of(new OtherOrder(), new OneExpression(), new SmallerSteps(), new OtherGrouping());
    private static final SolutionVariation LAST_RESORT = new CheckedAgain();

    private Alternatives() {}

    /** A sound other way; which one depends on the draws. */
    static Optional<Alternative> choose(GoldSolution gold, SplittableRandom random) {
        for (SolutionVariation way : Seeds.shuffled(WAYS, random)) {
            Optional<Alternative> found = way.find(gold, random).filter(each -> each.isSound(gold));
            if (found.isPresent()) {
                return found;
            }
        }
        return LAST_RESORT.find(gold, random).filter(each -> each.isSound(gold));
    }
}

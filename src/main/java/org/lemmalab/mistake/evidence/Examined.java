package org.lemmalab.mistake.evidence;

import java.util.List;
import org.lemmalab.mistake.departure.StepJudge;
import org.lemmalab.solution.Solution;

/**
 * What an attempt looks like beside the gold solution: read in one way, whether its first wrong step is looked for or weights are fitted.
 *
 * @param judge where its equations leave the gold path
 * @param facts of each step
 * @param kind its kind, which decides the weights
 */
record Examined(StepJudge judge, List<StepFacts> facts, Kind kind) {
    static Examined of(Gold gold, Solution attempt) {
        StepJudge judge = StepJudge.of(gold.path(), attempt);
        List<StepFacts> facts = FactFinder.of(gold, attempt, judge.equations());
        return new Examined(judge, facts, Kind.of(gold, facts));
    }

    /** The features of each step, for {@link ChoiceModel}. */
    double[][] features() {
        return new Features(facts, judge.step().orElse(0), judge.endsWrongly()).all();
    }
}

package org.lemmalab.grading;

import java.util.List;
import java.util.function.Function;
import org.lemmalab.io.LabException;

/**
 * The verdict on an answer where several golds are right.
 *
 * @param verdict the first that is equal; else the first that is undecided; else the first
 * @param index the place of that gold, from 0
 */
public record AnyGold(Verdict verdict, int index) {
    /** Checks the place. */
    public AnyGold {
        if (verdict == null || index < 0) {
            throw new LabException(
                    "any gold: expected a verdict and a place from 0, found " + verdict + " and " + index);
        }
    }

    /**
     * @param golds the right answers, at least one
     * @param grade the verdict against one of them
     * @return the verdict against them all
     * @throws LabException if there is no gold
     */
    public static AnyGold of(List<String> golds, Function<String, Verdict> grade) {
        AnyGold best = null;
        for (int i = 0; i < golds.size(); i++) {
            AnyGold next = new AnyGold(grade.apply(golds.get(i)), i);
            if (next.verdict.isEqual()) {
                return next;
            }
            if (best == null || next.verdict.isUndecided() && !best.verdict.isUndecided()) {
                best = next;
            }
        }
        if (best == null) {
            throw new LabException("any gold: expected at least one gold answer, found none");
        }
        return best;
    }
}

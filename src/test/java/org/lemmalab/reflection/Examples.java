package org.lemmalab.reflection;

import java.util.List;
import java.util.Map;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.StepSplitter;

/** A problem, its errors and triplets, for tests. */
public final class Examples {
    /** Four operations, the first two independent of each other. */
    public static final Problem BAKERY = new Problem(
            "mine/1",
            "A bakery sells 4 trays of 12 rolls and 3 trays of 10 buns. It had baked 100 pieces. Each piece left is sold for $2."
                    + " How much money do the pieces that are left bring in?",
            "It sells 4*12=<<4*12=48>>48 rolls.\nThe buns are 3*10=<<3*10=30>>30 pieces.\n"
                    + "100-48-30=<<100-48-30=22>>22 pieces are left.\nThey bring in 22*2=$<<22*2=44>>44.",
            "44");

    private Examples() {}

    /**
     * @param type the error's type
     * @param steps the steps, the last of them wrong
     * @return an error of a student
     */
    public static ErroneousAttempt error(ErrorType type, String... steps) {
        return new ErroneousAttempt(
                StepSplitter.numbered(List.of(steps)),
                steps.length,
                type,
                ErrorSource.STUDENT,
                "Step 1 departs; the gold solution has something else.",
                "45");
    }

    /**
     * @return a slip in the second step
     */
    public static ErroneousAttempt slip() {
        return error(ErrorType.CALCULATION, "It sells 4*12=48 rolls.", "The buns are 3*10=33 pieces.");
    }

    /**
     * @param reflection what leads out of the slip
     * @return a triplet
     */
    public static Triplet triplet(Reflection reflection) {
        Correction correction = new Correction(
                Strategy.FIX_AND_CONTINUE,
                List.of("The buns are 3*10=30 pieces.", "100-48-30=22 pieces are left.", "They bring in 22*2=$44."),
                "44",
                "");
        TripletOrigin origin = new TripletOrigin("none", "program", -3, Map.of("link", "ab12"), "1.0");
        return new Triplet("mine/1/1", BAKERY, slip(), reflection, correction, origin);
    }
}

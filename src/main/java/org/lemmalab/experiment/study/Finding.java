package org.lemmalab.experiment.study;

/**
 * What an experiment says about a claim.
 *
 * @param claim the paper's claim, in a sentence
 * @param verdict what was found here
 * @param why the numbers that it rests on, in a sentence
 */
public record Finding(String claim, Verdict verdict, String why) {
    /** A claim that a budget does not let be asked. */
    static Finding leftOut(String claim, StudyBudget budget, String what) {
        return new Finding(claim, Verdict.NOT_DECIDABLE, "Left out: the budget '" + budget.name() + "' " + what + ".");
    }

    /** How a claim came out. */
    public enum Verdict {
        /** The interval lies on the claim's side. */
        SUPPORTED("supported here"),
        /** The interval lies on the other side, or excludes a difference that matters. */
        NOT_SUPPORTED("not supported here"),
        /** Neither, or the scale does not let it be asked. */
        NOT_DECIDABLE("not decidable at this scale");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }

        /**
         * @return the words for people
         */
        public String title() {
            return title;
        }
    }
}

package org.lemmalab.experiment.study;

import java.util.List;
import java.util.Optional;

/** One experiment of the paper. */
interface Experiment {
    /**
     * @return its id in the paper, for example {@code T2/T9}
     */
    String id();

    /**
     * @return a name for files, for example {@code main-results}
     */
    String name();

    /**
     * @return for people
     */
    String title();

    /**
     * @param budget how much
     * @return why the budget leaves nothing to compare here, which is then neither demanded nor run; empty where it does
     */
    default Optional<Finding> leftOut(StudyBudget budget) {
        return Optional.empty();
    }

    /**
     * @param study who and how much
     * @return what it needs, for the estimate; what several experiments need is counted once
     */
    List<Workload> demands(Study study);

    /**
     * Measures.
     *
     * @param study what it works with
     * @param outcome takes what it finds
     */
    void run(Study study, OutcomeBuilder outcome);
}

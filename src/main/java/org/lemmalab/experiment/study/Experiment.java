package org.lemmalab.experiment.study;

import java.util.List;

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
     * @param study who and how much
     * @return what it needs, for the estimate; what several experiments need is counted once
     */
    List<Demand> demands(Study study);

    /**
     * Measures.
     *
     * @param study what it works with
     * @param outcome takes what it finds
     */
    void run(Study study, OutcomeBuilder outcome);
}

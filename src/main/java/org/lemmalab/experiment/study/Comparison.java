package org.lemmalab.experiment.study;

import java.util.List;

/**
 * An experiment that compares methods on the sets in distribution.
 *
 * @param id its id in the paper
 * @param name for files
 * @param title for people
 * @param methods what is compared
 * @param claims what is said of them
 */
record Comparison(String id, String name, String title, List<StudyMethod> methods, List<Claim> claims)
        implements Experiment {
    /**
     * That one method is better than another.
     *
     * @param text in words
     * @param better the one
     * @param than the other
     */
    record Claim(String text, StudyMethod better, StudyMethod than) {}

    Comparison {
        methods = List.copyOf(methods);
        claims = List.copyOf(claims);
    }

    @Override
    public List<Workload> demands(Study study) {
        return Workload.greedy(study, methods, study.ownSets());
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        MethodTable table = new MethodTable(study, study.bases().get(0), study.ownSets());
        table.measure(methods, outcome);
        claims.forEach(claim -> table.claim(claim.text(), claim.better(), claim.than(), MethodTable.OWN, outcome));
        methods.forEach(method -> table.habits(method, outcome));
    }
}

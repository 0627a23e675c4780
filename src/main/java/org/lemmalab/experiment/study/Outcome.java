package org.lemmalab.experiment.study;

import java.util.List;
import org.lemmalab.io.Provenance;

/**
 * All that an experiment found, as it stands in {@code outcome.json}; tables and figures are made of it without running anything again.
 *
 * @param experiment its id in the paper, for example {@code T2/T9}
 * @param name a name for files, for example {@code main-results}
 * @param title for people
 * @param scale what the numbers were measured on, for example {@code student of 1.0 M parameters, made problems}
 * @param budget quick, standard or full
 * @param measures the numbers
 * @param contrasts the paired comparisons
 * @param findings the claims
 * @param cases trajectories to look at
 * @param seconds how long it took, without what was there already
 * @param provenance seeds, settings, data, versions
 */
public record Outcome(
        String experiment,
        String name,
        String title,
        String scale,
        String budget,
        List<Measure> measures,
        List<Contrast> contrasts,
        List<Finding> findings,
        List<Case> cases,
        double seconds,
        Provenance provenance) {
    /** Copies the lists. */
    public Outcome {
        measures = List.copyOf(measures);
        contrasts = List.copyOf(contrasts);
        findings = List.copyOf(findings);
        cases = List.copyOf(cases);
    }

    /**
     * @param base a student
     * @return what that student's numbers were measured on: the scale, or where there are several students, the one's name
     */
    public String scale(String base) {
        boolean isAlone = measures.stream().allMatch(each -> each.base().equals(base));
        return isAlone ? scale : "student " + base;
    }
}

package org.lemmalab.report.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.report.TableView;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whether a claim that came out one way in a study does so in another, of another student or with another budget. */
public final class VerdictsBeside {
    private VerdictsBeside() {}

    /** A claim, wherever it is judged. */
    private record Claim(String experiment, String text) {}

    /**
     * @param one a study
     * @param other another one
     * @return a row a claim that both judge, in the paper's order: its experiment, the claim, both verdicts under the studies' budgets and
     *     students, and whether they agree
     */
    public static TableView of(StudyReport one, StudyReport other) {
        Map<Claim, String> first = verdicts(one);
        Map<Claim, String> second = verdicts(other);
        List<Claim> claims = first.keySet().stream().filter(second::containsKey).toList();
        String head = name(one);
        String secondHead = name(other).equals(head) ? head + ", again" : name(other);
        return new TableView(Table.create(
                "Claims in two studies",
                StringColumn.create("experiment", claims.stream().map(Claim::experiment)),
                StringColumn.create("claim", claims.stream().map(Claim::text)),
                StringColumn.create(head, claims.stream().map(first::get)),
                StringColumn.create(secondHead, claims.stream().map(second::get)),
                StringColumn.create(
                        "agree",
                        claims.stream().map(claim -> first.get(claim).equals(second.get(claim)) ? "yes" : "no"))));
    }

    private static Map<Claim, String> verdicts(StudyReport study) {
        Map<Claim, String> verdicts = new LinkedHashMap<>();
        for (FindingsView.Row row : study.verdicts().rows()) {
            if (row.verdict().isPresent()) {
                verdicts.put(new Claim(row.experiment(), row.claim()), row.label());
            }
        }
        return verdicts;
    }

    /** Budget and students, for example {@code full: small, tiny}. */
    private static String name(StudyReport study) {
        if (study.outcomes().isEmpty()) {
            return "nothing recorded";
        }
        String budgets =
                study.outcomes().stream().map(Outcome::budget).distinct().collect(Collectors.joining(", "));
        String bases = study.outcomes().stream()
                .flatMap(outcome -> outcome.measures().stream())
                .map(Measure::base)
                .distinct()
                .collect(Collectors.joining(", "));
        return budgets + ": " + bases;
    }
}

package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lemmalab.evaluation.statistics.ManyTests;
import org.lemmalab.experiment.study.Finding.Verdict;
import org.lemmalab.io.Provenance;

/** Gathers what an experiment measures; p-values are corrected over all its contrasts, and only then findings are drawn. */
final class OutcomeBuilder {
    private final List<Measure> measures = new ArrayList<>();
    private final List<Contrast> contrasts = new ArrayList<>();
    private final Map<String, List<Integer>> claims = new LinkedHashMap<>();
    private final List<Function<List<Contrast>, Finding>> findings = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private final List<String> raw = new ArrayList<>();

    /** What an experiment finds, or why the study's budget leaves it out. */
    static OutcomeBuilder of(Experiment experiment, Study study) {
        OutcomeBuilder outcome = new OutcomeBuilder();
        experiment.leftOut(study.budget()).ifPresentOrElse(outcome::finding, () -> experiment.run(study, outcome));
        return outcome;
    }

    void measure(Scores scores) {
        measures.add(scores.measure());
        raw.addAll(scores.lines());
    }

    void measure(Measure measure) {
        measures.add(measure);
    }

    /** A comparison that no claim hangs on. */
    void contrast(Scores scores, Scores other) {
        contrasts.add(scores.against(other));
    }

    /** A comparison on which a claim hangs: that the first is better. A claim may hang on several. */
    void claim(String claim, Scores scores, Scores other) {
        claims.computeIfAbsent(claim, each -> {
            List<Integer> numbers = new ArrayList<>();
            findings.add(adjusted ->
                    Verdicts.better(each, numbers.stream().map(adjusted::get).toList()));
            return numbers;
        });
        claims.get(claim).add(contrasts.size());
        contrasts.add(scores.against(other));
    }

    void finding(Finding finding) {
        findings.add(adjusted -> finding);
    }

    /** A row that is not there. */
    void missing(String method, String reason) {
        finding(new Finding(method + " can be compared here.", Verdict.NOT_DECIDABLE, "Left out: " + reason + "."));
    }

    /** Those students whose recipe makes something; the others are named with the reason. */
    List<StudyArm> present(Study study, List<StudyArm> subjects) {
        List<StudyArm> present = new ArrayList<>();
        for (StudyArm subject : subjects) {
            study.missing(subject)
                    .ifPresentOrElse(reason -> missing(subject.toString(), reason), () -> present.add(subject));
        }
        return present;
    }

    void example(Case example) {
        cases.add(example);
    }

    /** A line a method, set, metric and seed. */
    List<String> raw() {
        return List.copyOf(raw);
    }

    Outcome build(Experiment experiment, Study study) {
        double[] adjusted =
                ManyTests.holm(contrasts.stream().mapToDouble(Contrast::p).toArray());
        List<Contrast> corrected = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            corrected.add(adjusted(contrasts.get(i), adjusted[i]));
        }
        return new Outcome(
                experiment.id(),
                experiment.name(),
                experiment.title(),
                scale(study),
                study.budget().name(),
                measures,
                corrected,
                findings.stream().map(each -> each.apply(corrected)).toList(),
                cases,
                0,
                provenance(study));
    }

    /** The students that are measured; the first where none is. */
    private String scale(Study study) {
        List<String> measured = measures.stream().map(Measure::base).distinct().toList();
        List<String> names = measured.isEmpty() ? List.of(study.bases().get(0).name()) : measured;
        return (names.size() == 1 ? "student " : "students ") + String.join(" and ", names) + ", "
                + study.problems().title();
    }

    private static Provenance provenance(Study study) {
        Map<String, String> settings = new TreeMap<>(study.problems().identity());
        settings.putAll(StudyTeachers.identity(study.teachers().main()));
        settings.put("budget", study.budget().toString());
        Map<String, String> data = new TreeMap<>();
        study.bases().forEach(base -> data.put("student " + base.name(), base.identity()));
        study.sets().forEach(set -> data.put("set " + set.name(), set.hash()));
        return Provenance.of(1, settings, data);
    }

    private static Contrast adjusted(Contrast contrast, double p) {
        return new Contrast(
                contrast.base(),
                contrast.method(),
                contrast.against(),
                contrast.set(),
                contrast.metric(),
                contrast.difference(),
                contrast.low(),
                contrast.high(),
                contrast.p(),
                p,
                contrast.problems(),
                contrast.seeds());
    }
}

package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;

/**
 * The main comparison (paper Tab. 2 and 9): LEMMA, the baselines, and the controls that a critic would ask for. The first student is tuned
 * by every method, each other one by the main methods, which says whether what is found survives another base.
 */
final class MainResults implements Experiment {
    private static final List<StudyMethod> COMPARED = List.of(
            StudyMethods.SFT,
            StudyMethods.RFT,
            StudyMethods.recipe("metamath"),
            StudyMethods.GPTAUG,
            StudyMethods.recipe("isc"),
            StudyMethods.recipe("s3c-math"),
            StudyMethods.recipe("refaug"),
            StudyMethods.LEMMA,
            StudyMethods.OWN_ERRORS,
            StudyMethods.CORRECTIONS,
            StudyMethods.MASKED,
            StudyMethods.mixed(20),
            StudyMethods.mixed(50),
            StudyMethods.mixed(80));

    @Override
    public String id() {
        return "T2/T9";
    }

    @Override
    public String name() {
        return "main-results";
    }

    @Override
    public String title() {
        return "Main results";
    }

    @Override
    public List<Workload> demands(Study study) {
        List<Workload> demands = new ArrayList<>();
        for (BaseStudent base : study.bases()) {
            demands.addAll(Workload.greedy(StudyArm.of(base, StudyMethods.BASE, 1), study.sets()));
            demands.addAll(Workload.greedy(study, base, compared(study, base), study.sets()));
        }
        return demands;
    }

    private static List<StudyMethod> compared(Study study, BaseStudent base) {
        boolean isFirst = base.equals(study.bases().get(0));
        return COMPARED.stream().filter(method -> isFirst || method.isMain()).toList();
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        for (BaseStudent base : study.bases()) {
            MethodTable table = new MethodTable(study, base, study.sets());
            table.measure(List.of(StudyMethods.BASE), outcome).measure(compared(study, base), outcome);
            compare(table, outcome);
            study.ownSets().forEach(set -> compareOn(set.name(), table, outcome));
        }
    }

    private static void compare(MethodTable table, OutcomeBuilder outcome) {
        StudyMethod lemma = StudyMethods.LEMMA;
        String own = MethodTable.OWN;
        table.claim("LEMMA is better than SFT on as many tokens.", lemma, StudyMethods.SFT, own, outcome);
        table.claim("LEMMA is better than RFT.", lemma, StudyMethods.RFT, own, outcome);
        table.claim("LEMMA is better than the teacher's solutions (GPTAug).", lemma, StudyMethods.GPTAUG, own, outcome);
        table.claim(
                "Error and reflection help: LEMMA is better than its corrections alone.",
                lemma,
                StudyMethods.CORRECTIONS,
                own,
                outcome);
        table.claim("Learning the wrong step, too, helps.", lemma, StudyMethods.MASKED, own, outcome);
        table.claim(
                "LEMMA is better than SFT out of distribution.", lemma, StudyMethods.SFT, MethodTable.OTHERS, outcome);
        for (int percent : List.of(20, 50, 80)) {
            table.contrast(StudyMethods.mixed(percent), StudyMethods.RFT, own, outcome);
        }
        table.contrast(StudyMethods.OWN_ERRORS, StudyMethods.SFT, own, outcome);
        table.contrast(StudyMethods.SFT, StudyMethods.BASE, own, outcome);
        for (StudyMethod method : List.of(
                StudyMethods.BASE,
                StudyMethods.SFT,
                lemma,
                StudyMethods.OWN_ERRORS,
                StudyMethods.MASKED,
                StudyMethods.mixed(50))) {
            table.habits(method, outcome);
        }
    }

    /** What holds of all problems in distribution may hold of one kind of them only. */
    private static void compareOn(String set, MethodTable table, OutcomeBuilder outcome) {
        for (StudyMethod against : List.of(StudyMethods.SFT, StudyMethods.RFT, StudyMethods.CORRECTIONS)) {
            table.contrast(StudyMethods.LEMMA, against, set, outcome);
        }
        for (StudyMethod other :
                List.of(StudyMethods.OWN_ERRORS, StudyMethods.MASKED, StudyMethods.recipe("s3c-math"))) {
            table.contrast(other, StudyMethods.SFT, set, outcome);
        }
    }
}

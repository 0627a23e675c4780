package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.lemmalab.experiment.study.Scores.Row;

/**
 * Each method at the learning rate that is best for it, which the paper has not: plain solutions may take harm from a rate that a method
 * needs to be learnt at all, and then the method only seems to help. The rate is chosen on development problems, with the first seed;
 * the comparison is on the problems that are reported on, with all seeds.
 */
final class LearningRates implements Experiment {
    private static final List<StudyMethod> COMPARED =
            List.of(StudyMethods.SFT, StudyMethods.LEMMA, StudyMethods.OWN_ERRORS);

    private static final String DEVELOPMENT = "development";

    @Override
    public String id() {
        return "rates";
    }

    @Override
    public String name() {
        return "learning-rates";
    }

    @Override
    public String title() {
        return "Each method at its own learning rate";
    }

    /** What the chosen rates need besides is not known before they are chosen. */
    @Override
    public List<Workload> demands(Study study) {
        long development = study.budget().developmentProblems();
        List<Workload> demands = new ArrayList<>(Workload.greedy(study, List.of(StudyMethods.BASE), study.ownSets()));
        for (StudyMethod method : COMPARED) {
            demands.addAll(Workload.greedy(study, List.of(method), study.ownSets()));
            for (StudyArm subject : subjects(study, method, 1).values()) {
                demands.add(new Workload(
                        subject, DEVELOPMENT, development * study.ownSets().size()));
            }
        }
        return demands;
    }

    @Override
    public Optional<Finding> leftOut(StudyBudget budget) {
        return budget.otherRates().isEmpty()
                ? Optional.of(Finding.leftOut(
                        "Each at its own learning rate, the methods compare otherwise.",
                        budget,
                        "tries no learning rate beside " + StudyArm.words(budget.rate())))
                : Optional.empty();
    }

    /** A student a rate. */
    private static Map<Double, StudyArm> subjects(Study study, StudyMethod method, long seed) {
        StudyArm usual = StudyArm.of(study.bases().get(0), method, seed);
        Map<Double, StudyArm> subjects = new TreeMap<>();
        subjects.put(study.budget().rate(), usual);
        study.budget().otherRates().forEach(rate -> subjects.put(rate, usual.withRate(rate)));
        return subjects;
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        Comparing comparing = new Comparing(study, outcome);
        comparing.measure(StudyMethods.BASE);
        COMPARED.forEach(comparing::measure);
        comparing.claim("LEMMA is better than SFT, each at its own rate.", StudyMethods.LEMMA);
        comparing.claim("LEMMA on own errors alone is better than SFT, each at its own rate.", StudyMethods.OWN_ERRORS);
        COMPARED.forEach(method -> comparing.contrast(method, StudyMethods.BASE));
    }

    /** The test problems' scores by method and set. */
    private record Comparing(Study study, OutcomeBuilder outcome, Map<String, Map<String, Scores>> scores) {
        Comparing(Study study, OutcomeBuilder outcome) {
            this(study, outcome, new TreeMap<>());
        }

        void measure(StudyMethod method) {
            StudyArm first = StudyArm.of(study.bases().get(0), method, 1);
            Optional<String> missing = study.missing(first);
            missing.ifPresent(reason -> outcome.missing(method.title(), reason));
            if (missing.isEmpty()) {
                double rate = method.isBase() ? study.budget().rate() : best(method);
                String label = method.isBase() ? method.title() : labelled(method, rate);
                scores.put(method.name(), measured(method, rate, label));
            }
        }

        /** The rate with the most right answers to development problems; of equal ones the lowest. */
        private double best(StudyMethod method) {
            List<StudySet> sets = study.problems().development(1, study.budget().developmentProblems());
            Map<Double, Double> found = new TreeMap<>();
            subjects(study, method, 1).forEach((rate, subject) -> {
                Scores accuracy = accuracy(
                        labelled(method, rate),
                        DEVELOPMENT,
                        List.of(study.answers(subject, sets, SamplingPlan.GREEDY)));
                outcome.measure(accuracy);
                found.put(rate, accuracy.measure().value());
            });
            return found.entrySet().stream()
                    .max(Map.Entry.<Double, Double>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<Double, Double>comparingByKey().reversed()))
                    .orElseThrow()
                    .getKey();
        }

        /** On each set and on all together, with all seeds. */
        private Map<String, Scores> measured(StudyMethod method, double rate, String label) {
            List<StudySet> sets = study.ownSets();
            List<List<Answer>> runs = study.seeds(method).stream()
                    .map(seed -> study.answers(subjects(study, method, seed).get(rate), sets, SamplingPlan.GREEDY))
                    .toList();
            List<List<List<Answer>>> bySet =
                    runs.stream().map(run -> StudySet.cut(run, sets)).toList();
            Map<String, Scores> measured = new LinkedHashMap<>();
            for (int i = 0; i < sets.size(); i++) {
                int set = i;
                String name = sets.get(set).name();
                measured.put(
                        name,
                        accuracy(
                                label,
                                name,
                                bySet.stream().map(run -> run.get(set)).toList()));
            }
            if (measured.size() > 1) {
                measured.put(MethodTable.OWN, accuracy(label, MethodTable.OWN, runs));
            }
            measured.values().forEach(outcome::measure);
            return measured;
        }

        private Scores accuracy(String label, String set, List<List<Answer>> runs) {
            Row row = new Row(study.bases().get(0).name(), label);
            return Scores.of(row, set, MethodTable.ACCURACY, runs, MethodTable::mark);
        }

        /** The claim is about all problems in distribution; each set is compared besides. */
        void claim(String claim, StudyMethod method) {
            List<StudySet> sets = study.ownSets();
            String all = sets.size() > 1 ? MethodTable.OWN : sets.get(0).name();
            pairs(method, StudyMethods.SFT, (own, plain) -> {
                if (own.set().equals(all)) {
                    outcome.claim(claim, own, plain);
                } else {
                    outcome.contrast(own, plain);
                }
            });
        }

        void contrast(StudyMethod method, StudyMethod against) {
            pairs(method, against, outcome::contrast);
        }

        /** Two methods' scores on each set and on all together, where both are there. */
        private void pairs(StudyMethod method, StudyMethod against, BiConsumer<Scores, Scores> then) {
            Map<String, Scores> others = scores.getOrDefault(against.name(), Map.of());
            scores.getOrDefault(method.name(), Map.of())
                    .forEach((set, own) ->
                            Optional.ofNullable(others.get(set)).ifPresent(other -> then.accept(own, other)));
        }

        private static String labelled(StudyMethod method, double rate) {
            return method.title() + " at " + StudyArm.words(rate);
        }
    }
}

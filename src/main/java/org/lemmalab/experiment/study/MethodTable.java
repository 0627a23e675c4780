package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.lemmalab.experiment.study.Scores.Row;
import org.lemmalab.reflection.ReflectionFinder;

/** Fine-tunes one student by several methods and asks all of them the same problems greedily. */
final class MethodTable {
    /** All sets in distribution together. */
    static final String OWN = "in distribution";

    /** All other sets together. */
    static final String OTHERS = "out of distribution";

    /** The share of right answers. */
    static final String ACCURACY = "accuracy";

    private final Study study;
    private final BaseStudent base;
    private final List<StudySet> sets;
    private final Map<String, List<List<Answer>>> answers = new LinkedHashMap<>();

    MethodTable(Study study, BaseStudent base, List<StudySet> sets) {
        this.study = study;
        this.base = base;
        this.sets = List.copyOf(sets);
    }

    /** Measures the methods and puts their accuracies into the outcome; a method that makes nothing is named with its reason. */
    MethodTable measure(List<StudyMethod> methods, OutcomeBuilder outcome) {
        for (StudyMethod method : methods) {
            Optional<String> missing = ask(method);
            missing.ifPresent(reason -> outcome.missing(named(method), reason));
            if (missing.isEmpty()) {
                groups().forEach(group -> scores(method, group).ifPresent(outcome::measure));
            }
        }
        return this;
    }

    /** With the student where there are several. */
    private String named(StudyMethod method) {
        return study.bases().size() == 1 ? method.title() : method.title() + " for " + base.name();
    }

    /** Has the methods asked without a line in the outcome. */
    Optional<String> ask(StudyMethod method) {
        List<List<Answer>> runs = new ArrayList<>();
        for (long seed : study.seeds(method)) {
            StudyArm subject = StudyArm.of(base, method, seed);
            Optional<String> missing = study.missing(subject);
            if (missing.isPresent()) {
                return missing;
            }
            runs.add(study.answers(subject, asked(method), SamplingPlan.GREEDY));
        }
        answers.put(method.name(), runs);
        return Optional.empty();
    }

    private List<StudySet> asked(StudyMethod method) {
        return study.asked(StudyArm.of(base, method, 1), sets);
    }

    private List<String> groups() {
        List<String> groups = new ArrayList<>(sets.stream().map(StudySet::name).toList());
        if (sets.stream().filter(StudySet::isInDistribution).count() > 1) {
            groups.add(OWN);
        }
        if (sets.stream().filter(set -> !set.isInDistribution()).count() > 1) {
            groups.add(OTHERS);
        }
        return groups;
    }

    /** Accuracy of a method on a set or a group of sets; empty where it made nothing. */
    Optional<Scores> scores(StudyMethod method, String group) {
        return scores(method, group, ACCURACY, MethodTable::mark);
    }

    /** Another number of each answer. */
    Optional<Scores> scores(StudyMethod method, String group, String metric, ToDoubleFunction<Answer> score) {
        return scores(method, group, metric, score, method);
    }

    /** Of those problems alone that the students of another method were asked, too. */
    private Optional<Scores> scores(
            StudyMethod method, String group, String metric, ToDoubleFunction<Answer> score, StudyMethod against) {
        Row row = new Row(base.name(), method.title());
        return runs(method, group, against).map(runs -> Scores.of(row, group, metric, runs, score));
    }

    /** Answers of each seed to a set or a group of sets. */
    Optional<List<List<Answer>>> runs(StudyMethod method, String group) {
        return runs(method, group, method);
    }

    private Optional<List<List<Answer>>> runs(StudyMethod method, String group, StudyMethod against) {
        return Optional.ofNullable(answers.get(method.name()))
                .map(runs -> runs.stream()
                        .map(run -> within(run, group, asked(method), asked(against)))
                        .toList());
    }

    /** Answers to a group's problems that are in both lists of the same sets; one list has the first problems of the other. */
    private static List<Answer> within(List<Answer> run, String group, List<StudySet> asked, List<StudySet> common) {
        List<Answer> some = new ArrayList<>();
        List<List<Answer>> bySet = StudySet.cut(run, asked);
        for (int i = 0; i < asked.size(); i++) {
            StudySet set = asked.get(i);
            boolean wanted = set.name().equals(group)
                    || group.equals(OWN) && set.isInDistribution()
                    || group.equals(OTHERS) && !set.isInDistribution();
            if (wanted) {
                bySet.get(i).stream().limit(common.get(i).problems().size()).forEach(some::add);
            }
        }
        return some;
    }

    /** Compares two methods where both are there; a claim hangs on it. */
    void claim(String claim, StudyMethod method, StudyMethod against, String group, OutcomeBuilder outcome) {
        pair(method, against, group, (mine, other) -> outcome.claim(claim, mine, other));
    }

    /** Compares two methods where both are there. */
    void contrast(StudyMethod method, StudyMethod against, String group, OutcomeBuilder outcome) {
        pair(method, against, group, outcome::contrast);
    }

    private void pair(StudyMethod method, StudyMethod against, String group, BiConsumer<Scores, Scores> then) {
        accuracy(method, group, against)
                .ifPresent(mine -> accuracy(against, group, method).ifPresent(other -> then.accept(mine, other)));
    }

    private Optional<Scores> accuracy(StudyMethod method, String group, StudyMethod against) {
        return scores(method, group, ACCURACY, MethodTable::mark, against);
    }

    /** 1 where the answer is right. */
    static double mark(Answer answer) {
        return answer.first().isRight() ? 1 : 0;
    }

    /** How long a method's answers are, how many do not end, and how they reflect on each set in distribution. */
    void habits(StudyMethod method, OutcomeBuilder outcome) {
        scores(method, OWN, "mean tokens", answer -> answer.first().tokens()).ifPresent(outcome::measure);
        scores(
                        method,
                        OWN,
                        "share of answers cut off",
                        answer -> answer.first().finish().equals("length") ? 1 : 0)
                .ifPresent(outcome::measure);
        Row row = new Row(base.name(), method.title());
        asked(method).stream()
                .filter(StudySet::isInDistribution)
                .forEach(set -> runs(method, set.name())
                        .ifPresent(runs ->
                                Reflecting.measure(row, set, study.teachers().main(), runs, outcome)));
    }

    static boolean reflects(Answer answer) {
        return ReflectionFinder.count(answer.first().text()) > 0;
    }
}

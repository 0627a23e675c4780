package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lemmalab.experiment.study.Scores.Row;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;

/** Error types by sampling temperature (paper Fig. 4): counts for each problem, one sample a problem. */
final class Temperatures implements Experiment {
    private static final List<Double> TEMPERATURES = List.of(0.3, 0.5, 0.7, 0.9, 1.1);
    private static final String ERRORS = "errors: ";

    @Override
    public String id() {
        return "F4";
    }

    @Override
    public String name() {
        return "temperatures";
    }

    @Override
    public String title() {
        return "Error types by sampling temperature";
    }

    @Override
    public List<Workload> demands(Study study) {
        StudyArm subject = StudyArm.of(study.bases().get(0), StudyMethods.BASE, 1);
        List<Workload> demands = new ArrayList<>();
        for (StudySet set : sets(study)) {
            TEMPERATURES.forEach(temperature -> demands.add(new Workload(
                    subject, set.name() + " at " + temperature, set.problems().size())));
        }
        return demands;
    }

    private static List<StudySet> sets(Study study) {
        return study.ownSets().stream()
                .map(set -> set.first(study.budget().temperatureProblems()))
                .toList();
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        List<Scores> nonsense = new ArrayList<>();
        List<Scores> wrong = new ArrayList<>();
        for (double temperature : TEMPERATURES) {
            nonsense.add(at(temperature, study, outcome, wrong));
        }
        int last = TEMPERATURES.size() - 1;
        outcome.claim("Nonsense grows with the temperature.", nonsense.get(last), nonsense.get(0));
        outcome.claim("Errors grow with the temperature.", wrong.get(last), wrong.get(0));
    }

    /** Puts the measures of one temperature; returns that of nonsensical outputs. */
    private static Scores at(double temperature, Study study, OutcomeBuilder outcome, List<Scores> wrong) {
        BaseStudent base = study.bases().get(0);
        List<StudySet> sets = sets(study);
        List<Problem> problems =
                sets.stream().flatMap(set -> set.problems().stream()).toList();
        List<Answer> answers =
                study.answers(StudyArm.of(base, StudyMethods.BASE, 1), sets, new SamplingPlan(temperature, 1, 1));
        ErrorTally tally = ErrorTally.of(study.teachers().main(), problems, answers);
        Row row = new Row(base.name(), StudyMethods.BASE.title());
        String label = String.format(Locale.ROOT, "temperature %.1f", temperature);
        String set = MethodTable.OWN + ", " + label;
        Scores nonsense = errors(row, set, ErrorType.NONSENSICAL_OUTPUT, tally);
        for (ErrorType type : ErrorType.values()) {
            outcome.measure(errors(row, set, type, tally));
        }
        Scores errors = Scores.of(
                row,
                set,
                "wrong answers",
                List.of(answers),
                answer -> answer.first().isRight() ? 0 : 1);
        outcome.measure(errors);
        wrong.add(errors.labelled(label, MethodTable.OWN));
        return nonsense.labelled(label, MethodTable.OWN);
    }

    private static Scores errors(Row row, String set, ErrorType type, ErrorTally tally) {
        return new Scores(row.base(), row.method(), set, ERRORS + type.title(), List.of(tally.marks(type)));
    }
}

package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.experiment.study.Scores.Row;

/** Follow-up questions and error correction, as MathChat has them (paper Tab. 3). */
final class Dialogues implements Experiment {
    private static final String CORRECTION = "error correction";
    private static final List<StudyMethod> TALKING = List.of(
            StudyMethods.BASE,
            StudyMethods.SFT,
            StudyMethods.RFT,
            StudyMethods.GPTAUG,
            StudyMethods.recipe("isc"),
            StudyMethods.recipe("refaug"),
            StudyMethods.LEMMA);

    @Override
    public String id() {
        return "T3";
    }

    @Override
    public String name() {
        return "dialogues";
    }

    @Override
    public String title() {
        return "Follow-up questions and error correction";
    }

    @Override
    public List<Workload> demands(Study study) {
        List<Workload> demands = new ArrayList<>();
        for (StudyMethod method : TALKING) {
            for (long seed : study.seeds(method)) {
                demands.add(new Workload(
                        StudyArm.of(study.bases().get(0), method, seed),
                        "dialogues",
                        4L * study.budget().dialogues()));
            }
        }
        return demands;
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        List<Scores> sft = List.of();
        for (StudyMethod method : TALKING) {
            Optional<String> missing = study.missing(StudyArm.of(study.bases().get(0), method, 1));
            if (missing.isPresent()) {
                outcome.missing(method.title(), missing.get());
                continue;
            }
            List<Scores> scores = scores(study, method);
            scores.forEach(outcome::measure);
            if (method.equals(StudyMethods.SFT)) {
                sft = scores;
            } else if (method.equals(StudyMethods.LEMMA)) {
                compare(scores, sft, outcome);
            }
        }
    }

    private static void compare(List<Scores> lemma, List<Scores> sft, OutcomeBuilder outcome) {
        for (int i = 0; i < sft.size(); i++) {
            String what = lemma.get(i).set();
            outcome.claim("LEMMA is better than SFT at " + what + ".", lemma.get(i), sft.get(i));
        }
    }

    private static List<Scores> scores(Study study, StudyMethod method) {
        List<Dialogue> talks = study.problems().followUps(study.budget().dialogues());
        List<Dialogue> wrong = study.problems().errorCorrections(study.budget().dialogues());
        List<List<List<Answer>>> runs = new ArrayList<>();
        for (long seed : study.seeds(method)) {
            StudyArm subject = StudyArm.of(study.bases().get(0), method, seed);
            List<List<Answer>> columns = new ArrayList<>(study.dialogues(subject, "follow-up questions", talks));
            columns.addAll(study.dialogues(subject, CORRECTION, wrong));
            runs.add(columns);
        }
        List<Scores> scores = new ArrayList<>();
        for (int i = 0; i < runs.get(0).size(); i++) {
            int column = i;
            String set = i < runs.get(0).size() - 1 ? "follow-up, turn " + (i + 1) : CORRECTION;
            Row row = new Row(study.bases().get(0).name(), method.title());
            scores.add(Scores.of(
                    row,
                    set,
                    MethodTable.ACCURACY,
                    runs.stream().map(run -> run.get(column)).toList(),
                    answer -> answer.first().isRight() ? 1 : 0));
        }
        return scores;
    }
}

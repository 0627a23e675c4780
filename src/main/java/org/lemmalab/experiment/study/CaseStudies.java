package org.lemmalab.experiment.study;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.experiment.study.Finding.Verdict;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.trajectory.RelationJudge;

/** Trajectories to look at (paper Figs. 10 and 11): an error that was mended, a reflection that did harm, an error that was missed. */
final class CaseStudies implements Experiment {
    private static final int OF_EACH = 2;

    @Override
    public String id() {
        return "F10/F11";
    }

    @Override
    public String name() {
        return "case-studies";
    }

    @Override
    public String title() {
        return "Case studies";
    }

    @Override
    public List<Workload> demands(Study study) {
        StudyArm lemma = StudyArm.of(study.bases().get(0), StudyMethods.LEMMA, 1);
        return Workload.greedy(lemma, study.ownSets());
    }

    @Override
    public void run(Study study, OutcomeBuilder outcome) {
        StudyArm lemma = StudyArm.of(study.bases().get(0), StudyMethods.LEMMA, 1);
        Optional<String> missing = study.missing(lemma);
        if (missing.isPresent()) {
            outcome.missing(lemma.method().title(), missing.get());
            return;
        }
        List<Problem> problems =
                study.ownSets().stream().flatMap(set -> set.problems().stream()).toList();
        List<Answer> answers = study.answers(lemma, study.ownSets(), SamplingPlan.GREEDY);
        TrajectoryJudge judge = RelationJudge.with(study.teachers().main());
        Finder finder = new Finder(study, problems, answers, outcome);
        finder.find(
                "an error noticed and mended",
                (problem, answer) -> MethodTable.reflects(answer)
                        && judge.judge(problem, answer.first().text(), line -> 1)
                                .isMendedAtOnce());
        finder.find(
                "a reflection that did harm",
                (problem, answer) -> MethodTable.reflects(answer)
                        && !answer.first().isRight()
                        && !isWrongBefore(study, problem, answer));
        finder.find(
                "an error that was missed",
                (problem, answer) ->
                        !MethodTable.reflects(answer) && !answer.first().isRight());
    }

    private record Finder(Study study, List<Problem> problems, List<Answer> answers, OutcomeBuilder outcome) {
        private void find(String title, BiPredicate<Problem, Answer> wanted) {
            int count = 0;
            for (int i = 0; i < answers.size() && count < OF_EACH; i++) {
                if (wanted.test(problems.get(i), answers.get(i))) {
                    outcome.example(example(title, problems.get(i), answers.get(i)));
                    count++;
                }
            }
            if (count == 0) {
                outcome.finding(new Finding(
                        "There is a case of " + title + ".",
                        Verdict.NOT_SUPPORTED,
                        "None among " + answers.size() + " answers."));
            }
        }

        private static Case example(String title, Problem problem, Answer answer) {
            return new Case(
                    title,
                    StudyMethods.LEMMA.title(),
                    problem.id(),
                    problem.question(),
                    problem.goldAnswer(),
                    answer.first().text(),
                    answer.first().isRight());
        }
    }

    /** Whether what stands before the first reflection has a wrong step. */
    private static boolean isWrongBefore(Study study, Problem problem, Answer answer) {
        String before = ReflectionFinder.lines(answer.first().text()).stream()
                .takeWhile(line -> !line.reflects())
                .map(ReflectionFinder.Line::text)
                .collect(Collectors.joining("\n"));
        return study.teachers().main().analyse(problem, StudentFormat.read(before)) instanceof Analysis.Wrong;
    }
}

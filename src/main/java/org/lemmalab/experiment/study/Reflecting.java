package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.ReflectionMetric;
import org.lemmalab.evaluation.trajectory.ReflectionScore;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.trajectory.RelationJudge;

/** How a method's students reflect: where, how rightly, and with what harm; every line is judged by the problem's program. */
final class Reflecting {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1_000, 0.95, 1);

    private Reflecting() {}

    /**
     * Puts every metric that is defined; the answers are a list a seed, each to the problems in their order. The analyst is one who knows
     * the problems' programs.
     */
    static void measure(
            Scores.Row row, StudySet set, Analyst analyst, List<List<Answer>> answers, OutcomeBuilder outcome) {
        TrajectoryJudge judge = RelationJudge.with(analyst);
        List<List<JudgedTrajectory>> judged =
                answers.stream().map(run -> judge(judge, set.problems(), run)).toList();
        ReflectionScore score = ReflectionScore.ofSeeds(judged, BOOTSTRAP);
        for (ReflectionMetric metric : ReflectionMetric.all()) {
            Optional<Interval> found = score.interval(metric);
            long count = score.values().get(metric).count() / judged.size();
            found.ifPresent(interval -> outcome.measure(new Measure(
                    row.base(),
                    row.method(),
                    set.name(),
                    metric.title(),
                    interval.estimate(),
                    interval.low(),
                    interval.high(),
                    count,
                    judged.size())));
        }
    }

    private static List<JudgedTrajectory> judge(TrajectoryJudge judge, List<Problem> problems, List<Answer> answers) {
        List<JudgedTrajectory> judged = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            judged.add(judge.judge(problems.get(i), answers.get(i).first().text(), StudentFormat::words));
        }
        return judged;
    }
}

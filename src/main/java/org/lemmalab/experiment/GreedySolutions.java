package org.lemmalab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.llm.Reply;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.LocalModel;

/**
 * A student's greedy solutions of several sets, asked together and judged line by line.
 *
 * @param model the student
 * @param judge knows the problems' programs
 */
record GreedySolutions(LocalModel model, TrajectoryJudge judge) {
    Map<WordProblemSet, List<JudgedTrajectory>> of(Map<WordProblemSet, List<Problem>> problems) {
        List<Problem> all = problems.values().stream().flatMap(List::stream).toList();
        List<Reply> replies = model.complete(all.stream()
                .map(problem -> StudentFormat.request(problem, StudentFormat.greedy()))
                .toList());
        Map<WordProblemSet, List<JudgedTrajectory>> judged = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<WordProblemSet, List<Problem>> set : problems.entrySet()) {
            List<JudgedTrajectory> trajectories = new ArrayList<>();
            for (Problem problem : set.getValue()) {
                trajectories.add(judged(problem, replies.get(next++).text()));
            }
            judged.put(set.getKey(), List.copyOf(trajectories));
        }
        return judged;
    }

    JudgedTrajectory judged(Problem problem, String text) {
        return judge.judge(problem, text, line -> model.tokenizer().encode(line, false).length);
    }
}

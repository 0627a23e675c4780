package org.lemmalab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.problem.Problem;
import org.lemmalab.transformer.LocalModel;

/**
 * A problem that a model was asked, and what it said.
 *
 * @param kind of problem
 * @param question the question
 * @param gold the right answer
 * @param text what the model said
 * @param right whether its final answer is right
 */
public record AskedProblem(String kind, String question, String gold, String text, boolean right) {
    private static final int LONGEST_ANSWER = 40;

    static List<AskedProblem> ask(Path model, String kind, List<Problem> problems) {
        List<CompletionRequest> requests = problems.stream()
                .map(problem ->
                        new CompletionRequest(problem.question() + "\n", SamplingSettings.greedy(LONGEST_ANSWER)))
                .toList();
        try (LocalModel student = LocalModel.open(model)) {
            List<Reply> replies = student.complete(requests, ProgressListener.SILENT);
            List<AskedProblem> asked = new ArrayList<>();
            for (int i = 0; i < problems.size(); i++) {
                asked.add(graded(
                        kind,
                        problems.get(i),
                        replies.get(i).completions().get(0).text()));
            }
            return asked;
        }
    }

    private static AskedProblem graded(String kind, Problem problem, String text) {
        boolean right = TextGrader.standard().grade(text, problem.goldAnswer()).isRight();
        return new AskedProblem(kind, problem.question(), problem.goldAnswer(), text.strip(), right);
    }
}

package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.recipe.Inference;
import org.lemmalab.grading.GradedText;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.TextModel;
import org.lemmalab.problem.Problem;

/**
 * Asks a model many problems together.
 *
 * @param model who is asked
 * @param form how a question is put
 * @param inference what the model needs beside it
 * @param mostTokens of an answer
 */
record AnswerGenerator(TextModel model, PromptForm form, Inference inference, int mostTokens) {
    List<Answer> answers(List<Problem> problems, SamplingPlan drawing, ProgressListener listener) {
        List<String> prompts = problems.stream()
                .map(problem -> form.prompt(problem.question() + inference.taskSuffix()))
                .toList();
        return answers(problems, prompts, drawing, listener);
    }

    /** With prompts of their own; the problems give ids and right answers. */
    List<Answer> answers(
            List<Problem> problems, List<String> prompts, SamplingPlan drawing, ProgressListener listener) {
        List<CompletionRequest> requests = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            requests.add(new CompletionRequest(
                    prompts.get(i), drawing.settings(problems.get(i).id(), mostTokens, inference.stop())));
        }
        List<Reply> replies = model.complete(requests, listener);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            answers.add(
                    new Answer(problems.get(i).id(), prompts.get(i), texts(replies.get(i), problems.get(i), drawing)));
        }
        return answers;
    }

    private static List<Answer.Text> texts(Reply reply, Problem problem, SamplingPlan drawing) {
        if (reply instanceof Reply.Failed failed) {
            Answer.Text none = new Answer.Text("", Optional.empty(), false, 0, "failed: " + failed.reason());
            return java.util.Collections.nCopies(drawing.samples(), none);
        }
        return reply.completions().stream().map(text -> text(text, problem)).toList();
    }

    private static Answer.Text text(Completion completion, Problem problem) {
        GradedText graded = TextGrader.standard().grade(completion.text(), problem.goldAnswer());
        return new Answer.Text(
                completion.text(),
                graded.answer(),
                graded.isRight(),
                completion.tokens(),
                completion.finish().name().toLowerCase(Locale.ROOT));
    }
}

package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.problem.Problem;

/** Holds many conversations together, turn by turn, each with the model's own earlier answers in its context (paper Sec. 5). */
final class DialogueRunner {
    private DialogueRunner() {}

    static List<List<Answer>> hold(AnswerGenerator asking, List<Dialogue> dialogues) {
        int turns = length(dialogues);
        List<StringBuilder> contexts =
                dialogues.stream().map(each -> new StringBuilder()).toList();
        List<List<Answer>> held = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < dialogues.size(); i++) {
                Dialogue.Turn asked = dialogues.get(i).turns().get(turn);
                contexts.get(i)
                        .append(asking.form()
                                .prompt(asked.question() + asking.inference().taskSuffix()));
                problems.add(new Problem(
                        dialogues.get(i).id() + "/" + (turn + 1), asked.question(), "", asked.goldAnswer()));
            }
            List<String> prompts =
                    contexts.stream().map(StringBuilder::toString).toList();
            List<Answer> answers = asking.answers(problems, prompts, SamplingPlan.GREEDY, ProgressListener.SILENT);
            for (int i = 0; i < answers.size(); i++) {
                contexts.get(i).append(answers.get(i).first().text().strip()).append("\n\n");
            }
            held.add(answers);
        }
        return held;
    }

    static List<List<Answer>> turns(List<Answer> answers, int dialogues) {
        List<List<Answer>> turns = new ArrayList<>();
        for (int from = 0; from < answers.size(); from += dialogues) {
            turns.add(List.copyOf(answers.subList(from, from + dialogues)));
        }
        return turns;
    }

    private static int length(List<Dialogue> dialogues) {
        List<Integer> lengths =
                dialogues.stream().map(each -> each.turns().size()).distinct().toList();
        if (lengths.size() != 1) {
            throw new LabException("dialogues: expected conversations of one length, found " + lengths);
        }
        return lengths.get(0);
    }
}

package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.problem.Problem;

/** Answers to several sets that are drawn together, since a model works best on many texts at a time. */
final class AnswerBatch {
    private final Map<String, List<Answer>> bySet = new HashMap<>();

    boolean isEmpty() {
        return bySet.isEmpty();
    }

    List<StudySet> missing(List<StudySet> sets, List<Artefact> artefacts) {
        List<StudySet> missing = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            if (!artefacts.get(i).isThere()) {
                missing.add(sets.get(i));
            }
        }
        return missing;
    }

    void ask(AnswerGenerator asking, List<StudySet> sets, SamplingPlan drawing) {
        List<Problem> problems =
                sets.stream().flatMap(set -> set.problems().stream()).toList();
        List<Answer> answers = asking.answers(problems, drawing, ProgressListener.SILENT);
        int from = 0;
        for (StudySet set : sets) {
            int to = from + set.problems().size();
            bySet.put(set.hash(), List.copyOf(answers.subList(from, to)));
            from = to;
        }
    }

    List<Answer> of(StudySet set) {
        return bySet.get(set.hash());
    }
}

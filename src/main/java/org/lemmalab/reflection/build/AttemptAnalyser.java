package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageIdentity;
import org.lemmalab.pipeline.StopRunException;

/**
 * Finds the first wrong step and its type in a student's attempts (paper Sec. 3.2). An attempt that is marked correct is not analysed.
 *
 * @param analyst finds them
 */
record AttemptAnalyser(Analyst analyst) {
    private static final Analysis MARKED = new Analysis.Correct("The attempt is marked correct.");

    Stage<Task, ObjectNode> stage(Map<String, String> settings) {
        return Stage.of(
                new StageIdentity("analyse", "1", settings),
                Task::parse,
                task -> task.problem().id(),
                this::analyse);
    }

    private Result<ObjectNode> analyse(Task task) {
        try {
            List<LabelledAttempt> labelled = task.attempts().stream()
                    .map(attempt ->
                            new LabelledAttempt(attempt.attempt(), attempt.goldAnswer(), verdict(task, attempt)))
                    .toList();
            return Result.success(new Task(task.problem(), labelled).json());
        } catch (UnusableModelException e) {
            throw new StopRunException(e.getMessage());
        }
    }

    private Analysis verdict(Task task, LabelledAttempt attempt) {
        return attempt.attempt().markedCorrect().equals(Optional.of(true))
                ? MARKED
                : analyst.analyse(task.problem(), attempt.attempt().solution());
    }
}

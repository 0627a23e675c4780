package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lemmalab.io.Json;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Augmenter;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.Injector;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.MistakeAugmentation;
import org.lemmalab.mistake.TypeSampler;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageIdentity;
import org.lemmalab.pipeline.StopRunException;
import org.lemmalab.pipeline.Usage;

/**
 * The errors of one problem: the student's own and those that the teacher injects (paper Sec. 3.3).
 *
 * @param injector injects errors
 * @param types draws their types
 * @param typesFrom what the types depend on, for the record: a name, or the hash of a distribution
 * @param errors which errors, and how many
 * @param student whose errors or types these are
 * @param seed decides
 */
record ErrorMaker(
        Injector injector,
        TypeSampler types,
        String typesFrom,
        TripletConfig.Errors errors,
        String student,
        long seed) {
    Stage<Task, ObjectNode> stage(String teacher) {
        StageIdentity identity = new StageIdentity(
                "errors",
                "1",
                Map.of(
                        "teacher", teacher,
                        "types", typesFrom,
                        "errors", Json.line(errors),
                        "student", student,
                        "seed", String.valueOf(seed)));
        return Stage.of(identity, Task::parse, task -> task.problem().id(), this::make);
    }

    private MistakeAugmentation augmentation(int wanted) {
        return errors.augmentation(wanted, seed);
    }

    private Result<ObjectNode> make(Task task) {
        Draft draft = new Draft(task);
        try {
            draft.fill();
        } catch (UnusableModelException e) {
            throw new StopRunException(e.getMessage());
        }
        return new Result.Success<>(draft.json(), draft.usage);
    }

    /** What is made of one problem. */
    private final class Draft {
        private final Task task;
        private final List<ErrorRecord> made = new ArrayList<>();
        private final Set<List<String>> texts = new HashSet<>();
        private final Tally tally = new Tally();
        private Usage usage = Usage.NONE;

        private Draft(Task task) {
            this.task = task;
        }

        private void fill() {
            task.attempts().forEach(attempt -> tally.add("attempts, " + attempt.verdict()));
            int budget = (int) Math.round(task.failureRate() * errors.kMax());
            int half = errors.student() && errors.teacher() ? budget / 2 : budget;
            if (errors.student()) {
                studentErrors(errors.isByFailureRate() ? half : errors.studentErrors());
            }
            if (errors.teacher()) {
                int wanted = errors.student() ? budget - half : budget;
                teacherErrors(errors.isByFailureRate() ? wanted : errors.teacherErrors());
            }
        }

        private void studentErrors(int most) {
            List<LabelledAttempt> drawn = Seeds.shuffled(
                    task.wrong(), Seeds.random(seed, "student", task.problem().id()));
            int number = 0;
            for (LabelledAttempt labelled : drawn) {
                int step = ((Analysis.Wrong) labelled.analysis()).firstWrongStep();
                if (number < most
                        && step <= labelled.attempt().solution().steps().size()) {
                    String id = task.problem().id() + "/s" + ++number;
                    keep(ErrorRecord.ofStudent(id, task.problem(), labelled, Seeds.derive(seed, id)));
                }
            }
        }

        private void teacherErrors(int wanted) {
            if (wanted == 0) {
                return;
            }
            Augmenter augmenter = new Augmenter(injector, types, augmentation(wanted));
            int number = 0;
            for (Result<Injection> injection : augmenter.into(task.problem())) {
                String id = task.problem().id() + "/t" + ++number;
                usage = usage.plus(injection.usage());
                injection.failure().ifPresent(reason -> tally.add("error refused: " + reason));
                injection
                        .asOptional()
                        .ifPresent(error -> keep(
                                ErrorRecord.ofTeacher(id, task.problem(), error, student, Seeds.derive(seed, id))));
            }
        }

        private void keep(ErrorRecord error) {
            if (texts.add(error.steps())) {
                made.add(error);
                tally.add("errors, " + error.whole().source().label());
            } else {
                tally.add("error drawn again");
            }
        }

        private ObjectNode json() {
            ObjectNode line = Json.mapper().createObjectNode();
            line.put("id", task.problem().id());
            ArrayNode array = line.putArray("errors");
            made.forEach(error -> array.add(error.json()));
            line.set("counts", tally.json());
            return line;
        }
    }
}

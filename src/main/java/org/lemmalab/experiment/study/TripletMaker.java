package org.lemmalab.experiment.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.experiment.study.StudyMethod.Triplets;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.llm.BatchingModel;
import org.lemmalab.llm.TextModel;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.LinkChooser;
import org.lemmalab.reflection.ModelAwareConnection;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.build.NoErrorsException;
import org.lemmalab.reflection.build.TripletComponents;
import org.lemmalab.reflection.build.TripletConfig;
import org.lemmalab.reflection.build.TripletRun;

/**
 * Triplets of the training problems (paper Secs. 3.2 to 3.4) from the student's own errors and the teacher's. They are kept whole;
 * recipes truncate them.
 *
 * @param teacher analyses, brings errors in, corrects
 * @param workers calls of the teacher at a time
 * @param kind which triplets
 * @param seed decides every choice
 */
record TripletMaker(Teacher teacher, int workers, Triplets kind, long seed) {
    /** The file within the artefact's folder. */
    static final String TRIPLETS = "triplets.jsonl";

    /** Links among which a student chooses. */
    static final int CANDIDATES = 4;

    /** Errors of a problem by teacher and student; with two corrections of each near the paper's six a problem. */
    static final int TEACHER_ERRORS = 2;

    static final int STUDENT_ERRORS = 2;

    /** k_max of LEMMA-Hard; the paper's is 20 for its 20 samples. */
    static final int K_MAX = 8;

    private static final int TOGETHER = 256;

    /** Links are the teacher's. */
    void make(List<Problem> problems, Path attempts, Path folder) {
        run(problems, attempts, folder, Connection.smooth(teacher), workers);
    }

    /** Links are chosen by a student. */
    void make(List<Problem> problems, Path attempts, Path folder, TextModel student, PromptForm form) {
        try (BatchingModel batching = new BatchingModel(student, TOGETHER)) {
            Connection connection =
                    new ModelAwareConnection(teacher, new LinkChooser(batching, form::prompt, CANDIDATES));
            run(problems, attempts, folder, connection, TOGETHER);
        }
    }

    private void run(List<Problem> problems, Path attempts, Path folder, Connection connection, int threads) {
        Path input = folder.resolve("problems.jsonl");
        StudyFiles.lines(input, problems.stream().map(TripletMaker::line).toList());
        VerifiedInjector injector =
                new VerifiedInjector(teacher, InjectionCheck.with(teacher), VerifiedInjector.ATTEMPTS);
        TripletRun run = new TripletRun(
                config(),
                new TripletComponents(teacher, injector, connection, "student"),
                new TripletRun.Places(
                        input, Optional.of(attempts.resolve(SampleMaker.ATTEMPTS)), Optional.empty(), folder),
                RunSettings.standard().withWorkers(threads));
        try {
            run.run(progress -> {});
        } catch (NoErrorsException e) {
            StudyFiles.lines(folder.resolve(TRIPLETS), List.of());
            StudyFiles.pretty(folder.resolve("none.json"), Map.of("reason", e.getMessage()));
        }
    }

    private static Map<String, Object> line(Problem problem) {
        return Map.of(
                "id", problem.id(),
                "question", problem.question(),
                "solution", problem.goldSolution(),
                "answer", problem.goldAnswer());
    }

    private TripletConfig config() {
        ObjectNode changes = Json.mapper().createObjectNode().put("seed", seed);
        changes.putObject("errors")
                .put("budget", kind == Triplets.HARD ? "failure_rate" : "fixed")
                .put("teacher_errors", TEACHER_ERRORS)
                .put("student_errors", STUDENT_ERRORS)
                .put("k_max", K_MAX);
        changes.putObject("corrections").put("truncate", false);
        changes.putObject("filters").put("near_duplicates", 0).put("contamination_words", 0);
        if (kind == Triplets.MODEL_AWARE) {
            ObjectNode link =
                    changes.putObject("connection").put("style", "model_aware").put("candidates", CANDIDATES);
            link.putObject("student").put("kind", "checkpoint").put("place", "student");
        }
        return TripletConfig.of(changes);
    }

    static List<Triplet> read(Path folder) {
        Path file = folder.resolve(TRIPLETS);
        return file.toFile().length() == 0 ? List.of() : JsonLines.readAll(file, Triplet::parse);
    }
}

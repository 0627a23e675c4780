package org.lemmalab.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.Samples;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.build.TripletComponents;
import org.lemmalab.reflection.build.TripletConfig;
import org.lemmalab.reflection.build.TripletRun;
import org.lemmalab.reflection.build.TripletSummary;
import org.lemmalab.synthetic.wordproblem.Split;

/**
 * Reflection connections (paper Sec. 3.4): triplets built from problems, and how natural a student finds each way to get from the
 * error to its correction. The paper says that links are smoothed; it does not measure what smoothing does. This is the data side of
 * that question: no student is trained on the triplets here.
 */
public final class ConnectionStudy {
    static final long SEED = 1;
    static final Teacher TEACHER = ProgramTeacher.standard();
    private static final String TRAINING = "gsm8k/train.jsonl";

    private ConnectionStudy() {}

    /**
     * How much is done.
     *
     * @param problems that triplets are built from, drawn from GSM8K's training set; the samples are taken whole
     * @param scored errors whose connections the student scores
     */
    public record Scale(int problems, int scored) {
        /** A few seconds on two cores. */
        public static final Scale QUICK = new Scale(60, 40);

        /** Some twenty seconds. */
        public static final Scale FULL = new Scale(300, 120);
    }

    /**
     * What was measured.
     *
     * @param name a name for files: {@code reflection-connections}, or {@code reflection-connections-samples}
     * @param set what the triplets were built from, for people
     * @param counts what each stage made, refused and removed
     * @param triplets those that were kept
     * @param scores the student's
     * @param provenance what the result was made from
     */
    public record Result(
            String name,
            String set,
            Map<String, Long> counts,
            List<Triplet> triplets,
            LinkScores scores,
            Provenance provenance) {
        /** Copies the collections. */
        public Result {
            counts = new TreeMap<>(counts);
            triplets = List.copyOf(triplets);
        }
    }

    /** Triplets and the counts of how they came about. */
    record Built(TripletSummary summary, List<Triplet> triplets) {}

    /**
     * Runs the study.
     *
     * @param data the data folder; the samples are used where it is empty or lacks GSM8K's training set
     * @param student a checkpoint folder that has learnt made word problems; where it is empty an untrained one is made
     * @param scale how much is done
     * @param listener is told how far the triplets have come
     * @return what was measured
     */
    public static Result run(Optional<Path> data, Optional<Path> student, Scale scale, ProgressListener listener) {
        Optional<Path> training = data.map(folder -> folder.resolve(TRAINING)).filter(Files::isRegularFile);
        Path work = StudentFolder.temporary();
        Built built = training.map(file -> build(drawn(file, work, scale), Optional.empty(), data, work, listener))
                .orElseGet(() -> samples(work, listener));
        Path scorer = student(student, work);
        LinkScores scores = new LinkLikelihood(TEACHER, scale.scored, SEED).with(scorer, student.isPresent());
        return new Result(
                training.isPresent() ? "reflection-connections" : "reflection-connections-samples",
                training.isPresent() ? scale.problems + " problems of GSM8K train" : "the sample problems",
                built.summary.counts(),
                built.triplets,
                scores,
                provenance(training, scorer, scale, scores.student()));
    }

    private static Provenance provenance(Optional<Path> training, Path scorer, Scale scale, String student) {
        Map<String, String> settings = Map.of(
                "experiment", "reflection connections",
                "teacher", TEACHER.name(),
                "triplets", Json.line(TripletConfig.DEFAULT),
                "scale", scale.toString(),
                "student", student);
        Map<String, String> hashes = new TreeMap<>();
        hashes.put("student", Hashes.sha256(scorer.resolve("model.safetensors")));
        training.ifPresentOrElse(file -> hashes.put(TRAINING, Hashes.sha256(file)), () -> {
            hashes.put("samples/problems.jsonl", Hashes.sha256(Samples.problems()));
            hashes.put("samples/attempts.jsonl", Hashes.sha256(Samples.attempts()));
        });
        return Provenance.of(SEED, settings, hashes);
    }

    /** The student that is given, or one with random parameters whose tokenizer knows the words of the synthetic problems. */
    static Path student(Optional<Path> given, Path work) {
        return given.orElseGet(() -> StudentFolder.made(
                        work,
                        LinkLikelihood.problems(Split.TRAIN, 300, SEED).stream()
                                .map(ConnectionStudy::text)
                                .toList(),
                        SEED)
                .folder());
    }

    /** Triplets of the samples, from their students' errors and the teacher's. */
    static Built samples(Path work, ProgressListener listener) {
        return build(Samples.problems(), Optional.of(Samples.attempts()), Optional.empty(), work, listener);
    }

    private static Built build(
            Path problems, Optional<Path> attempts, Optional<Path> evaluation, Path work, ProgressListener listener) {
        TripletComponents staff = new TripletComponents(
                TEACHER,
                VerifiedInjector.ofPrograms(),
                Connection.smooth(TEACHER),
                attempts.isPresent() ? "samples" : "none");
        TripletRun.Places places = new TripletRun.Places(problems, attempts, evaluation, work.resolve("triplets"));
        TripletSummary summary =
                new TripletRun(TripletConfig.DEFAULT, staff, places, RunSettings.standard()).run(listener);
        return new Built(summary, JsonLines.readAll(summary.file(), Triplet::parse));
    }

    /** Problems drawn by the seed, in a file of their own. */
    private static Path drawn(Path file, Path work, Scale scale) {
        String lines = Seeds.shuffled(JsonLines.readAll(file, line -> line), Seeds.random(SEED, "problems")).stream()
                .limit(scale.problems)
                .map(Json::line)
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            return Files.writeString(work.resolve("problems.jsonl"), lines);
        } catch (IOException e) {
            throw new LabException(work + ": the problems cannot be written: " + e, e);
        }
    }

    private static String text(Problem problem) {
        return problem.question() + "\n" + problem.goldSolution();
    }
}

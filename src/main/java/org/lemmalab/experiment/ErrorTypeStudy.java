package org.lemmalab.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.AnalysisRunner;
import org.lemmalab.mistake.AnalystScore;
import org.lemmalab.mistake.ErrorDistribution;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.mistake.KnownErrors;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.Share;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.Samples;
import org.lemmalab.solution.Attempts;
import org.lemmalab.solution.ProblemAttempt;

/**
 * Error types by model (paper Sec. 3.2, Figs. 3 and 7): where solutions first go wrong and how. With a data folder it reads the
 * published solutions of four models on GSM8K's test questions; without one, the project's own sample of three imagined students.
 */
public final class ErrorTypeStudy {
    private static final String SOLUTIONS = "gsm8k/example_model_solutions.jsonl";
    private static final String LABELLED = "eic/gsm8k_labelled_errors.jsonl";

    private ErrorTypeStudy() {}

    /**
     * An attempt beside its question, for showing.
     *
     * @param problem question and gold solution
     * @param labelled the attempt and the verdict on it
     */
    public record Example(Problem problem, LabelledAttempt labelled) {}

    /**
     * What was measured.
     *
     * @param name a name for files: {@code error-types}, or {@code error-types-samples} where the samples were used
     * @param set what was read, for people
     * @param attempts every attempt with its verdict, in the order of the input
     * @param accuracy the share of attempts marked correct, by model in alphabetical order
     * @param distribution error types and positions by model
     * @param score the analyst against labelled errors; empty where the data folder has none
     * @param scoredOn what the labelled errors are, for people
     * @param provenance what the result was made from
     */
    public record Result(
            String name,
            String set,
            List<LabelledAttempt> attempts,
            Map<String, Share> accuracy,
            ErrorDistribution distribution,
            Optional<AnalystScore> score,
            String scoredOn,
            Provenance provenance) {
        /** Copies the collections. */
        public Result {
            attempts = List.copyOf(attempts);
            accuracy = new TreeMap<>(accuracy);
        }
    }

    /**
     * Runs the study.
     *
     * @param data the data folder; the samples are used where it is empty or lacks the solutions
     * @param progress takes the number of attempts analysed so far
     * @return what was measured
     */
    public static Result run(Optional<Path> data, LongConsumer progress) {
        Optional<Path> solutions = existing(data, SOLUTIONS);
        return solutions.isPresent()
                ? onRealSolutions(solutions.get(), existing(data, LABELLED), progress)
                : onSamples(progress);
    }

    /**
     * A few sample attempts to look at: for each student the first whose error the analyst finds as labelled, no type twice.
     *
     * @param atMost how many
     * @return the examples in a fixed order
     */
    public static List<Example> sampleExamples(int atMost) {
        Map<String, Example> byStudent = new LinkedHashMap<>();
        List<ErrorType> shown = new ArrayList<>();
        ProgramAnalyst teacher = new ProgramAnalyst();
        for (KnownError error : KnownErrors.samples()) {
            ProblemAttempt subject = error.subject();
            LabelledAttempt labelled = LabelledAttempt.of(
                    subject,
                    teacher.analyse(subject.problem(), subject.attempt().solution()));
            boolean agrees = labelled.errorType().equals(Optional.of(error.type()))
                    && labelled.firstWrongStep().orElse(0) == error.firstWrongStep();
            if (agrees
                    && error.firstWrongStep() > 1
                    && !shown.contains(error.type())
                    && !byStudent.containsKey(subject.attempt().model())) {
                byStudent.put(subject.attempt().model(), new Example(subject.problem(), labelled));
                shown.add(error.type());
            }
        }
        return byStudent.values().stream().limit(atMost).toList();
    }

    private static Result onRealSolutions(Path solutions, Optional<Path> labelledErrors, LongConsumer progress) {
        List<LabelledAttempt> attempts =
                analyse(sink -> Attempts.gsm8kExamples(solutions, sink, RejectedLines.refusing()), progress);
        Map<String, String> hashes = new HashMap<>(Map.of(SOLUTIONS, Hashes.sha256(solutions)));
        labelledErrors.ifPresent(file -> hashes.put(LABELLED, Hashes.sha256(file)));
        return result(
                "error-types",
                "published solutions of four models, GSM8K test",
                attempts,
                labelledErrors.map(ErrorTypeStudy::scoreOnLabelledErrors),
                "labelled errors of EIC (GSM8K, nine types)",
                hashes);
    }

    private static Result onSamples(LongConsumer progress) {
        Path problemFile = Samples.problems();
        Path attemptFile = Samples.attempts();
        ProblemSet problems = ProblemSet.read(problemFile, RejectedLines.refusing());
        List<LabelledAttempt> attempts =
                analyse(sink -> Attempts.read(attemptFile, problems, sink, RejectedLines.refusing()), progress);
        return result(
                "error-types-samples",
                "sample attempts of three imagined students",
                attempts,
                Optional.of(AnalystScore.of(new ProgramAnalyst(), KnownErrors.samples())),
                "labelled sample attempts (twelve types)",
                Map.of(
                        "samples/problems.jsonl",
                        Hashes.sha256(problemFile),
                        "samples/attempts.jsonl",
                        Hashes.sha256(attemptFile)));
    }

    private static List<LabelledAttempt> analyse(AnalysisRunner.Source source, LongConsumer progress) {
        List<LabelledAttempt> attempts = new ArrayList<>();
        AnalysisRunner.onAllCores(new ProgramAnalyst()).run(source, attempts::add, progress);
        return attempts;
    }

    private static Result result(
            String name,
            String set,
            List<LabelledAttempt> attempts,
            Optional<AnalystScore> score,
            String scoredOn,
            Map<String, String> hashes) {
        return new Result(
                name,
                set,
                attempts,
                accuracy(attempts),
                ErrorDistribution.of(attempts),
                score,
                scoredOn,
                Provenance.of(0, Map.of("experiment", "F3/F7", "analyst", "ProgramAnalyst", "set", set), hashes));
    }

    private static Map<String, Share> accuracy(List<LabelledAttempt> attempts) {
        Map<String, long[]> counts = new TreeMap<>();
        for (LabelledAttempt labelled : attempts) {
            long[] count = counts.computeIfAbsent(labelled.attempt().model(), model -> new long[2]);
            boolean correct =
                    labelled.attempt().markedCorrect().orElse(labelled.verdict().equals("correct"));
            count[0] += correct ? 1 : 0;
            count[1]++;
        }
        Map<String, Share> shares = new TreeMap<>();
        counts.forEach((model, count) -> shares.put(model, new Share(count[0], count[1])));
        return shares;
    }

    private static AnalystScore scoreOnLabelledErrors(Path file) {
        List<KnownError> errors = new ArrayList<>();
        KnownErrors.eic(file, errors::add, RejectedLines.refusing());
        return AnalystScore.of(new ProgramAnalyst(), errors);
    }

    private static Optional<Path> existing(Optional<Path> data, String name) {
        return data.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
    }
}

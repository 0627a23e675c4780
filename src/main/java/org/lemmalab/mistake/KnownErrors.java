package org.lemmalab.mistake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.Samples;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Attempts;
import org.lemmalab.solution.ProblemAttempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/** Reads labelled errors, against which an analyst is measured. */
public final class KnownErrors {
    private KnownErrors() {}

    /**
     * Errors of EIC (Li et al. 2024, arXiv 2406.00755): a line is {@code question, original_solution, original_answer,
     * transformed_solution, wrong_step, wrong_type}; the original solution is the gold one, the transformed one the attempt.
     *
     * @param file the file
     * @param consumer takes each labelled error in the file's order; ids are {@code eic/1}
     * @param rejected takes each line that is not of that form
     * @return how many were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long eic(Path file, Consumer<? super KnownError> consumer, RejectedLines rejected) {
        AtomicLong row = new AtomicLong();
        return JsonLines.forEach(file, line -> eicLine(line, "eic/" + row.incrementAndGet()), consumer, rejected);
    }

    /**
     * Labelled attempts of the toolkit's own form: as {@link Attempts#read}, with {@code first_wrong_step} and {@code error_type};
     * lines where both are null or missing are attempts without an error and are passed over.
     *
     * @param file the attempts
     * @param problems the problems that they attempt
     * @param consumer takes each labelled error in the file's order
     * @param rejected takes each line that is not of that form
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static void read(
            Path file, ProblemSet problems, Consumer<? super KnownError> consumer, RejectedLines rejected) {
        Function<JsonNode, ProblemAttempt> reader = Attempts.reader(problems);
        JsonLines.forEach(file, line -> ownLine(line, reader), found -> found.ifPresent(consumer), rejected);
    }

    /**
     * @return the labelled errors of the project's samples, in their order
     */
    public static List<KnownError> samples() {
        List<KnownError> errors = new ArrayList<>();
        ProblemSet problems = ProblemSet.read(Samples.problems(), RejectedLines.refusing());
        read(Samples.attempts(), problems, errors::add, RejectedLines.refusing());
        return List.copyOf(errors);
    }

    private static Optional<KnownError> ownLine(JsonNode line, Function<JsonNode, ProblemAttempt> reader) {
        ProblemAttempt subject = reader.apply(line);
        if (!line.hasNonNull("first_wrong_step") && !line.hasNonNull("error_type")) {
            return Optional.empty();
        }
        ErrorType type = ErrorType.ofLabel(Fields.text(line, "error_type"));
        return Optional.of(new KnownError(subject, Fields.integer(line, "first_wrong_step"), type));
    }

    private static KnownError eicLine(JsonNode line, String id) {
        Solution gold = StepSplitter.split(Fields.text(line, "original_solution"));
        Problem problem =
                new Problem(id, Fields.text(line, "question"), gold.text(), answer(gold, line, "original_answer"));
        Solution split = StepSplitter.split(Fields.text(line, "transformed_solution"));
        Solution attempt = new Solution(split.steps(), Optional.of(answer(split, line, "transformed_answer")));
        return new KnownError(
                new ProblemAttempt(problem, new Attempt(id, id, "eic", attempt, Optional.of(false))),
                Fields.integer(line, "wrong_step"),
                ExternalLabels.eic(Fields.text(line, "wrong_type")));
    }

    /** The recorded answer; the one that the solution gives where none is recorded. */
    private static String answer(Solution solution, JsonNode line, String name) {
        return line.has(name) ? number(line, name) : solution.answer().orElseGet(() -> number(line, name));
    }

    private static String number(JsonNode line, String name) {
        JsonNode value = line.path(name);
        if (!value.isNumber()) {
            throw new LabException("field '" + name + "': expected a number, found " + value);
        }
        return value.decimalValue().stripTrailingZeros().toPlainString();
    }
}

package org.lemmalab.solution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;

/** Reads attempts as a stream, each beside its problem. */
public final class Attempts {
    /** The four models of GSM8K's published example solutions, in the order in which their attempts are given. */
    public static final List<String> GSM8K_EXAMPLE_MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    private Attempts() {}

    /**
     * GSM8K's published model solutions: a line is {@code question}, {@code ground_truth} and, for each of
     * {@link #GSM8K_EXAMPLE_MODELS}, {@code {is_correct, solution}}.
     *
     * @param file {@code gsm8k/example_model_solutions.jsonl}
     * @param consumer takes the attempts, four for each line, in the file's order; ids are {@code gsm8k/test/1/6b_finetuning}
     * @param rejected takes each line that is not of that form
     * @return how many attempts were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long gsm8kExamples(Path file, Consumer<? super ProblemAttempt> consumer, RejectedLines rejected) {
        AtomicLong row = new AtomicLong();
        long lines = JsonLines.forEach(
                file,
                line -> exampleLine(line, "gsm8k/test/" + row.incrementAndGet()),
                attempts -> attempts.forEach(consumer),
                rejected);
        return lines * GSM8K_EXAMPLE_MODELS.size();
    }

    /**
     * Attempts of the toolkit's own form: {@code {"id", "problem_id", "model", "solution"}} with an optional {@code is_correct} and
     * {@code temperature}.
     *
     * @param file the attempts
     * @param problems the problems that they attempt
     * @param consumer takes each attempt in the file's order
     * @param rejected takes each line that is no attempt, or names a problem that is not there
     * @return how many attempts were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long read(
            Path file, ProblemSet problems, Consumer<? super ProblemAttempt> consumer, RejectedLines rejected) {
        return JsonLines.forEach(file, line -> parse(line, problems), consumer, rejected);
    }

    /**
     * @param line one line of attempts of the toolkit's own form
     * @param problems the problems that they attempt
     * @return the attempt beside its problem
     * @throws LabException if a field is missing or the problem is not there
     */
    public static ProblemAttempt parse(JsonNode line, ProblemSet problems) {
        Problem problem = problems.problem(Fields.text(line, "problem_id"));
        JsonNode mark = line.get("is_correct");
        Optional<Boolean> marked =
                mark == null || mark.isNull() ? Optional.empty() : Optional.of(Fields.truth(line, "is_correct"));
        Solution solution = StepSplitter.split(solutionText(line));
        return new ProblemAttempt(
                problem,
                new Attempt(
                        Fields.text(line, "id"),
                        problem.id(),
                        Fields.text(line, "model"),
                        solution,
                        marked,
                        Fields.optionalNumber(line, "temperature")));
    }

    private static List<ProblemAttempt> exampleLine(JsonNode line, String id) {
        String truth = Fields.text(line, "ground_truth").replaceFirst("\\n?A: *([^\\n]*)\\s*$", "\n#### $1");
        Problem problem = Gsm8k.problem(id, Fields.text(line, "question"), truth);
        List<ProblemAttempt> attempts = new ArrayList<>();
        for (String model : GSM8K_EXAMPLE_MODELS) {
            JsonNode entry = Fields.object(line, model);
            Solution solution = StepSplitter.split(solutionText(entry));
            Optional<Boolean> marked = Optional.of(Fields.truth(entry, "is_correct"));
            attempts.add(new ProblemAttempt(problem, new Attempt(id + "/" + model, id, model, solution, marked)));
        }
        return attempts;
    }

    /** An empty solution is a model's output too: the field must be there, it may be blank. */
    private static String solutionText(JsonNode object) {
        return Fields.optionalText(object, "solution")
                .orElseThrow(() -> new LabException("field 'solution' is missing"));
    }
}

package org.lemmalab.solution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.JsonRow;
import org.lemmalab.io.JsonRows;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.io.Texts;
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
     * {@code temperature}; or of ProcessBench's: {@code {"id", "generator", "problem", "steps"}}, joined with the problems by the
     * question. Instead of {@code solution}, {@code steps} may give the steps as they are to be counted.
     *
     * @param file the attempts: JSON Lines or one array, gzipped or not
     * @param problems the problems that they attempt
     * @param consumer takes each attempt in the file's order
     * @param rejected takes each line that is no attempt, or names a problem that is not there
     * @return how many attempts were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long read(
            Path file, ProblemSet problems, Consumer<? super ProblemAttempt> consumer, RejectedLines rejected) {
        return JsonLines.forEach(file, reader(problems), consumer, rejected);
    }

    /**
     * Attempts that carry their own problems: GSM8K's published model solutions (see {@link #gsm8kExamples}), or lines with
     * {@code question} or {@code problem}, the gold {@code solution} and {@code answer}, {@code model} and {@code steps}.
     *
     * @param file the attempts: JSON Lines or one array, gzipped or not
     * @param consumer takes each attempt in the file's order
     * @param rejected takes each line that is of neither form
     * @return how many attempts were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long withProblems(Path file, Consumer<? super ProblemAttempt> consumer, RejectedLines rejected) {
        AtomicLong attempts = new AtomicLong();
        AtomicLong row = new AtomicLong();
        JsonLines.forEach(
                file,
                line -> carrying(line, "gsm8k/test/" + row.incrementAndGet()),
                found -> found.forEach(each -> {
                    attempts.incrementAndGet();
                    consumer.accept(each);
                }),
                rejected);
        return attempts.get();
    }

    /**
     * @param file a file as {@link #withProblems} reads it
     * @return how many attempts its first object has: four in GSM8K's published model solutions, else one
     */
    public static int inFirst(Path file) {
        try (JsonRows rows = JsonRows.open(file)) {
            boolean examples = rows.next()
                    .filter(row ->
                            row instanceof JsonRow.Good good && good.value().has("ground_truth"))
                    .isPresent();
            return examples ? GSM8K_EXAMPLE_MODELS.size() : 1;
        }
    }

    private static List<ProblemAttempt> carrying(JsonNode line, String exampleId) {
        if (line.has("ground_truth")) {
            return exampleLine(line, exampleId);
        }
        if (!line.has("steps")) {
            throw new LabException(
                    "expected an attempt with its problem, in fields 'question', 'solution' (the gold one),"
                            + " 'answer' and 'steps'; where the problems are in a file of their own, please name it (--gold)");
        }
        return List.of(parseWithProblem(line));
    }

    /**
     * @param problems the problems that attempts solve
     * @return reads one attempt, in a form that {@link #read} takes; a {@link LabException} says which field is missing, or that the
     *     problem is not there. The questions are looked through once, when the first attempt names its problem by the question.
     */
    public static Function<JsonNode, ProblemAttempt> reader(ProblemSet problems) {
        Map<String, Problem> byQuestion = new HashMap<>();
        return line -> {
            boolean named = line.has("problem_id") || !line.has("problem") && !line.has("question");
            if (!named && byQuestion.isEmpty()) {
                byQuestion.putAll(problems.byQuestion());
            }
            return parse(
                    line,
                    named
                            ? problems.problem(Fields.text(line, "problem_id"))
                            : asking(ProblemForms.question(line), byQuestion));
        };
    }

    private static ProblemAttempt parse(JsonNode line, Problem problem) {
        Solution solution = line.hasNonNull("steps") ? stepsGiven(line) : StepSplitter.split(solutionText(line));
        return new ProblemAttempt(problem, attempt(line, problem, solution));
    }

    /**
     * @param line one labelled or unlabelled attempt that carries its problem, its steps given
     * @return the attempt beside its problem
     * @throws LabException if a field is missing
     */
    public static ProblemAttempt parseWithProblem(JsonNode line) {
        if (!carriesGold(line)) {
            throw new LabException(
                    "expected the problem's gold 'solution' or 'answer' beside the attempt, found neither; where the"
                            + " problems are in a file of their own, please name it (--gold)");
        }
        Problem problem = ProblemForms.parse(line);
        return new ProblemAttempt(problem, attempt(line, problem, stepsGiven(line)));
    }

    /**
     * @param line an attempt
     * @return whether the gold solution or answer of its problem stands beside it, as it does not in ProcessBench's own files
     */
    static boolean carriesGold(JsonNode line) {
        return line.hasNonNull("solution") || line.hasNonNull("answer");
    }

    private static Problem asking(String question, Map<String, Problem> byQuestion) {
        String wanted = ProblemSet.spaced(question);
        return Optional.ofNullable(byQuestion.get(wanted))
                .orElseThrow(() -> new LabException("field 'problem': none of the " + byQuestion.size()
                        + " gold problems asks '" + Texts.shortened(wanted, 60) + "'"));
    }

    private static Attempt attempt(JsonNode line, Problem problem, Solution solution) {
        String mark = line.has("final_answer_correct") ? "final_answer_correct" : "is_correct";
        Optional<Boolean> marked = line.hasNonNull(mark) ? Optional.of(Fields.truth(line, mark)) : Optional.empty();
        return new Attempt(
                Fields.text(line, "id"),
                problem.id(),
                Fields.text(line, line.has("model") || !line.has("generator") ? "model" : "generator"),
                solution,
                marked,
                Fields.optionalNumber(line, "temperature"));
    }

    /** The steps as they are given; the answer is read in all of them together. */
    private static Solution stepsGiven(JsonNode line) {
        JsonNode given = line.path("steps");
        if (!given.isArray()) {
            throw new LabException("field 'steps': expected an array of texts, found " + given.getNodeType());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode step : given) {
            if (!step.isTextual() || step.textValue().isBlank()) {
                throw new LabException("field 'steps', element " + (texts.size() + 1) + ": expected text, found "
                        + (step.isTextual() ? "it blank" : step.toString()));
            }
            texts.add(step.textValue().strip());
        }
        Optional<String> answer =
                AnswerExtractor.standard().extract(String.join("\n\n", texts)).answer();
        return new Solution(StepSplitter.numbered(texts), answer);
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

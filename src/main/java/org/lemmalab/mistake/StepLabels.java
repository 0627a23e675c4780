package org.lemmalab.mistake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.solution.Attempts;
import org.lemmalab.solution.ProblemAttempt;

/**
 * Reads solutions of which people have labelled the first wrong step, beside their gold solutions: {@code id, question, solution,
 * answer, model, steps} and either {@code first_wrong_step} (from 1, or null) or ProcessBench's {@code label} (from 0, or -1; Zheng
 * et al. 2024, arXiv 2412.06559).
 */
public final class StepLabels {
    private StepLabels() {}

    /**
     * @param file the labelled solutions: JSON Lines or one array, gzipped or not
     * @param consumer takes each in the file's order
     * @param rejected takes each that is not of that form, or whose label is no step
     * @return how many were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long read(Path file, Consumer<? super StepLabel> consumer, RejectedLines rejected) {
        return JsonLines.forEach(file, StepLabels::parse, consumer, rejected);
    }

    /**
     * Labelled solutions without their gold solutions, as in ProcessBench's own files ({@code id, generator, problem, steps,
     * final_answer_correct, label}), joined with the problems by the question.
     *
     * @param file the labelled solutions: JSON Lines or one array, gzipped or not
     * @param problems the problems that they solve
     * @param consumer takes each in the file's order
     * @param rejected takes each that is not of that form, whose problem is not there, or whose label is no step
     * @return how many were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long read(
            Path file, ProblemSet problems, Consumer<? super StepLabel> consumer, RejectedLines rejected) {
        Function<JsonNode, ProblemAttempt> joined = Attempts.reader(problems);
        return JsonLines.forEach(
                file, line -> new StepLabel(joined.apply(line), firstWrongStep(line)), consumer, rejected);
    }

    /**
     * @param line one labelled solution
     * @return the solution with its label
     * @throws LabException if a field is missing or of the wrong kind
     */
    public static StepLabel parse(JsonNode line) {
        return new StepLabel(Attempts.parseWithProblem(line), firstWrongStep(line));
    }

    /**
     * @param line an object with a label
     * @return the first wrong step, from 1; empty where the label says that there is none
     * @throws LabException if there is no label, or it is no whole number
     */
    private static OptionalInt firstWrongStep(JsonNode line) {
        if (line.has("label")) {
            int label = Fields.integer(line, "label");
            return label < 0 ? OptionalInt.empty() : OptionalInt.of(label + 1);
        }
        if (!line.has("first_wrong_step")) {
            throw new LabException("expected a field 'first_wrong_step' or 'label', found neither");
        }
        return line.get("first_wrong_step").isNull()
                ? OptionalInt.empty()
                : OptionalInt.of(Fields.integer(line, "first_wrong_step"));
    }
}

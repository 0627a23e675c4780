package org.lemmalab.solution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.lemmalab.io.Fields;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;

/**
 * Reads problems in the forms in which people have them: the toolkit's ({@code id, question, answer} or with {@code solution}),
 * GSM8K's ({@code question, answer} with a last line {@code #### 72}) and MATH's ({@code problem, solution, level, type}, the answer
 * in the solution's last box). A problem without an id is named by its question.
 */
public final class ProblemForms {
    private ProblemForms() {}

    /**
     * @param file problems: JSON Lines or one array, gzipped or not
     * @param rejected takes each that is no problem or repeats an id
     * @return the problems
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static ProblemSet read(Path file, RejectedLines rejected) {
        return ProblemSet.read(file, ProblemForms::parse, rejected);
    }

    /**
     * @param line one problem
     * @return the problem
     * @throws LabException if a field is missing, or the solution has no answer
     */
    public static Problem parse(JsonNode line) {
        Optional<String> solution = Fields.optionalText(line, "solution");
        if (solution.isEmpty()) {
            return ProblemSet.parse(named(line));
        }
        String question = question(line);
        String answer = Fields.optionalText(line, "answer")
                .orElseGet(() -> AnswerExtractor.strict()
                        .extract(solution.get())
                        .answer()
                        .orElseThrow(() -> new LabException(
                                "field 'solution': expected an answer in \\boxed{} or after ####, found none, and there is no"
                                        + " field 'answer'")));
        return new Problem(id(line, question), question, solution.get().strip(), answer.strip());
    }

    /**
     * @param line an object with a question, in a field {@code question} or {@code problem}
     * @return the question
     * @throws LabException if there is neither field
     */
    static String question(JsonNode line) {
        return line.has("question") || !line.has("problem")
                ? Fields.text(line, "question")
                : Fields.text(line, "problem");
    }

    private static JsonNode named(JsonNode line) {
        if (!line.isObject()) {
            return line;
        }
        String question = question(line);
        ObjectNode named = line.deepCopy();
        return named.put("question", question).put("id", id(line, question));
    }

    private static String id(JsonNode line, String question) {
        return Stream.of("id", "unique_id")
                .map(name -> line.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElseGet(() -> ProblemSet.nameOf(question));
    }
}

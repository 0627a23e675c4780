package org.lemmalab.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;

/**
 * Problems by id, from JSON Lines of the toolkit's own form: {@code {"id", "question", "answer"}} with a GSM8K-style answer, or
 * {@code {"id", "question", "solution", "answer"}}. Held in memory, to be joined with attempts.
 *
 * @param byId the problems in the file's order
 */
public record ProblemSet(Map<String, Problem> byId) {
    private static final int ID_DIGITS = 16;

    /** Wraps the map unmodifiable, in its order. */
    public ProblemSet {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /**
     * @param file the file
     * @param rejected takes each line that is no problem or repeats an id
     * @return the problems
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static ProblemSet read(Path file, RejectedLines rejected) {
        return read(file, ProblemSet::parse, rejected);
    }

    /**
     * @param file the file
     * @param form reads one line
     * @param rejected takes each line that is no problem or repeats an id
     * @return the problems
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static ProblemSet read(Path file, Function<JsonNode, Problem> form, RejectedLines rejected) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        JsonLines.forEach(
                file,
                line -> {
                    Problem problem = form.apply(line);
                    if (problems.containsKey(problem.id())) {
                        throw new LabException("field 'id': '" + problem.id() + "' is there already");
                    }
                    return problem;
                },
                problem -> problems.put(problem.id(), problem),
                rejected);
        return new ProblemSet(problems);
    }

    /**
     * @param line as {@link #parse}, but the id may be missing: then the problem is named by the SHA-256 of its question
     * @return the problem
     * @throws LabException if another field is missing
     */
    public static Problem parseNamed(JsonNode line) {
        if (line.hasNonNull("id") || !line.path("question").isTextual()) {
            return parse(line);
        }
        return Gsm8k.parse(line, nameOf(line.get("question").textValue()));
    }

    /**
     * @param question a question
     * @return the id of a problem that has none of its own, from the SHA-256 of its question
     */
    public static String nameOf(String question) {
        return "question-" + Hashes.sha256(question).substring(0, ID_DIGITS);
    }

    /**
     * @param id a problem's id
     * @return the problem
     * @throws LabException if there is none of that id
     */
    public Problem problem(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new LabException(
                        "field 'problem_id': no problem '" + id + "' among the " + byId.size() + " gold problems"));
    }

    /**
     * @return the problems by their questions, each run of white space a space; of several that ask the same the first
     */
    public Map<String, Problem> byQuestion() {
        Map<String, Problem> asking = new HashMap<>();
        byId.values().forEach(problem -> asking.putIfAbsent(spaced(problem.question()), problem));
        return asking;
    }

    /**
     * @param question a question
     * @return how it stands in {@link #byQuestion}
     */
    public static String spaced(String question) {
        return question.strip().replaceAll("\\s+", " ");
    }

    /**
     * @param line id, question and answer: GSM8K style, or a final answer beside a {@code solution}
     * @return the problem
     * @throws LabException if a field is missing
     */
    public static Problem parse(JsonNode line) {
        String id = Fields.text(line, "id");
        String question = Fields.text(line, "question");
        String answer = Fields.text(line, "answer");
        return Fields.optionalText(line, "solution")
                .map(solution -> new Problem(id, question, solution.strip(), answer.strip()))
                .orElseGet(() -> Gsm8k.problem(id, question, answer));
    }
}

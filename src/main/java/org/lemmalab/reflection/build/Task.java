package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.problem.Problem;

/**
 * A problem with a student's attempts at it.
 *
 * @param problem the problem
 * @param attempts the attempts, each with its verdict; undecided before they are analysed
 */
record Task(Problem problem, List<LabelledAttempt> attempts) {
    Task {
        attempts = List.copyOf(attempts);
    }

    ObjectNode json() {
        ObjectNode line = Json.mapper().createObjectNode();
        line.set("problem", Json.mapper().valueToTree(problem));
        ArrayNode array = line.putArray("attempts");
        attempts.forEach(attempt -> array.add(attempt.json()));
        return line;
    }

    static Task parse(JsonNode line) {
        List<LabelledAttempt> attempts = new ArrayList<>();
        line.path("attempts").forEach(attempt -> attempts.add(LabelledAttempt.parse(attempt)));
        return new Task(problem(Fields.object(line, "problem")), attempts);
    }

    static Problem problem(JsonNode node) {
        return new Problem(
                Fields.text(node, "id"),
                Fields.text(node, "question"),
                Fields.optionalText(node, "gold_solution").orElse(""),
                Fields.text(node, "gold_answer"));
    }

    /** The share of attempts that are wrong or undecided; 0 without attempts. */
    double failureRate() {
        long failed = attempts.stream()
                .filter(attempt -> !(attempt.analysis() instanceof Analysis.Correct))
                .count();
        return attempts.isEmpty() ? 0 : (double) failed / attempts.size();
    }

    List<LabelledAttempt> wrong() {
        return attempts.stream()
                .filter(attempt -> attempt.analysis() instanceof Analysis.Wrong)
                .toList();
    }
}

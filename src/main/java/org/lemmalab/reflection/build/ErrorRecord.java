package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/**
 * One error that is to be corrected.
 *
 * @param id the problem's id with the error's number
 * @param problem question and gold solution
 * @param whole the whole attempt
 * @param student whose errors or types were used
 * @param seed its own
 */
record ErrorRecord(String id, Problem problem, ErroneousAttempt whole, String student, long seed) {
    static ErrorRecord ofStudent(String id, Problem problem, LabelledAttempt labelled, long seed) {
        Analysis.Wrong wrong = (Analysis.Wrong) labelled.analysis();
        ErroneousAttempt whole = new ErroneousAttempt(
                labelled.attempt().solution().steps(),
                wrong.firstWrongStep(),
                wrong.type(),
                ErrorSource.STUDENT,
                wrong.explanation(),
                labelled.attempt().solution().answer().orElse(""));
        return new ErrorRecord(id, problem, whole, labelled.attempt().model(), seed);
    }

    static ErrorRecord ofTeacher(String id, Problem problem, Injection injection, String student, long seed) {
        ErroneousAttempt whole = new ErroneousAttempt(
                injection.solution().steps(),
                injection.firstWrongStep(),
                injection.type(),
                ErrorSource.TEACHER,
                injection.explanation(),
                injection.solution().answer().orElse(""));
        return new ErrorRecord(id, problem, whole, student, seed);
    }

    List<String> steps() {
        return whole.steps().stream().map(Step::text).toList();
    }

    ObjectNode json() {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("id", id);
        line.set("problem", Json.mapper().valueToTree(problem));
        ArrayNode steps = line.putArray("steps");
        steps().forEach(steps::add);
        line.put("first_wrong_step", whole.firstWrongStep());
        line.put("error_type", whole.type().label());
        line.put("source", whole.source().label());
        line.put("explanation", whole.explanation());
        line.put("given_answer", whole.givenAnswer());
        line.put("student", student);
        return line.put("seed", seed);
    }

    static ErrorRecord parse(JsonNode line) {
        List<String> steps = new ArrayList<>();
        line.path("steps").forEach(step -> steps.add(step.asText()));
        ErroneousAttempt whole = new ErroneousAttempt(
                StepSplitter.numbered(steps),
                Fields.integer(line, "first_wrong_step"),
                ErrorType.ofLabel(Fields.text(line, "error_type")),
                ErrorSource.ofLabel(Fields.text(line, "source")),
                Fields.optionalText(line, "explanation").orElse(""),
                Fields.optionalText(line, "given_answer").orElse(""));
        return new ErrorRecord(
                Fields.text(line, "id"),
                Task.problem(Fields.object(line, "problem")),
                whole,
                Fields.text(line, "student"),
                line.path("seed").longValue());
    }
}

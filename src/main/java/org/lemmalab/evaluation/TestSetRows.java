package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.lemmalab.io.Fields;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.AnswerExtractor;

/** How each set writes its rows. */
final class TestSetRows {
    /** ASDiv's unit after an answer: "9 (apples)". */
    private static final Pattern UNIT = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    private TestSetRows() {}

    static TestProblem gsm8k(JsonNode row, String id) {
        return new TestProblem(Gsm8k.parse(row, id), Map.of());
    }

    static TestProblem math(JsonNode row, String id) {
        String solution = Fields.text(row, "solution");
        String answer = AnswerExtractor.strict()
                .extract(solution)
                .answer()
                .orElseThrow(() -> new LabException("field 'solution': expected a boxed answer, found none"));
        Problem problem = new Problem(id, Fields.text(row, "problem"), solution, answer);
        return new TestProblem(problem, Map.of("level", Fields.text(row, "level"), "type", Fields.text(row, "type")));
    }

    static TestProblem svamp(JsonNode row, String id) {
        String body = Fields.text(row, "Body").strip();
        String question = (body.endsWith(".") ? body : body + ".") + " " + Fields.text(row, "Question");
        // One row of the published file misspells its type.
        String type = Fields.text(row, "Type").replace("Divison", "Division");
        return new TestProblem(
                new Problem(id, question, Fields.text(row, "Equation"), number(row, "Answer")), Map.of("type", type));
    }

    static TestProblem asdiv(JsonNode row, String id) {
        String question = Fields.text(row, "body").strip() + " " + Fields.text(row, "question");
        String answer = UNIT.matcher(Fields.text(row, "answer")).replaceFirst("");
        return new TestProblem(
                new Problem(id, question, Fields.text(row, "formula"), answer),
                Map.of("type", Fields.text(row, "solution_type")));
    }

    static TestProblem mawps(JsonNode row, String id) {
        JsonNode answers = row.path("lSolutions");
        if (answers.size() != 1 || !answers.get(0).isNumber()) {
            throw new LabException("field 'lSolutions': expected one number, found " + answers);
        }
        String equation = row.path("lEquations").path(0).asText("");
        return new TestProblem(
                new Problem(id, Fields.text(row, "sQuestion").strip(), equation, plain(answers.get(0))), Map.of());
    }

    static TestProblem mawpsSmall(JsonNode row, String id) {
        return new TestProblem(new Problem(id, Fields.text(row, "input"), "", number(row, "target")), Map.of());
    }

    static TestProblem mathematics(JsonNode row, String id) {
        return new TestProblem(new Problem(id, Fields.text(row, "question"), "", Fields.text(row, "answer")), Map.of());
    }

    static TestProblem collegeMath(JsonNode row, String id) {
        return new TestProblem(
                new Problem(id, Fields.text(row, "question"), "", Fields.text(row, "answer")),
                Map.of("topic", Fields.text(row, "data_topic").replace("college_math.", "")));
    }

    static TestProblem gsmHard(JsonNode row, String id) {
        return new TestProblem(new Problem(id, Fields.text(row, "input"), "", number(row, "target")), Map.of());
    }

    private static String number(JsonNode row, String field) {
        JsonNode value = row.path(field);
        if (!value.isNumber()) {
            throw new LabException("field '" + field + "': expected a number, found " + value);
        }
        return plain(value);
    }

    /** 43.0 as people write it: 43. */
    private static String plain(JsonNode number) {
        BigDecimal value = number.decimalValue().stripTrailingZeros();
        return value.toPlainString();
    }
}

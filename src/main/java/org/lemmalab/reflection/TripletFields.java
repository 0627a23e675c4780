package org.lemmalab.reflection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/** A triplet as an object of JSON, and back. */
final class TripletFields {
    private TripletFields() {}

    static ObjectNode write(Triplet triplet) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("id", triplet.id());
        line.set("problem", problem(triplet.problem()));
        line.set("attempt", attempt(triplet.attempt()));
        line.set("reflection", reflection(triplet.reflection()));
        line.set("correction", correction(triplet.correction()));
        line.set("provenance", origin(triplet.origin()));
        return line;
    }

    static Triplet read(JsonNode line) {
        return new Triplet(
                Fields.text(line, "id"),
                problem(Fields.object(line, "problem")),
                attempt(Fields.object(line, "attempt")),
                reflection(Fields.object(line, "reflection")),
                correction(Fields.object(line, "correction")),
                origin(Fields.object(line, "provenance")));
    }

    static ObjectNode problem(Problem problem) {
        return Json.mapper()
                .createObjectNode()
                .put("id", problem.id())
                .put("question", problem.question())
                .put("gold_solution", problem.goldSolution())
                .put("gold_answer", problem.goldAnswer());
    }

    static Problem problem(JsonNode node) {
        return new Problem(
                Fields.text(node, "id"),
                Fields.text(node, "question"),
                maybeBlank(node, "gold_solution"),
                Fields.text(node, "gold_answer"));
    }

    static ObjectNode attempt(ErroneousAttempt attempt) {
        ObjectNode node = Json.mapper().createObjectNode();
        texts(node.putArray("steps"), attempt.steps().stream().map(Step::text).toList());
        return node.put("first_wrong_step", attempt.firstWrongStep())
                .put("error_type", attempt.type().label())
                .put("source", attempt.source().label())
                .put("explanation", attempt.explanation())
                .put("given_answer", attempt.givenAnswer());
    }

    static ErroneousAttempt attempt(JsonNode node) {
        return new ErroneousAttempt(
                StepSplitter.numbered(texts(node, "steps")),
                Fields.integer(node, "first_wrong_step"),
                ErrorType.ofLabel(Fields.text(node, "error_type")),
                ErrorSource.ofLabel(Fields.text(node, "source")),
                maybeBlank(node, "explanation"),
                maybeBlank(node, "given_answer"));
    }

    private static ObjectNode reflection(Reflection reflection) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("text", reflection.text()).put("style", reflection.style().label());
        OptionalDouble likelihood = reflection.studentNegativeLogLikelihood();
        node.put("student_nll", likelihood.isPresent() ? likelihood.getAsDouble() : null);
        ArrayNode scores = node.putArray("candidate_nlls");
        reflection.candidateScores().forEach(scores::add);
        return node;
    }

    private static Reflection reflection(JsonNode node) {
        List<Double> scores = new ArrayList<>();
        node.path("candidate_nlls").forEach(score -> scores.add(number(score, "candidate_nlls")));
        return new Reflection(
                maybeBlank(node, "text"),
                ConnectionStyle.ofLabel(Fields.text(node, "style")),
                node.hasNonNull("student_nll")
                        ? OptionalDouble.of(number(node.get("student_nll"), "student_nll"))
                        : OptionalDouble.empty(),
                scores);
    }

    private static ObjectNode correction(Correction correction) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("strategy", correction.strategy().label());
        texts(node.putArray("steps"), correction.steps());
        return node.put("answer", correction.answer()).put("note", correction.note());
    }

    private static Correction correction(JsonNode node) {
        return new Correction(
                Strategy.ofLabel(Fields.text(node, "strategy")),
                texts(node, "steps"),
                Fields.text(node, "answer"),
                maybeBlank(node, "note"));
    }

    private static ObjectNode origin(TripletOrigin origin) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("student", origin.student()).put("teacher", origin.teacher()).put("seed", origin.seed());
        ObjectNode hashes = node.putObject("prompt_hashes");
        origin.promptHashes().forEach(hashes::put);
        return node.put("toolkit_version", origin.toolkit());
    }

    private static TripletOrigin origin(JsonNode node) {
        Map<String, String> hashes = new TreeMap<>();
        node.path("prompt_hashes")
                .properties()
                .forEach(hash -> hashes.put(hash.getKey(), hash.getValue().asText()));
        JsonNode seed = node.path("seed");
        if (!seed.isIntegralNumber()) {
            throw new LabException("field 'seed': expected an integer, found " + seed);
        }
        return new TripletOrigin(
                Fields.text(node, "student"),
                Fields.text(node, "teacher"),
                seed.longValue(),
                hashes,
                Fields.text(node, "toolkit_version"));
    }

    private static void texts(ArrayNode into, List<String> texts) {
        texts.forEach(into::add);
    }

    private static List<String> texts(JsonNode node, String name) {
        JsonNode array = node.path(name);
        if (!array.isArray()) {
            throw new LabException("field '" + name + "': expected a list of texts, found " + array.getNodeType());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : array) {
            if (!text.isTextual()) {
                throw new LabException("field '" + name + "': expected a list of texts, found " + text + " in it");
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    private static String maybeBlank(JsonNode node, String name) {
        return Fields.optionalText(node, name).orElseThrow(() -> new LabException("field '" + name + "' is missing"));
    }

    private static double number(JsonNode value, String name) {
        if (!value.isNumber()) {
            throw new LabException("field '" + name + "': expected a number, found " + value);
        }
        return value.doubleValue();
    }
}

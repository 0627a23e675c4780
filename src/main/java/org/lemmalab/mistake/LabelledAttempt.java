package org.lemmalab.mistake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.ProblemAttempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/**
 * An attempt with its analysis, as it stands on a line of JSON: {@code id, problem_id, model, verdict} (correct, wrong or undecided),
 * {@code first_wrong_step, error_type, explanation, evidence, confidence, findings, unsound_steps, answer, gold_answer, marked_correct, steps}; where known, {@code temperature} of the
 * attempt and {@code agreement} of the analyst's replies.
 *
 * @param attempt the attempt
 * @param goldAnswer the gold answer of its problem
 * @param analysis the verdict on it
 * @param agreement the share of the analyst's replies that say so, from 0 to 1; empty for an analyst that cannot waver
 */
public record LabelledAttempt(Attempt attempt, String goldAnswer, Analysis analysis, OptionalDouble agreement) {
    /** Checks that nothing is missing. */
    public LabelledAttempt {
        if (attempt == null || goldAnswer == null || analysis == null || agreement == null) {
            throw new LabException("labelled attempt: expected an attempt, a gold answer and an analysis");
        }
        if (agreement.isPresent() && !(agreement.getAsDouble() >= 0 && agreement.getAsDouble() <= 1)) {
            throw new LabException("field 'agreement': expected a share from 0 to 1, found " + agreement.getAsDouble());
        }
    }

    /**
     * @param attempt the attempt
     * @param goldAnswer the gold answer of its problem
     * @param analysis the verdict on it, by an analyst that cannot waver
     */
    public LabelledAttempt(Attempt attempt, String goldAnswer, Analysis analysis) {
        this(attempt, goldAnswer, analysis, OptionalDouble.empty());
    }

    /**
     * @param subject problem and attempt
     * @param analysis the verdict
     * @return the two together
     */
    public static LabelledAttempt of(ProblemAttempt subject, Analysis analysis) {
        return new LabelledAttempt(subject.attempt(), subject.problem().goldAnswer(), analysis);
    }

    /**
     * @param subject problem and attempt
     * @param judgement the verdict with its votes
     * @return the two together
     */
    public static LabelledAttempt of(ProblemAttempt subject, VotedAnalysis judgement) {
        return new LabelledAttempt(
                subject.attempt(), subject.problem().goldAnswer(), judgement.analysis(), judgement.agreement());
    }

    /**
     * @return correct, wrong or undecided
     */
    public String verdict() {
        return analysis.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * @return the first wrong step, where the verdict names one
     */
    public OptionalInt firstWrongStep() {
        if (analysis instanceof Analysis.Wrong wrong) {
            return OptionalInt.of(wrong.firstWrongStep());
        }
        return analysis instanceof Analysis.Undecided undecided ? undecided.firstWrongStep() : OptionalInt.empty();
    }

    /**
     * @return the error type, where the verdict is wrong
     */
    public Optional<ErrorType> errorType() {
        return analysis instanceof Analysis.Wrong wrong ? Optional.of(wrong.type()) : Optional.empty();
    }

    /**
     * @return the object that stands on its line
     */
    public ObjectNode json() {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("id", attempt.id());
        line.put("problem_id", attempt.problemId());
        line.put("model", attempt.model());
        line.put("verdict", verdict());
        line.put(
                "first_wrong_step",
                firstWrongStep().isPresent() ? firstWrongStep().getAsInt() : null);
        line.put("error_type", errorType().map(ErrorType::label).orElse(null));
        line.put("explanation", analysis.explanation());
        evidence(line);
        line.put("answer", attempt.solution().answer().orElse(null));
        line.put("gold_answer", goldAnswer);
        line.put("marked_correct", attempt.markedCorrect().orElse(null));
        ArrayNode steps = line.putArray("steps");
        attempt.solution().steps().forEach(step -> steps.add(step.text()));
        attempt.temperature().ifPresent(value -> line.put("temperature", value));
        agreement.ifPresent(value -> line.put("agreement", value));
        return line;
    }

    private void evidence(ObjectNode line) {
        Evidence evidence = analysis.evidence();
        line.put("evidence", evidence.kind().label());
        evidence.confidence().ifPresent(value -> line.put("confidence", value));
        if (!evidence.findings().isEmpty()) {
            ArrayNode findings = line.putArray("findings");
            evidence.findings().forEach(findings::add);
        }
        if (analysis instanceof Analysis.Correct correct
                && !correct.unsoundSteps().isEmpty()) {
            ArrayNode unsound = line.putArray("unsound_steps");
            correct.unsoundSteps().forEach(unsound::add);
        }
    }

    private static Evidence evidenceOf(JsonNode line) {
        List<String> findings = new ArrayList<>();
        line.path("findings").forEach(finding -> findings.add(finding.asText()));
        Evidence.Kind kind = Fields.optionalText(line, "evidence")
                .map(Evidence.Kind::ofLabel)
                .orElse(Evidence.Kind.NONE);
        return new Evidence(kind, Fields.optionalNumber(line, "confidence"), findings);
    }

    private static List<Integer> unsound(JsonNode line) {
        List<Integer> steps = new ArrayList<>();
        line.path("unsound_steps").forEach(step -> steps.add(step.asInt()));
        return steps;
    }

    /**
     * @param line an object as {@link #json()} gives it
     * @return the labelled attempt
     * @throws LabException if a field is missing or of the wrong kind
     */
    public static LabelledAttempt parse(JsonNode line) {
        List<String> steps = new ArrayList<>();
        line.path("steps").forEach(step -> steps.add(step.asText()));
        JsonNode mark = line.path("marked_correct");
        Attempt attempt = new Attempt(
                Fields.text(line, "id"),
                Fields.text(line, "problem_id"),
                Fields.text(line, "model"),
                new Solution(StepSplitter.numbered(steps), Fields.optionalText(line, "answer")),
                mark.isBoolean() ? Optional.of(mark.booleanValue()) : Optional.empty(),
                Fields.optionalNumber(line, "temperature"));
        return new LabelledAttempt(
                attempt, Fields.text(line, "gold_answer"), analysis(line), Fields.optionalNumber(line, "agreement"));
    }

    private static Analysis analysis(JsonNode line) {
        String explanation = Fields.text(line, "explanation");
        String verdict = Fields.text(line, "verdict");
        return switch (verdict) {
            case "correct" -> new Analysis.Correct(explanation, unsound(line), evidenceOf(line));
            case "wrong" ->
                new Analysis.Wrong(
                        Fields.integer(line, "first_wrong_step"),
                        ErrorType.ofLabel(Fields.text(line, "error_type")),
                        explanation,
                        evidenceOf(line));
            case "undecided" ->
                new Analysis.Undecided(
                        line.hasNonNull("first_wrong_step")
                                ? OptionalInt.of(Fields.integer(line, "first_wrong_step"))
                                : OptionalInt.empty(),
                        explanation,
                        evidenceOf(line));
            default ->
                throw new LabException(
                        "field 'verdict': expected correct, wrong or undecided, found '" + verdict + "'");
        };
    }
}

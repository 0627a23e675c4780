package org.lemmalab.mistake.prompted;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.VotedAnalysis;
import org.lemmalab.mistake.prompted.TeachingModel.Asked;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/**
 * A model that finds the first wrong step and its type in one structured reply (paper Sec. 3.2), or in several of which the most frequent
 * verdict counts (self-consistency, Wang et al. 2023).
 *
 * <p>What the reply's verdict says is what counts, whatever words its explanation has. A verdict that contradicts itself, the attempt's
 * length or the graded answer is a failed reply.
 *
 * @param model who is asked
 * @param prompt with places for {@code question}, {@code solution}, {@code gold_answer}, {@code attempt}, {@code answer}, {@code types};
 *     it may have one for {@code evidence}, which then shows what the program found
 */
public record PromptedAnalyst(TeachingModel model, PromptTemplate prompt) implements Analyst {
    /** The toolkit's prompt that shows what the program found. */
    public static final PromptTemplate EVIDENCE_PROMPT = PromptTemplate.bundled("teacher-analyse-evidence");

    private static final Set<String> PLACES =
            Set.of("question", "solution", "gold_answer", "attempt", "answer", "types");

    private static final String EVIDENCE = "evidence";

    /** Checks the prompt's places. */
    public PromptedAnalyst {
        Set<String> places = new HashSet<>(PLACES);
        if (prompt.places().contains(EVIDENCE)) {
            places.add(EVIDENCE);
        }
        PromptTexts.requirePlaces(prompt, places);
    }

    /**
     * @param model who is asked
     * @return it, asked with the toolkit's prompt that shows what the program found
     */
    public static PromptedAnalyst withEvidence(TeachingModel model) {
        return new PromptedAnalyst(model, EVIDENCE_PROMPT);
    }

    /**
     * @param model who is asked
     * @return it, asked with the toolkit's prompt
     */
    public static PromptedAnalyst over(TeachingModel model) {
        return new PromptedAnalyst(model, PromptTemplate.bundled("teacher-analyse"));
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return judge(problem, attempt).analysis();
    }

    @Override
    public VotedAnalysis judge(Problem problem, Solution attempt) {
        if (attempt.steps().isEmpty()) {
            return VotedAnalysis.of(new Analysis.Undecided(OptionalInt.empty(), "The attempt has no step to judge."));
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "question", problem.question(),
                "solution", PromptTexts.solution(problem),
                "gold_answer", problem.goldAnswer(),
                "attempt",
                        PromptTexts.numbered(
                                attempt.steps().stream().map(Step::text).toList()),
                "answer", attempt.answer().orElse("(none)"),
                "types", PromptTexts.types()));
        if (prompt.places().contains(EVIDENCE)) {
            values.put(EVIDENCE, EvidenceText.of(problem, attempt));
        }
        PromptedSettings settings = model.settings();
        List<Result<Analysis>> replies = model.ask(
                new Asked(prompt, values, problem.question(), 0),
                settings.analysisTemperature(),
                settings.analyses(),
                fields -> read(fields, problem, attempt));
        return VotedAnalysis.of(replies, settings.analyses());
    }

    private static Analysis read(ReplyFields fields, Problem problem, Solution attempt) {
        String explanation = fields.text("explanation");
        String verdict = fields.text("verdict");
        Optional<Integer> step = fields.number("first_wrong_step");
        Optional<ErrorType> type = fields.optionalText("error_type").map(PromptedAnalyst::type);
        return switch (verdict) {
            case "correct" -> correct(explanation, step.isPresent() || type.isPresent(), problem, attempt);
            case "wrong" -> wrong(explanation, step, type, attempt);
            default -> throw new LabException("field 'verdict' is neither correct nor wrong");
        };
    }

    private static Analysis correct(String explanation, boolean names, Problem problem, Solution attempt) {
        if (names) {
            throw new LabException("the verdict is correct, and a wrong step or a type is named");
        }
        Optional<Verdict> graded =
                attempt.answer().map(answer -> Grader.standard().grade(answer, problem.goldAnswer()));
        if (graded.isPresent() && !graded.get().isEqual() && !graded.get().isUndecided()) {
            throw new LabException("the verdict is correct, and the attempt's answer is wrong");
        }
        return new Analysis.Correct(explanation);
    }

    private static Analysis wrong(
            String explanation, Optional<Integer> step, Optional<ErrorType> type, Solution attempt) {
        if (step.isEmpty() || type.isEmpty()) {
            throw new LabException("the verdict is wrong, and no step or no type is named");
        }
        if (step.get() < 1 || step.get() > attempt.steps().size()) {
            throw new LabException("the step is outside the attempt");
        }
        return new Analysis.Wrong(step.get(), type.get(), explanation);
    }

    private static ErrorType type(String label) {
        try {
            return ErrorType.ofLabel(label);
        } catch (LabException e) {
            throw new LabException("field 'error_type' is no known type", e);
        }
    }
}

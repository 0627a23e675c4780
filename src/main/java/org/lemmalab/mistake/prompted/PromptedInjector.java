package org.lemmalab.mistake.prompted;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Giveaway;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.Injector;
import org.lemmalab.mistake.prompted.TeachingModel.Asked;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/**
 * A model that plays a careless student (paper Sec. 3.3): it injects one error of a wanted type, reasons on to a wrong answer and says
 * apart from the solution what is wrong. Whether the error is of that type is for an analyst to check.
 *
 * <p>Any type but nonsense may be asked for; the model may answer that a problem has no place for it.
 *
 * @param model who is asked
 * @param prompt with places for {@code question}, {@code solution}, {@code gold_answer}, {@code type} and {@code definition}
 */
public record PromptedInjector(TeachingModel model, PromptTemplate prompt) implements Injector {
    private static final Set<String> PLACES = Set.of("question", "solution", "gold_answer", "type", "definition");

    /** Checks the prompt's places. */
    public PromptedInjector {
        PromptTexts.requirePlaces(prompt, PLACES);
    }

    /**
     * @param model who is asked
     * @return it, asked with the toolkit's prompt
     */
    public static PromptedInjector over(TeachingModel model) {
        return new PromptedInjector(model, PromptTemplate.bundled("teacher-inject"));
    }

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return PromptTexts.goldSteps(problem).isEmpty()
                ? EnumSet.noneOf(ErrorType.class)
                : EnumSet.complementOf(EnumSet.of(ErrorType.NONSENSICAL_OUTPUT));
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        if (!injectable(problem).contains(type)) {
            return Result.failure("a model is not asked for this type, or the problem has no worked solution");
        }
        Map<String, String> values = Map.of(
                "question", problem.question(),
                "solution", PromptTexts.solution(problem),
                "gold_answer", problem.goldAnswer(),
                "type", type.title(),
                "definition", type.definition());
        return model.ask(new Asked(prompt, values, problem.question(), seed), fields -> read(fields, problem, type));
    }

    private static Injection read(ReplyFields fields, Problem problem, ErrorType type) {
        if (fields.optionalText("impossible").isPresent()) {
            throw new LabException("the teacher finds no place for this type");
        }
        WorkedReply worked = WorkedReply.of(fields).wrong(problem);
        int wrong = fields.number("first_wrong_step")
                .orElseThrow(() -> new LabException("field 'first_wrong_step' is missing"));
        String explanation = fields.text("explanation");
        checkPlace(worked.steps(), PromptTexts.goldSteps(problem), wrong);
        Giveaway.INTENT.refuse(problem.question(), worked.steps());
        Giveaway.SOURCE.refuse(problem.question(), worked.steps());
        Giveaway.SOURCE.refuse(problem.question(), List.of(explanation));
        return new Injection(type, worked.solution(), wrong, explanation);
    }

    private static void checkPlace(List<String> steps, List<String> gold, int wrong) {
        if (wrong < 1 || wrong > steps.size()) {
            throw new LabException("the step is outside the solution");
        }
        int before = wrong - 1;
        if (before > gold.size() || !plain(steps.subList(0, before)).equals(plain(gold.subList(0, before)))) {
            throw new LabException("the steps before the error were changed");
        }
        if (before < gold.size() && plain(steps.subList(before, wrong)).equals(plain(gold.subList(before, wrong)))) {
            throw new LabException("the step declared wrong is the solution's own");
        }
    }

    private static List<String> plain(List<String> steps) {
        return steps.stream().map(step -> step.replaceAll("\\s+", " ").strip()).toList();
    }
}

package org.lemmalab.reflection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Giveaway;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.VotedAnalysis;
import org.lemmalab.mistake.prompted.PromptTexts;
import org.lemmalab.mistake.prompted.PromptedAnalyst;
import org.lemmalab.mistake.prompted.PromptedInjector;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.mistake.prompted.ReplyFields;
import org.lemmalab.mistake.prompted.TeachingModel;
import org.lemmalab.mistake.prompted.WorkedReply;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/**
 * Any language model as the teacher. It is asked by prompt file and answers in JSON; what contradicts itself, the problem or the grader is
 * refused with a reason, see {@link org.lemmalab.mistake.prompted}.
 *
 * <pre>{@code
 * Teacher teacher = PromptedTeacher.over(model, Price.FREE, PromptedSettings.STANDARD.withAnalyses(5));
 * Judgement judgement = teacher.judge(problem, attempt);
 * }</pre>
 */
public final class PromptedTeacher implements Teacher {
    private static final int LONGEST_LINK = 800;

    private final TeachingModel model;
    private final TeacherPrompts prompts;
    private final PromptedAnalyst analyst;
    private final PromptedInjector injector;

    private PromptedTeacher(TeachingModel model, TeacherPrompts prompts) {
        this.model = model;
        this.prompts = prompts;
        this.analyst = new PromptedAnalyst(model, prompts.analyse());
        this.injector = new PromptedInjector(model, prompts.inject());
    }

    /**
     * @param model who is asked; stays the caller's to close
     * @param price of its tokens
     * @param settings how it is asked
     * @return the teacher, with the toolkit's prompts
     */
    public static PromptedTeacher over(TextModel model, Price price, PromptedSettings settings) {
        return over(new TeachingModel(model, price, settings), TeacherPrompts.bundled());
    }

    /**
     * @param model who is asked, and how
     * @param prompts what it is asked with
     * @return the teacher
     */
    public static PromptedTeacher over(TeachingModel model, TeacherPrompts prompts) {
        return new PromptedTeacher(model, prompts);
    }

    @Override
    public String name() {
        return model.model().name();
    }

    @Override
    public Map<String, String> promptHashes() {
        return prompts.hashes();
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return analyst.analyse(problem, attempt);
    }

    @Override
    public VotedAnalysis judge(Problem problem, Solution attempt) {
        return analyst.judge(problem, attempt);
    }

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return injector.injectable(problem);
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        return injector.inject(problem, type, seed);
    }

    @Override
    public Result<Correction> fix(Problem problem, ErroneousAttempt attempt, long seed) {
        return ask(prompts.fix(), problem, attempt, seed, fields -> readFix(fields, problem, attempt.truncated()));
    }

    @Override
    public Result<Correction> restart(Problem problem, ErroneousAttempt attempt, long seed) {
        return ask(prompts.restart(), problem, attempt, seed, fields -> readRestart(fields, problem));
    }

    @Override
    public Result<String> link(Problem problem, ErroneousAttempt attempt, Correction correction, long seed) {
        Map<String, String> values = new HashMap<>(common(problem, attempt.truncated()));
        values.put("definition", attempt.type().definition());
        values.put("next", correction.steps().get(0));
        values.put(
                "strategy",
                switch (correction.strategy()) {
                    case FIX_AND_CONTINUE -> "do that step again";
                    case FRESH_AND_RESTART -> "start over in another way";
                });
        return model.ask(
                new TeachingModel.Asked(prompts.link(), values, problem.question(), seed),
                fields -> readLink(fields, problem, correction));
    }

    private <T> Result<T> ask(
            PromptTemplate prompt,
            Problem problem,
            ErroneousAttempt attempt,
            long seed,
            Function<ReplyFields, T> reader) {
        Map<String, String> values = new HashMap<>(common(problem, attempt.truncated()));
        values.put("solution", PromptTexts.solution(problem));
        values.put("gold_answer", problem.goldAnswer());
        return model.ask(new TeachingModel.Asked(prompt, values, problem.question(), seed), reader);
    }

    private static Map<String, String> common(Problem problem, ErroneousAttempt attempt) {
        return Map.of(
                "question", problem.question(),
                "attempt",
                        PromptTexts.numbered(
                                attempt.steps().stream().map(Step::text).toList()),
                "wrong_step", String.valueOf(attempt.firstWrongStep()),
                "type", attempt.type().title(),
                "explanation", attempt.explanation());
    }

    private static Correction readFix(ReplyFields fields, Problem problem, ErroneousAttempt attempt) {
        List<String> steps = corrected(fields, problem);
        if (steps.get(0).equals(attempt.wrongStep().text().strip())) {
            throw new LabException("the correction begins with the wrong step");
        }
        if (attempt.goodSteps().stream()
                .limit(1)
                .anyMatch(step -> step.text().strip().equals(steps.get(0)))) {
            throw new LabException("the correction starts over");
        }
        return new Correction(Strategy.FIX_AND_CONTINUE, steps, fields.answer("answer"), "");
    }

    private static Correction readRestart(ReplyFields fields, Problem problem) {
        List<String> steps = corrected(fields, problem);
        String method = fields.text("method");
        if (steps.equals(PromptTexts.goldSteps(problem))) {
            throw new LabException("the restart is the solution that was given");
        }
        return new Correction(Strategy.FRESH_AND_RESTART, steps, fields.answer("answer"), method);
    }

    private static List<String> corrected(ReplyFields fields, Problem problem) {
        List<String> steps = WorkedReply.of(fields).right(problem).sound().steps();
        Giveaway.SOURCE.refuse(problem.question(), steps);
        Giveaway.HINDSIGHT.refuse(problem.question(), steps);
        return steps;
    }

    private static String readLink(ReplyFields fields, Problem problem, Correction correction) {
        String link = fields.text("link");
        if (link.length() > LONGEST_LINK) {
            throw new LabException("the link is longer than " + LONGEST_LINK + " characters");
        }
        if (link.contains(correction.steps().get(0))) {
            throw new LabException("the link has the corrected step in it");
        }
        Stream.of(Giveaway.SOURCE, Giveaway.OUTSIDER)
                .forEach(giveaway -> giveaway.refuse(problem.question(), List.of(link)));
        return link;
    }
}

package org.lemmalab.synthetic.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;
import org.lemmalab.synthetic.wordproblem.Distractor;
import org.lemmalab.synthetic.wordproblem.PlanProgress;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;
import org.lemmalab.synthetic.wordproblem.WordProblem;

/**
 * A teacher that knows the programs of synthetic stories, so that it judges every line exactly, and corrects as the stories' own solutions are
 * written: another right order, other wordings, one operation a line. A correction in a manner that the student has never read (several
 * operations in one expression, say) would teach it that manner besides, at a price that has nothing to do with errors; so would long
 * links, which is why they say in a short clause what shows the error. Errors are injected by another teacher, who also teaches all
 * problems that are not known here.
 *
 * @param known synthetic problems by their names
 * @param others teaches all the rest
 */
public record StoryTeacher(Function<String, Optional<WordProblem>> known, Teacher others) implements Teacher {
    /**
     * @param known synthetic problems by their names; looked into when a problem is taught, so that it may still grow
     * @return a teacher of them, and of all other problems as {@link PlanTeacher#standard} teaches
     */
    public static StoryTeacher of(Map<String, WordProblem> known) {
        return new StoryTeacher(id -> Optional.ofNullable(known.get(id)), PlanTeacher.standard());
    }

    @Override
    public String name() {
        return others.name() + ", with the programs of stories";
    }

    @Override
    public Map<String, String> promptHashes() {
        return others.promptHashes();
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return progress(problem)
                .map(start -> analyse(start, problem, attempt))
                .orElseGet(() -> others.analyse(problem, attempt));
    }

    private Analysis analyse(PlanProgress start, Problem problem, Solution attempt) {
        Optional<PlanProgress> now = Optional.of(start);
        for (Step step : attempt.steps()) {
            Optional<PlanProgress> next = now.flatMap(before -> before.after(step.text()));
            if (next.isEmpty()) {
                return wrong(now.orElseThrow(), step, others.analyse(problem, attempt));
            }
            now = next;
        }
        boolean isRight = attempt.answer().equals(Optional.of(problem.goldAnswer()));
        return isRight
                ? new Analysis.Correct("every line is a step of the program")
                : new Analysis.Undecided(OptionalInt.empty(), "the steps are right, the answer is not theirs");
    }

    private static Analysis wrong(PlanProgress before, Step step, Analysis second) {
        if (second instanceof Analysis.Wrong same && same.firstWrongStep() == step.number()) {
            return same;
        }
        return before.isMiscalculated(step.text())
                ? new Analysis.Wrong(step.number(), ErrorType.CALCULATION, "the operation is right, its result is not")
                : new Analysis.Wrong(
                        step.number(),
                        ErrorType.QUESTION_MISINTERPRETATION,
                        "no step of the program can be taken like that here");
    }

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return others.injectable(problem);
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        return others.inject(problem, type, seed);
    }

    @Override
    public Result<Correction> fix(Problem problem, ErroneousAttempt attempt, long seed) {
        long own = Seeds.derive(seed, "story fix", problem.id());
        return corrected(problem, attempt, Strategy.FIX_AND_CONTINUE, own)
                .orElseGet(() -> others.fix(problem, attempt, seed));
    }

    @Override
    public Result<Correction> restart(Problem problem, ErroneousAttempt attempt, long seed) {
        long own = Seeds.derive(seed, "story restart", problem.id());
        return corrected(problem, attempt, Strategy.FRESH_AND_RESTART, own)
                .orElseGet(() -> others.restart(problem, attempt, seed));
    }

    @Override
    public Result<String> link(Problem problem, ErroneousAttempt attempt, Correction correction, long seed) {
        return progress(problem)
                .map(start -> until(start, attempt)
                        .map(before -> Result.success(ShortLink.of(
                                evidence(problem, before, attempt.wrongStep().text()),
                                correction.strategy(),
                                Seeds.random(seed, "story link", problem.id()))))
                        .orElseGet(StoryTeacher::anotherStep))
                .orElseGet(() -> others.link(problem, attempt, correction, seed));
    }

    private String evidence(Problem problem, PlanProgress before, String wrong) {
        Optional<PlanProgress.Written> written = PlanProgress.Written.in(wrong);
        if (written.isPresent() && before.isMiscalculated(wrong)) {
            return written.get().expression() + " is not " + written.get().result();
        }
        Optional<String> other = written.flatMap(
                equation -> known.apply(problem.id()).flatMap(made -> Distractor.of(made, equation.expression())));
        if (other.isPresent()) {
            return "that is " + other.get() + "'s";
        }
        OptionalInt meant = before.meant(wrong);
        if (meant.isEmpty()) {
            return "that is not what the question says";
        }
        return before.isWordedAs(meant.getAsInt(), wrong)
                ? "that should be " + before.expression(meant.getAsInt())
                : "something must be worked out before that";
    }

    private Optional<PlanProgress> progress(Problem problem) {
        return RelationQuestion.read(problem.question()).isPresent()
                ? Optional.empty()
                : known.apply(problem.id()).map(made -> PlanProgress.start(made.plan()));
    }

    /** The steps before the error; empty where one of them is wrong or the error is none. */
    private static Optional<PlanProgress> until(PlanProgress start, ErroneousAttempt attempt) {
        Optional<PlanProgress> now = Optional.of(start);
        for (Step step : attempt.goodSteps()) {
            now = now.flatMap(before -> before.after(step.text()));
        }
        return now.filter(done -> done.after(attempt.wrongStep().text()).isEmpty());
    }

    /** The correction, or why there is none; empty where the problem's program is not known here. */
    private Optional<Result<Correction>> corrected(
            Problem problem, ErroneousAttempt attempt, Strategy strategy, long seed) {
        return progress(problem)
                .map(start -> until(start, attempt)
                        .map(done ->
                                correction(problem, strategy, lines(strategy, start, done, attempt, new Random(seed))))
                        .orElseGet(StoryTeacher::anotherStep));
    }

    private static <T> Result<T> anotherStep() {
        return Result.failure("going by the program, the first wrong step is another");
    }

    /** Fixing begins with the step that the wrong one was to be. */
    private static List<String> lines(
            Strategy strategy, PlanProgress start, PlanProgress done, ErroneousAttempt attempt, Random random) {
        if (strategy == Strategy.FRESH_AND_RESTART) {
            return start.rest(random);
        }
        OptionalInt meant = done.meant(attempt.wrongStep().text());
        return meant.isPresent() ? done.rest(meant.getAsInt(), random) : done.rest(random);
    }

    private static Result<Correction> correction(Problem problem, Strategy strategy, List<String> lines) {
        return lines.isEmpty()
                ? Result.failure("nothing is left to be worked out")
                : Result.success(new Correction(strategy, lines, problem.goldAnswer(), ""));
    }
}

package org.lemmalab.synthetic.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;
import org.lemmalab.synthetic.wordproblem.Relation;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;

/**
 * A teacher that needs no model, exact on the synthetic relations problems: it executes every line. All other problems it leaves to another
 * teacher. Safe for several threads.
 *
 * @param others teaches all other problems
 */
public record PlanTeacher(Teacher others) implements Teacher {
    /**
     * @return a teacher that leaves all other problems to {@link ProgramTeacher}
     */
    public static PlanTeacher standard() {
        return new PlanTeacher(ProgramTeacher.standard());
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Map<String, String> promptHashes() {
        return others.promptHashes();
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return new PlanAnalyst(others).analyse(problem, attempt);
    }

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return new PlanInjector(others).injectable(problem);
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        return new PlanInjector(others).inject(problem, type, seed);
    }

    @Override
    public Result<Correction> fix(Problem problem, ErroneousAttempt attempt, long seed) {
        Optional<RelationQuestion> question = RelationQuestion.read(problem.question());
        if (question.isEmpty()) {
            return others.fix(problem, attempt, seed);
        }
        PlanState before = before(question.get(), attempt);
        Optional<String> first = Relation.said(attempt.wrongStep().text())
                .flatMap(said -> said.on().stream()
                        .filter(name -> !before.values().containsKey(name))
                        .findFirst()
                        .or(() -> Optional.of(said.name())))
                .filter(question.get().statements()::containsKey);
        return correction(
                problem, Strategy.FIX_AND_CONTINUE, before, first, Seeds.random(seed, "plan fix", problem.id()));
    }

    @Override
    public Result<Correction> restart(Problem problem, ErroneousAttempt attempt, long seed) {
        return RelationQuestion.read(problem.question())
                .map(question -> correction(
                        problem,
                        Strategy.FRESH_AND_RESTART,
                        PlanState.start(question),
                        Optional.empty(),
                        Seeds.random(seed, "plan restart", problem.id())))
                .orElseGet(() -> others.restart(problem, attempt, seed));
    }

    @Override
    public Result<String> link(Problem problem, ErroneousAttempt attempt, Correction correction, long seed) {
        Optional<RelationQuestion> question = RelationQuestion.read(problem.question());
        if (question.isEmpty()) {
            return others.link(problem, attempt, correction, seed);
        }
        RandomGenerator random = Seeds.random(seed, "plan link", problem.id());
        return before(question.get(), attempt)
                .next(attempt.wrongStep().text())
                .error()
                .map(PlanError::evidence)
                .map(evidence -> Result.success(ShortLink.of(evidence, correction.strategy(), random)))
                .orElseGet(() -> Result.failure("the step is right"));
    }

    private static PlanState before(RelationQuestion question, ErroneousAttempt attempt) {
        return PlanState.start(question)
                .after(attempt.goodSteps().stream().map(Step::text).toList());
    }

    private static Result<Correction> correction(
            Problem problem, Strategy strategy, PlanState from, Optional<String> first, RandomGenerator random) {
        return PlanWriter.goOn(from, first, random)
                .filter(written -> Long.toString(written.answer()).equals(problem.goldAnswer()))
                .map(written -> written.lines().isEmpty()
                        ? Result.<Correction>failure("nothing is left to be worked out")
                        : Result.success(new Correction(strategy, written.lines(), problem.goldAnswer(), "")))
                .orElseGet(() -> Result.failure("the question does not lead to the gold answer from there"));
    }
}

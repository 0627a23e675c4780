package org.lemmalab.synthetic.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.Injector;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;

/**
 * Brings errors into gold solutions of relations problems; leaves every other problem to another injector. The lines before the error
 * are gold's, the lines after it go on from it.
 *
 * @param others injects errors into all other problems
 */
public record PlanInjector(Injector others) implements Injector {
    private static final int TRIES = 40;
    private static final Set<ErrorType> TYPES = EnumSet.of(
            ErrorType.MISSING_STEP,
            ErrorType.QUESTION_MISINTERPRETATION,
            ErrorType.OPERATOR,
            ErrorType.CONTEXT_VALUE,
            ErrorType.CONTRADICTORY_STEP,
            ErrorType.CALCULATION);

    @Override
    public Set<ErrorType> injectable(Problem problem) {
        return RelationQuestion.read(problem.question()).isPresent() ? TYPES : others.injectable(problem);
    }

    @Override
    public Result<Injection> inject(Problem problem, ErrorType type, long seed) {
        Optional<RelationQuestion> question = RelationQuestion.read(problem.question());
        if (question.isEmpty()) {
            return others.inject(problem, type, seed);
        }
        if (!TYPES.contains(type)) {
            return Result.failure("no place for an error of the type " + type.label());
        }
        RandomGenerator random = Seeds.random(seed, "plan error", problem.id(), type.label());
        for (int i = 0; i < TRIES; i++) {
            Optional<Injection> made = attempt(problem, question.get(), type, random);
            if (made.isPresent()) {
                return Result.success(made.get());
            }
        }
        return Result.failure("no place for an error of the type " + type.label());
    }

    private static Optional<Injection> attempt(
            Problem problem, RelationQuestion question, ErrorType type, RandomGenerator random) {
        List<String> gold = StepSplitter.split(problem.goldSolution()).steps().stream()
                .map(step -> step.text())
                .toList();
        int place = random.nextInt(gold.size());
        PlanState before = PlanState.start(question).after(gold.subList(0, place));
        List<String> lines = new ArrayList<>(gold.subList(0, place));
        return new WrongLine(before, gold.get(place), random).of(type).flatMap(wrong -> {
            PlanState.Judged judged = before.next(wrong);
            boolean meant =
                    judged.error().map(PlanError::type).filter(type::equals).isPresent();
            lines.add(wrong);
            return meant ? whole(problem, type, lines, judged, random) : Optional.empty();
        });
    }

    private static Optional<Injection> whole(
            Problem problem, ErrorType type, List<String> lines, PlanState.Judged judged, RandomGenerator random) {
        List<String> all = new ArrayList<>(lines);
        Optional<PlanState> then = judged.after().said().isPresent()
                ? WrongLine.carriedOut(judged.after(), all, random)
                : Optional.of(judged.after());
        return then.flatMap(state -> PlanWriter.goOn(state, Optional.empty(), random))
                .filter(written -> !Long.toString(written.answer()).equals(problem.goldAnswer()))
                .map(written -> {
                    all.addAll(written.lines());
                    Solution solution =
                            new Solution(StepSplitter.numbered(all), Optional.of(Long.toString(written.answer())));
                    return new Injection(
                            type,
                            solution,
                            lines.size(),
                            judged.error().orElseThrow().evidence());
                });
    }
}

package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Solution;

/**
 * The errors that a recipe learns from: the student's own wrong attempts, each with its first wrong step as the teacher finds it; where
 * nothing of a student is known, errors that the teacher injects. Whole attempts, not truncated.
 */
final class Errors {
    private Errors() {}

    static List<ErroneousAttempt> of(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        List<ErroneousAttempt> found = material.attempts().isEmpty()
                ? injected(material.problem(), staff, drafts)
                : sampled(material, staff, drafts);
        return found.stream().map(Texts::plain).toList();
    }

    private static List<ErroneousAttempt> sampled(
            ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        List<ErroneousAttempt> errors = new ArrayList<>();
        for (Attempt attempt : material.attempts()) {
            Solution solution = attempt.solution();
            if (Texts.isRight(solution, material.problem())) {
                continue;
            }
            if (solution.answer().isEmpty() || solution.steps().isEmpty()) {
                drafts.refuse("a wrong attempt without steps or answer");
            } else if (staff.teacher().analyse(material.problem(), solution) instanceof Analysis.Wrong wrong
                    && wrong.firstWrongStep() <= solution.steps().size()) {
                errors.add(error(
                        solution, wrong.firstWrongStep(), wrong.type(), wrong.explanation(), ErrorSource.STUDENT));
            } else {
                drafts.refuse("the first wrong step of an attempt is not known");
            }
        }
        return errors;
    }

    private static List<ErroneousAttempt> injected(Problem problem, RecipeContext staff, ExampleCollector drafts) {
        List<ErrorType> types = staff.teacher().injectable(problem).stream()
                .sorted(Comparator.naturalOrder())
                .toList();
        if (types.isEmpty()) {
            drafts.refuse("no error type can be brought into the solution");
            return List.of();
        }
        List<ErroneousAttempt> errors = new ArrayList<>();
        for (int i = 0; i < staff.perProblem(); i++) {
            SplittableRandom random = Seeds.random(staff.seed(), "type", problem.id(), i);
            long seed = staff.seed("inject", problem.id(), i);
            drafts.take(staff.teacher().inject(problem, Seeds.pick(types, random), seed))
                    .map(Errors::error)
                    .filter(isNew(errors, drafts))
                    .ifPresent(errors::add);
        }
        return errors;
    }

    private static Predicate<ErroneousAttempt> isNew(List<ErroneousAttempt> errors, ExampleCollector drafts) {
        return error -> {
            boolean known = errors.stream().anyMatch(each -> each.steps().equals(error.steps()));
            if (known) {
                drafts.refuse("the same error again");
            }
            return !known;
        };
    }

    private static ErroneousAttempt error(Injection injection) {
        return error(
                injection.solution(),
                injection.firstWrongStep(),
                injection.type(),
                injection.explanation(),
                ErrorSource.TEACHER);
    }

    private static ErroneousAttempt error(
            Solution solution, int firstWrongStep, ErrorType type, String explanation, ErrorSource source) {
        return new ErroneousAttempt(
                solution.steps(),
                firstWrongStep,
                type,
                source,
                explanation,
                solution.answer().orElseThrow());
    }
}

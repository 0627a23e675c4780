package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.grading.Grader;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.solution.Step;

/**
 * An error with its correction and the words between them.
 *
 * @param error the whole wrong attempt
 * @param link what is wrong, and why the correction holds
 * @param correction Fix &amp; Continue
 */
record Corrected(ErroneousAttempt error, String link, Correction correction) {
    /** Has an error corrected and explained; empty where the teacher refuses or its answer is not right. */
    static Optional<Corrected> of(
            Problem problem, ErroneousAttempt error, RecipeContext staff, ExampleCollector drafts) {
        ErroneousAttempt cut = error.truncated();
        long seed = staff.seed("fix", problem.id(), cut.steps().toString());
        Optional<Correction> fixed =
                drafts.take(staff.teacher().fix(problem, cut, seed)).map(Texts::plain);
        Optional<Correction> right =
                fixed.filter(found -> Grader.standard().equal(found.answer(), problem.goldAnswer()));
        if (fixed.isPresent() && right.isEmpty()) {
            drafts.refuse("the corrected answer is wrong");
        }
        return right.flatMap(found -> drafts.take(staff.teacher().link(problem, cut, found, seed))
                .map(link -> new Corrected(error, link.strip(), found)));
    }

    /** The right solution that keeps the steps before the error. */
    String solution() {
        List<String> steps =
                new ArrayList<>(error.goodSteps().stream().map(Step::text).toList());
        steps.addAll(correction.steps());
        return PromptForm.solution(steps, correction.answer());
    }

    /** The whole wrong attempt with its answer. */
    String attempt() {
        return attempt(error);
    }

    static String attempt(ErroneousAttempt error) {
        return PromptForm.solution(error.steps().stream().map(Step::text).toList(), error.givenAnswer());
    }

    static Map<String, String> facts(ErroneousAttempt error, String kind) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("kind", kind);
        facts.put("error_type", error.type().label());
        facts.put("source", error.source().label());
        return facts;
    }
}

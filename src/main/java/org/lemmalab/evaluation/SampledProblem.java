package org.lemmalab.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.llm.Completion;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.AnswerExtractor;

/**
 * A problem with the solutions that a student gave to it.
 *
 * @param id the problem's
 * @param model who solved it
 * @param seed of the draws for this problem
 * @param temperature at which they were sampled
 * @param promptHash SHA-256 of the prompt file
 * @param samples the solutions, in order
 */
public record SampledProblem(
        String id, String model, long seed, double temperature, String promptHash, List<Sample> samples) {
    /** Copies the solutions. */
    public SampledProblem {
        samples = List.copyOf(samples);
    }

    /**
     * One solution.
     *
     * @param solution the text
     * @param answer its final answer, where one was found
     * @param isCorrect whether it equals the gold answer; absent where that could not be decided
     * @param verdict by which rule, or why undecided
     * @param finish why the text ended
     * @param tokens how many were written
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Sample(
            String solution,
            Optional<String> answer,
            Optional<Boolean> isCorrect,
            String verdict,
            String finish,
            int tokens) {
        /**
         * Finds the answer and grades it; a text without an answer is wrong.
         *
         * @param completion what the student wrote
         * @param problem with the gold answer
         * @return the graded solution
         */
        public static Sample of(Completion completion, Problem problem) {
            Optional<String> answer =
                    AnswerExtractor.standard().extract(completion.text()).answer();
            Optional<Verdict> verdict = answer.map(found -> Grader.standard().grade(found, problem.goldAnswer()));
            Optional<Boolean> isCorrect = verdict.isEmpty()
                    ? Optional.of(false)
                    : verdict.filter(decided -> !decided.isUndecided()).map(Verdict::isEqual);
            return new Sample(
                    completion.text(),
                    answer,
                    isCorrect,
                    verdict.map(Verdict::why).orElse("no answer"),
                    completion.finish().name().toLowerCase(Locale.ROOT),
                    completion.tokens());
        }
    }
}

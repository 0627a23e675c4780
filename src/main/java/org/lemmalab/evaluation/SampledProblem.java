package org.lemmalab.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lemmalab.grading.GradedText;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.llm.Completion;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.ModelText;
import org.lemmalab.solution.Sureness;

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
     * @param solution the text without the model's thoughts
     * @param thoughts what the model thought before and between; absent where there is nothing
     * @param answer its final answer, where one was found
     * @param extraction the rule that found it, or why none was found
     * @param sureness how sure it is that this is the text's answer; absent where there is none
     * @param isCorrect whether it equals the gold answer; absent where that could not be decided
     * @param verdict by which rule, or why undecided
     * @param finish why the text ended
     * @param tokens how many were written, thoughts included
     * @param thoughtTokens how many of them are thoughts, estimated by their share of the characters
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Sample(
            String solution,
            Optional<String> thoughts,
            Optional<String> answer,
            String extraction,
            Optional<String> sureness,
            Optional<Boolean> isCorrect,
            String verdict,
            String finish,
            int tokens,
            Optional<Integer> thoughtTokens) {
        /**
         * Finds the answer and grades it; a text without an answer is wrong.
         *
         * @param completion what the student wrote
         * @param problem with the gold answer
         * @return the graded solution
         */
        public static Sample of(Completion completion, Problem problem) {
            GradedText graded = TextGrader.standard().grade(completion.text(), problem.goldAnswer());
            boolean thinks = !graded.text().thoughts().isEmpty();
            return new Sample(
                    graded.text().solution(),
                    Optional.of(graded.text().thoughts()).filter(thoughts -> thinks),
                    graded.answer(),
                    graded.extraction(),
                    graded.sureness().map(Sureness::title),
                    graded.isCorrect(),
                    graded.verdict().map(Verdict::why).orElse("no answer"),
                    completion.finish().name().toLowerCase(Locale.ROOT),
                    completion.tokens(),
                    thinks ? Optional.of(thoughtTokens(completion, graded.text())) : Optional.empty());
        }

        private static int thoughtTokens(Completion completion, ModelText text) {
            double share = text.thoughts().length() / (double) text.raw().length();
            return (int) Math.round(Math.min(1, share) * completion.tokens());
        }
    }
}

package org.lemmalab.mistake.prompted;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.StepArithmetic;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/**
 * Steps and a final answer out of a reply, with what must hold of them. Each check throws a {@link LabException} with a fixed reason.
 *
 * @param steps the steps
 * @param answer the final answer
 */
public record WorkedReply(List<String> steps, String answer) {
    private static final Pattern PLAIN_NUMBER =
            Pattern.compile("-?[$€£]?-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.?\\d+)?\\s?%?(?: [a-z]+)?");

    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** Copies the steps. */
    public WorkedReply {
        steps = List.copyOf(steps);
    }

    /**
     * @param fields a reply with {@code steps} and {@code answer}
     * @return them; the last step comes to the answer, as far as that can be told
     */
    public static WorkedReply of(ReplyFields fields) {
        WorkedReply reply = new WorkedReply(fields.steps("steps"), fields.answer("answer"));
        if (!reply.comesToItsAnswer()) {
            throw new LabException("the last step does not come to the answer");
        }
        return reply;
    }

    /**
     * @param problem whose gold answer it must have
     * @return this
     */
    public WorkedReply right(Problem problem) {
        Verdict verdict = graded(problem);
        if (!verdict.isEqual()) {
            throw new LabException(
                    verdict.isUndecided() ? "the final answer cannot be graded" : "the final answer is wrong");
        }
        return this;
    }

    /**
     * @param problem whose gold answer it must not have
     * @return this
     */
    public WorkedReply wrong(Problem problem) {
        Verdict verdict = graded(problem);
        if (verdict.isEqual() || verdict.isUndecided()) {
            throw new LabException(
                    verdict.isEqual() ? "the final answer is right all the same" : "the final answer cannot be graded");
        }
        return this;
    }

    /**
     * @return this, where the plain arithmetic of every step holds, as far as it can be read
     */
    public WorkedReply sound() {
        if (steps.stream().anyMatch(StepArithmetic::isFalse)) {
            throw new LabException("the arithmetic of a step does not hold");
        }
        return this;
    }

    /**
     * @return as a solution
     */
    public Solution solution() {
        return new Solution(StepSplitter.numbered(steps), Optional.of(answer));
    }

    private Verdict graded(Problem problem) {
        return Grader.standard().grade(answer, problem.goldAnswer());
    }

    /** Told for answers that are plain numbers, by the last step that has a number. */
    private boolean comesToItsAnswer() {
        Optional<BigFraction> value =
                PLAIN_NUMBER.matcher(answer).matches() ? Numbers.answer(answer) : Optional.empty();
        Optional<String> last = steps.stream()
                .filter(step -> !NumbersInText.read(step).isEmpty())
                .reduce((first, second) -> second);
        return value.isEmpty()
                || last.isEmpty()
                || last.get().contains(answer)
                || NumbersInText.read(last.get()).stream().anyMatch(number -> isSame(number, value.get()));
    }

    private static boolean isSame(BigFraction number, BigFraction answer) {
        BigFraction value = number.abs();
        BigFraction wanted = answer.abs();
        return value.equals(wanted)
                || value.multiply(HUNDRED).equals(wanted)
                || wanted.multiply(HUNDRED).equals(value);
    }
}

package org.lemmalab.grading;

import java.util.Optional;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.ExtractedAnswer;
import org.lemmalab.solution.ModelText;
import org.lemmalab.solution.Sureness;

/**
 * A model's text with its final answer and the verdict on it.
 *
 * @param text the text, thoughts apart
 * @param extracted the answer with rule, sureness and span; or why there is none
 * @param verdict the verdict; empty where there is no answer
 */
public record GradedText(ModelText text, ExtractedAnswer extracted, Optional<Verdict> verdict) {
    /** Checks that there is a verdict just where there is an answer. */
    public GradedText {
        if (extracted.answer().isPresent() != verdict.isPresent()) {
            throw new LabException("graded text: expected a verdict just where there is an answer, found "
                    + extracted.answer() + " and " + verdict);
        }
    }

    /**
     * @return the final answer as written; empty where none was found
     */
    public Optional<String> answer() {
        return extracted.answer();
    }

    /**
     * @return how sure it is that this is the text's answer; empty where there is none
     */
    public Optional<Sureness> sureness() {
        return extracted instanceof ExtractedAnswer.Found found ? Optional.of(found.sureness()) : Optional.empty();
    }

    /**
     * @return the rule that found the answer, or why none was found
     */
    public String extraction() {
        return extracted instanceof ExtractedAnswer.Found found
                ? found.rule().title()
                : ((ExtractedAnswer.None) extracted).reason();
    }

    /**
     * @return whether the answer is known to be right
     */
    public boolean isRight() {
        return verdict.map(Verdict::isEqual).orElse(false);
    }

    /**
     * @return whether the answer is right; a text without an answer is not; empty where the verdict is undecided
     */
    public Optional<Boolean> isCorrect() {
        return verdict.map(Verdict::isUndecided).orElse(false) ? Optional.empty() : Optional.of(isRight());
    }

    /**
     * @return the rule of the verdict, the reason for no decision, or that there is no answer and why
     */
    public String why() {
        return verdict.map(Verdict::why).orElseGet(() -> "no answer (" + extraction() + ")");
    }
}

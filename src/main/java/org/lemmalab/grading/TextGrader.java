package org.lemmalab.grading;

import java.util.Optional;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.ExtractedAnswer;
import org.lemmalab.solution.ModelText;

/**
 * The one way from a model's text to a verdict: thoughts apart, then the final answer with the rule that found it, then the
 * verdict. Safe for several threads.
 *
 * <pre>{@code TextGrader.standard().grade("2 + 3 = 5, so the answer is 5.", "5").isRight()}</pre>
 */
public final class TextGrader {
    private static final TextGrader STANDARD = with(AnswerExtractor.standard(), Grader.standard());

    private final AnswerExtractor extractor;
    private final Grader grader;

    private TextGrader(AnswerExtractor extractor, Grader grader) {
        this.extractor = extractor;
        this.grader = grader;
    }

    /**
     * @return with the standard extractor and the standard grader
     */
    public static TextGrader standard() {
        return STANDARD;
    }

    /**
     * @param extractor finds the final answer
     * @param grader compares it
     * @return a grader of texts
     */
    public static TextGrader with(AnswerExtractor extractor, Grader grader) {
        return new TextGrader(extractor, grader);
    }

    /**
     * @param text a model's whole text
     * @param gold the gold answer
     * @return the answer that was found and the verdict on it
     */
    public GradedText grade(String text, String gold) {
        ModelText read = ModelText.of(text);
        ExtractedAnswer extracted = extractor.extract(read);
        Optional<Verdict> verdict = extracted.answer().map(answer -> grader.grade(answer, gold));
        return new GradedText(read, extracted, verdict);
    }
}

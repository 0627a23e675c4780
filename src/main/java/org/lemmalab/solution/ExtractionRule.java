package org.lemmalab.solution;

import java.util.Arrays;
import java.util.Optional;

/** The ways in which a final answer is found in a text, from the most explicit to a guess. */
public enum ExtractionRule {
    /** A {@code \boxed{…}} or {@code \fbox{…}}; boxes joined by a comma, "and", "or" or a line break count as one. */
    BOXED("\\boxed{…}", Sureness.MARKED),
    /** What follows {@code ####}, as in GSM8K; a heading is none. */
    HASHES("#### …", Sureness.MARKED),
    /** What stands in an {@code <answer>} tag. */
    ANSWER_TAG("<answer>…</answer>", Sureness.MARKED),
    /** What follows "the answer is". */
    ANSWER_IS("the answer is …", Sureness.MARKED),
    /** What follows "Final answer" or "Answer:". */
    FINAL_ANSWER("final answer: …", Sureness.MARKED),
    /** What follows "A:" at the beginning of a line. */
    A_COLON("A: …", Sureness.MARKED),
    /** The text is nothing but an answer. */
    WHOLE_TEXT("whole text", Sureness.CONCLUDED),
    /** The result of the last sentence's last equation. */
    LAST_EQUATION("last equation", Sureness.CONCLUDED),
    /** The last sentence's formula between {@code $…$}, {@code \(…\)} or {@code \[…\]}, or its point, interval or set. */
    LAST_LATEX("last LaTeX expression", Sureness.CONCLUDED),
    /** What the last sentence's main clause states: a number, yes or no, a day. */
    LAST_SENTENCE("last sentence", Sureness.CONCLUDED),
    /** The last letter of choice: in parentheses, or after "option" or "choice". */
    CHOICE("(A)-(J)", Sureness.CONCLUDED),
    /** The last number, where no sentence states one. */
    LAST_NUMBER("last number", Sureness.GUESSED);

    private final String title;
    private final Sureness sureness;

    ExtractionRule(String title, Sureness sureness) {
        this.title = title;
        this.sureness = sureness;
    }

    /**
     * @param title a title as {@link #title()} gives it
     * @return the rule of that title, if there is one
     */
    public static Optional<ExtractionRule> titled(String title) {
        return Arrays.stream(values()).filter(rule -> rule.title.equals(title)).findFirst();
    }

    /**
     * @return the rule for people
     */
    public String title() {
        return title;
    }

    /**
     * @return how sure an answer is that this rule finds
     */
    public Sureness sureness() {
        return sureness;
    }
}

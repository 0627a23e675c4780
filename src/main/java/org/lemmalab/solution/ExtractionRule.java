package org.lemmalab.solution;

/** The ways in which a final answer is marked in a text, from the most explicit to a guess. */
public enum ExtractionRule {
    /** The last {@code \boxed{…}} or {@code \fbox{…}}; boxes joined by a comma or "and" count as one. */
    BOXED("\\boxed{…}", Sureness.MARKED),
    /** What follows the last {@code ####}, as in GSM8K. */
    HASHES("#### …", Sureness.MARKED),
    /** What follows the last "the answer is". */
    ANSWER_IS("the answer is …", Sureness.MARKED),
    /** What follows the last "Final answer" or "Answer:". */
    FINAL_ANSWER("final answer: …", Sureness.MARKED),
    /** What follows the last line that opens with "A:". */
    A_COLON("A: …", Sureness.MARKED),
    /** The last letter in parentheses, or after "option" or "choice". */
    CHOICE("(A)-(J)", Sureness.CONCLUDED),
    /** The last expression between {@code $…$}, {@code \(…\)} or {@code \[…\]}. */
    LAST_LATEX("last LaTeX expression", Sureness.CONCLUDED),
    /** The last number. */
    LAST_NUMBER("last number", Sureness.GUESSED);

    private final String title;
    private final Sureness sureness;

    ExtractionRule(String title, Sureness sureness) {
        this.title = title;
        this.sureness = sureness;
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

package org.lemmalab.solution;

/** The ways in which a final answer is marked in a text, from the most explicit to a guess. */
public enum ExtractionRule {
    /** The last {@code \boxed{…}} or {@code \fbox{…}}; boxes joined by a comma or "and" count as one. */
    BOXED("\\boxed{…}"),
    /** What follows the last {@code ####}, as in GSM8K. */
    HASHES("#### …"),
    /** What follows the last "the answer is". */
    ANSWER_IS("the answer is …"),
    /** What follows the last "Final answer" or "Answer:". */
    FINAL_ANSWER("final answer: …"),
    /** What follows the last line that opens with "A:". */
    A_COLON("A: …"),
    /** The last letter in parentheses, or after "option" or "choice". */
    CHOICE("(A)-(J)"),
    /** The last expression between {@code $…$}, {@code \(…\)} or {@code \[…\]}. */
    LAST_LATEX("last LaTeX expression"),
    /** The last number. */
    LAST_NUMBER("last number");

    private final String title;

    ExtractionRule(String title) {
        this.title = title;
    }

    /**
     * @return the rule for people
     */
    public String title() {
        return title;
    }
}

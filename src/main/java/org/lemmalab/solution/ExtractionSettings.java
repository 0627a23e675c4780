package org.lemmalab.solution;

import java.util.EnumSet;
import java.util.List;
import org.lemmalab.io.LabException;

/**
 * How final answers are found.
 *
 * @param rules the rules in order of priority; the first that finds something decides
 * @param recoverBrokenBox true: a box without its closing brace counts to the end of its line, and an empty last box is passed
 *     over; false: a text whose last box is open or empty has no answer (it was cut off, or says nothing)
 */
public record ExtractionSettings(List<ExtractionRule> rules, boolean recoverBrokenBox) {
    /** Checks that there is a rule and that none comes twice. */
    public ExtractionSettings {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new LabException("extraction settings: expected at least one rule, found none");
        }
        if (EnumSet.copyOf(rules).size() != rules.size()) {
            throw new LabException("extraction settings: expected each rule once, found " + rules);
        }
    }

    /**
     * @return every explicit marker, then the last LaTeX expression, then the last number; broken boxes are recovered
     */
    public static ExtractionSettings lenient() {
        return new ExtractionSettings(
                List.of(
                        ExtractionRule.BOXED,
                        ExtractionRule.HASHES,
                        ExtractionRule.ANSWER_IS,
                        ExtractionRule.FINAL_ANSWER,
                        ExtractionRule.A_COLON,
                        ExtractionRule.LAST_LATEX,
                        ExtractionRule.LAST_NUMBER),
                true);
    }

    /**
     * @return explicit markers only, no guess; a broken last box is no answer
     */
    public static ExtractionSettings strict() {
        return new ExtractionSettings(
                List.of(
                        ExtractionRule.BOXED,
                        ExtractionRule.HASHES,
                        ExtractionRule.ANSWER_IS,
                        ExtractionRule.FINAL_ANSWER,
                        ExtractionRule.A_COLON),
                false);
    }

    /**
     * @return for multiple-choice questions: explicit markers, then a letter in parentheses
     */
    public static ExtractionSettings choices() {
        return new ExtractionSettings(
                List.of(
                        ExtractionRule.BOXED,
                        ExtractionRule.ANSWER_IS,
                        ExtractionRule.FINAL_ANSWER,
                        ExtractionRule.CHOICE),
                true);
    }
}

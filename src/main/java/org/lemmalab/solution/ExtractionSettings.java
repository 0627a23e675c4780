package org.lemmalab.solution;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * Which ways of finding a final answer count. Their order is no setting: the surest decides, and among marked answers the last.
 *
 * @param rules the rules that may find an answer
 * @param recoverBrokenBox true: a box without its closing brace counts to the end of its line, and an empty last box is passed
 *     over; false: a text whose last box is open or empty has no answer (it was cut off, or says nothing)
 */
public record ExtractionSettings(Set<ExtractionRule> rules, boolean recoverBrokenBox) {
    /** Checks that there is a rule. */
    public ExtractionSettings {
        if (rules == null || rules.isEmpty()) {
            throw new LabException("extraction settings: expected at least one rule, found none");
        }
        rules = Set.copyOf(rules);
    }

    /**
     * @return every rule, down to the last number; broken boxes are recovered
     */
    public static ExtractionSettings lenient() {
        return new ExtractionSettings(EnumSet.allOf(ExtractionRule.class), true);
    }

    /**
     * @return marked answers only, no conclusion and no guess; a broken last box is no answer
     */
    public static ExtractionSettings strict() {
        return new ExtractionSettings(atLeast(Sureness.MARKED), false);
    }

    /**
     * @return boxes only; a broken last box is no answer
     */
    public static ExtractionSettings boxes() {
        return new ExtractionSettings(EnumSet.of(ExtractionRule.BOXED), false);
    }

    /**
     * @return for multiple-choice questions: explicit markers, then a letter in parentheses
     */
    public static ExtractionSettings choices() {
        return new ExtractionSettings(
                EnumSet.of(
                        ExtractionRule.BOXED,
                        ExtractionRule.ANSWER_TAG,
                        ExtractionRule.ANSWER_IS,
                        ExtractionRule.FINAL_ANSWER,
                        ExtractionRule.A_COLON,
                        ExtractionRule.CHOICE),
                true);
    }

    private static Set<ExtractionRule> atLeast(Sureness sureness) {
        return Arrays.stream(ExtractionRule.values())
                .filter(rule -> rule.sureness().compareTo(sureness) <= 0)
                .collect(Collectors.toSet());
    }
}

package org.lemmalab.mistake;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * The paper's error taxonomy (Tab. 12), modified there from the one of Li et al. 2024 (EIC): the first wrong step of an
 * attempt has exactly one type.
 */
public enum ErrorType {
    /** An operation is set up rightly and worked out wrongly. */
    CALCULATION("CA", "Calculation", "The step writes down the right operation and works it out wrongly."),
    /** Things are enumerated or counted wrongly. */
    COUNTING("CO", "Counting", "The step enumerates or counts things wrongly: days, items, people, intervals."),
    /** A value of the question is quoted wrongly. */
    CONTEXT_VALUE("CV", "Context value", "The step quotes a value of the question wrongly."),
    /** Something is added that the question does not say. */
    HALLUCINATION("HA", "Hallucination", "The step adds a fact or value that the question does not state."),
    /** A conversion between units goes wrong. */
    UNIT_CONVERSION("UC", "Unit conversion", "The step converts between units by a wrong factor or the wrong way."),
    /** One operator is wrong. */
    OPERATOR("OP", "Operator", "The step has the right values and one wrong operator between them."),
    /** A formula is misremembered or the wrong one is used. */
    FORMULA_CONFUSION("FC", "Formula confusion", "The step applies a wrong formula, or misremembers the right one."),
    /** A necessary step is left out. */
    MISSING_STEP("MS", "Missing step", "A step that the answer needs is left out at this point."),
    /** The step disagrees with an earlier step. */
    CONTRADICTORY_STEP("CS", "Contradictory step", "The step quotes an earlier result wrongly or contradicts it."),
    /** The question is read wrongly. */
    QUESTION_MISINTERPRETATION(
            "QM", "Question misinterpretation", "The step answers something else than the question asks or states."),
    /** Two similar concepts are mixed up. */
    CONFUSING_CONCEPT("CC", "Confusing concept", "The step mixes up two similar concepts, such as revenue and profit."),
    /** The output makes no sense. */
    NONSENSICAL_OUTPUT("NO", "Nonsensical output", "The step is empty, endlessly repeated or makes no sense.");

    private final String code;
    private final String title;
    private final String definition;

    ErrorType(String code, String title, String definition) {
        this.code = code;
        this.title = title;
        this.definition = definition;
    }

    /**
     * @return the two-letter code of the paper's table
     */
    public String code() {
        return code;
    }

    /**
     * @return the name for people
     */
    public String title() {
        return title;
    }

    /**
     * @return the definition in one sentence
     */
    public String definition() {
        return definition;
    }

    /**
     * @return the name in files: snake_case, for example {@code context_value}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param label a name as {@link #label()} gives it
     * @return the type
     * @throws LabException if no type has that label, naming those that exist
     */
    public static ErrorType ofLabel(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LabException("error type: expected one of "
                        + Arrays.stream(values()).map(ErrorType::label).collect(Collectors.joining(", ")) + ", found '"
                        + label + "'"));
    }
}

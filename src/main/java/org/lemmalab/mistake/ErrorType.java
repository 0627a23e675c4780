package org.lemmalab.mistake;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * The paper's error taxonomy (Tab. 12), modified there from the one of Li et al. 2024 (EIC): the first wrong step of an
 * attempt has exactly one type.
 *
 * <p>Where two types fit, these tie-breaks decide, in the program's rules and in the prompts alike ({@link #tieBreak()}):
 * <ul>
 *   <li>One number stands where another belongs. It is a unit conversion where the right number is a factor between units or comes of one;
 *       a contradictory step where the right number is an earlier result; a context value where it is a value of the question; counting
 *       where it is a count of things in the question. Where the wrong number is another value of the question or another earlier result and
 *       the operation is right, the question is misinterpreted.
 *   <li>A number that nothing explains and that replaces no other is a hallucination.
 *   <li>The same numbers under one other operator are an operator error, and a formula confusion where the step is about an area, a perimeter,
 *       a volume or an average, or where more than one operator differs.
 *   <li>A step is missing where the operation needs a result that no earlier step works out, and where the attempt stops at an intermediate
 *       result. The question is misinterpreted where all results that are needed are there and the step works out something else.
 *   <li>Calculation means that the operation is set up rightly and only its result is false.
 * </ul>
 */
public enum ErrorType {
    /** An operation is set up rightly and worked out wrongly. */
    CALCULATION(
            "CA",
            "Calculation",
            "The step writes down the right operation and works it out wrongly.",
            "Only where the operation itself is right."),
    /** Things are enumerated or counted wrongly. */
    COUNTING(
            "CO",
            "Counting",
            "The step enumerates or counts things wrongly: days, items, people, intervals.",
            "One more or one less, or a count that the question gives only in words."),
    /** A value of the question is quoted wrongly. */
    CONTEXT_VALUE(
            "CV",
            "Context value",
            "The step quotes a value of the question wrongly.",
            "It stands in the place of a value of the question and is no other value of it; in the place of an earlier result it is a contradictory step."),
    /** Something is added that the question does not say. */
    HALLUCINATION(
            "HA",
            "Hallucination",
            "The step adds a fact or value that the question does not state.",
            "It replaces no other number."),
    /** A conversion between units goes wrong. */
    UNIT_CONVERSION(
            "UC",
            "Unit conversion",
            "The step converts between units by a wrong factor or the wrong way.",
            "Also where a conversion is left out; before calculation and operator wherever a unit changes."),
    /** One operator is wrong. */
    OPERATOR(
            "OP",
            "Operator",
            "The step has the right values and one wrong operator between them.",
            "The numbers are all right; for an area, a perimeter, a volume or an average it is a formula confusion."),
    /** A formula is misremembered or the wrong one is used. */
    FORMULA_CONFUSION(
            "FC",
            "Formula confusion",
            "The step applies a wrong formula, or misremembers the right one.",
            "More than one operator differs, or a formula of geometry or an average is meant."),
    /** A necessary step is left out. */
    MISSING_STEP(
            "MS",
            "Missing step",
            "A step that the answer needs is left out at this point.",
            "A result that is needed has not been worked out, or the attempt stops at an intermediate result."),
    /** The step disagrees with an earlier step. */
    CONTRADICTORY_STEP(
            "CS",
            "Contradictory step",
            "The step quotes an earlier result wrongly or contradicts it.",
            "The number that belongs there is the result of an earlier step."),
    /** The question is read wrongly. */
    QUESTION_MISINTERPRETATION(
            "QM",
            "Question misinterpretation",
            "The step answers something else than the question asks or states.",
            "Also a right operation on another value of the question; not where a result is missing."),
    /** Two similar concepts are mixed up. */
    CONFUSING_CONCEPT(
            "CC",
            "Confusing concept",
            "The step mixes up two similar concepts, such as revenue and profit.",
            "The words of the step show the other concept."),
    /** The output makes no sense. */
    NONSENSICAL_OUTPUT(
            "NO",
            "Nonsensical output",
            "The step is empty, endlessly repeated or makes no sense.",
            "Before all other types.");

    private final String code;
    private final String title;
    private final String definition;
    private final String tieBreak;

    ErrorType(String code, String title, String definition, String tieBreak) {
        this.code = code;
        this.title = title;
        this.definition = definition;
        this.tieBreak = tieBreak;
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
     * @return what decides where another type fits, too, in one sentence
     */
    public String tieBreak() {
        return tieBreak;
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

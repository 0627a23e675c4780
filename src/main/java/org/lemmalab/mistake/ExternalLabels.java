package org.lemmalab.mistake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lemmalab.io.LabException;

/** Labels of other taxonomies in ours. */
public final class ExternalLabels {
    /** A second spelling that the files have. */
    private static final String VARIANT = "referencing_value";

    private static final Map<String, ErrorType> EIC = Map.ofEntries(
            Map.entry("calculation_error", ErrorType.CALCULATION),
            Map.entry("counting_error", ErrorType.COUNTING),
            Map.entry("referencing_context_value_error", ErrorType.CONTEXT_VALUE),
            Map.entry(VARIANT, ErrorType.CONTEXT_VALUE),
            Map.entry("adding_irrelevant_information", ErrorType.HALLUCINATION),
            Map.entry("unit_conversion_error", ErrorType.UNIT_CONVERSION),
            Map.entry("operator_error", ErrorType.OPERATOR),
            Map.entry("confusing_formula_error", ErrorType.FORMULA_CONFUSION),
            Map.entry("missing_step", ErrorType.MISSING_STEP),
            Map.entry("referencing_previous_step_value_error", ErrorType.CONTRADICTORY_STEP));

    private ExternalLabels() {}

    /**
     * The nine types of EIC (Li et al. 2024, arXiv 2406.00755), from which the paper's taxonomy (Tab. 12) was made.
     *
     * @param label a label as the EIC files write it; {@code referencing_value} is a variant found there
     * @return the type of ours
     * @throws LabException for any other label, naming those that exist
     */
    public static ErrorType eic(String label) {
        ErrorType type = EIC.get(label);
        if (type == null) {
            throw new LabException("EIC label: expected one of " + String.join(", ", new TreeSet<>(EIC.keySet()))
                    + ", found '" + label + "'");
        }
        return type;
    }

    /**
     * @param type a type of ours
     * @return its label in EIC; empty for the three that the paper added: question misinterpretation, confusing concept and
     *     nonsensical output
     */
    public static Optional<String> eicLabel(ErrorType type) {
        return EIC.entrySet().stream()
                .filter(entry -> entry.getValue() == type && !entry.getKey().equals(VARIANT))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

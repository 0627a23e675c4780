package org.lemmalab.mistake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * What an analysis rests on.
 *
 * @param kind how direct the evidence is
 * @param confidence the probability that the verdict is exactly right, from 0 to 1; empty where the analyst states none
 * @param findings what was found, one sentence each; may be empty
 */
public record Evidence(Kind kind, OptionalDouble confidence, List<String> findings) {
    /** No evidence, and no confidence stated. */
    public static final Evidence NONE = new Evidence(Kind.NONE, OptionalDouble.empty(), List.of());

    /** Kinds of evidence, the most direct first. */
    public enum Kind {
        /** An equality of the step is false by exact arithmetic or algebra, or a value of the question is quoted wrongly. */
        REFUTED,
        /** The step has a value that no path of the gold solution and no statement of the question gives. */
        FOREIGN,
        /** The step contradicts an earlier result. */
        CONTRADICTED,
        /** The step differs from the gold solution in another way. */
        UNSUPPORTED,
        /** Nothing points to the step but its place. */
        NONE;

        /**
         * @return the name in files, in lower case
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @param label a name as {@link #label()} gives it
         * @return the kind
         * @throws LabException if there is no such kind
         */
        public static Kind ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new LabException("field 'evidence': expected one of "
                            + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", ")) + ", found '"
                            + label + "'"));
        }
    }

    /** Copies the findings and checks the confidence. */
    public Evidence {
        if (kind == null || confidence == null) {
            throw new LabException("evidence: expected a kind and a confidence or none");
        }
        if (confidence.isPresent() && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
            throw new LabException("evidence: expected a confidence from 0 to 1, found " + confidence.getAsDouble());
        }
        findings = List.copyOf(findings);
    }

    /**
     * @param kind how direct the evidence is
     * @param confidence the probability that the verdict is exactly right, from 0 to 1
     * @param findings what was found
     * @return the evidence
     */
    public static Evidence of(Kind kind, double confidence, List<String> findings) {
        return new Evidence(kind, OptionalDouble.of(confidence), findings);
    }
}

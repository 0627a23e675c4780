package org.lemmalab.solution;

import java.util.Optional;
import org.lemmalab.io.LabException;

/** What an {@link AnswerExtractor} took from a text, or why it took nothing. */
public sealed interface ExtractedAnswer {
    /**
     * @return the answer as written, if one was found
     */
    Optional<String> answer();

    /**
     * An answer.
     *
     * @param text the answer without its marker, emphasis and enclosing math delimiters
     * @param rule the rule that found it
     * @param start where the marked answer begins in the text, in UTF-16 units
     * @param end where it ends, exclusive
     */
    record Found(String text, ExtractionRule rule, int start, int end) implements ExtractedAnswer {
        /** Checks that there is a text and that the span runs forward. */
        public Found {
            if (text == null || text.isBlank() || rule == null) {
                throw new LabException("extracted answer: expected a text and a rule, found " + text + " by " + rule);
            }
            if (start < 0 || end < start) {
                throw new LabException("extracted answer: expected a span, found " + start + " to " + end);
            }
        }

        @Override
        public Optional<String> answer() {
            return Optional.of(text);
        }

        /**
         * @return how sure the answer is
         */
        public Sureness sureness() {
            return rule.sureness();
        }
    }

    /**
     * No answer.
     *
     * @param reason what was looked for in vain
     */
    record None(String reason) implements ExtractedAnswer {
        @Override
        public Optional<String> answer() {
            return Optional.empty();
        }
    }
}

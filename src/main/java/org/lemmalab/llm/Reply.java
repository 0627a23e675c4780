package org.lemmalab.llm;

import java.util.List;
import org.lemmalab.io.LabException;

/** What became of a request. */
public sealed interface Reply {
    /**
     * The completions.
     *
     * @param promptTokens tokens of the prompt
     * @param completions one for each sample asked for, in order
     */
    record Completed(int promptTokens, List<Completion> completions) implements Reply {
        /** Copies the list. */
        public Completed {
            completions = List.copyOf(completions);
        }

        /**
         * @return tokens of all completions together
         */
        public long completionTokens() {
            return completions.stream().mapToLong(Completion::tokens).sum();
        }
    }

    /**
     * The request could not be served.
     *
     * @param reason why
     */
    record Failed(String reason) implements Reply {
        @Override
        public List<Completion> completions() {
            throw new LabException(reason);
        }
    }

    /**
     * @return the completions
     * @throws LabException if there are none, with the reason
     */
    List<Completion> completions();

    /**
     * @return the first completion's text
     * @throws LabException if there is none, with the reason
     */
    default String text() {
        return completions().get(0).text();
    }
}

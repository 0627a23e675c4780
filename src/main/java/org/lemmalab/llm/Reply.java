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
     * @param replayed whether this is an earlier reply told again, for which nothing was used up this time
     */
    record Completed(int promptTokens, List<Completion> completions, boolean replayed) implements Reply {
        /** Copies the list. */
        public Completed {
            completions = List.copyOf(completions);
        }

        /**
         * A reply that a model has just given.
         *
         * @param promptTokens tokens of the prompt
         * @param completions one for each sample asked for, in order
         */
        public Completed(int promptTokens, List<Completion> completions) {
            this(promptTokens, completions, false);
        }

        /**
         * @return the same reply told again
         */
        public Completed again() {
            return new Completed(promptTokens, completions, true);
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

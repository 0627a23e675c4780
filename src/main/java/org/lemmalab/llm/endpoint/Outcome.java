package org.lemmalab.llm.endpoint;

import java.time.Duration;
import java.util.Optional;
import org.lemmalab.llm.Reply;

/** What became of one attempt. */
sealed interface Outcome {
    /** The completions are here. */
    record Done(Reply.Completed reply) implements Outcome {}

    /** Another attempt may succeed; {@code asked} is how long the server wants to be left alone. */
    record Again(String reason, Optional<Duration> asked) implements Outcome {
        static Again because(String reason) {
            return new Again(reason, Optional.empty());
        }
    }

    /** This request will not succeed. */
    record Refused(String reason) implements Outcome {}

    /** No request will succeed. */
    record Unusable(String reason) implements Outcome {}
}

package org.lemmalab.llm.meter;

import org.lemmalab.io.LabException;
import org.lemmalab.llm.Reply;
import org.lemmalab.pipeline.Usage;

/**
 * What a model's tokens cost.
 *
 * @param prompt US dollars for a million tokens read
 * @param completion US dollars for a million tokens written
 */
public record Price(double prompt, double completion) {
    /** Costs nothing. */
    public static final Price FREE = new Price(0, 0);

    private static final double MILLION = 1e6;

    /** Checks the range. */
    public Price {
        if (!(prompt >= 0) || !(completion >= 0) || Double.isInfinite(prompt + completion)) {
            throw new LabException("price: expected US dollars of at least 0 for a million tokens, found " + prompt
                    + " and " + completion);
        }
    }

    /**
     * @param promptTokens tokens read
     * @param completionTokens tokens written
     * @return US dollars
     */
    public double of(long promptTokens, long completionTokens) {
        return (promptTokens * prompt + completionTokens * completion) / MILLION;
    }

    /**
     * @param reply of a model
     * @return what it used up: nothing where it was replayed from a record
     */
    public Usage usage(Reply.Completed reply) {
        long read = reply.promptTokens();
        long written = reply.completionTokens();
        return reply.replayed() ? Usage.NONE : new Usage(read, written, of(read, written));
    }
}

package org.lemmalab.llm.endpoint;

import org.lemmalab.io.LabException;

/**
 * What OpenAI-compatible servers do not agree on.
 *
 * @param api chat or plain completions
 * @param tokenLimitField name of the field with the most new tokens: {@code max_tokens}, or {@code max_completion_tokens} for
 *     OpenAI's newer models
 * @param samplesTogether whether the server draws several samples for one request ({@code n}); otherwise one request is sent for
 *     each, the first with the seed itself, the others with seeds derived from it
 */
public record Dialect(Api api, String tokenLimitField, boolean samplesTogether) {
    /** Chat, {@code max_tokens}, samples together. */
    public static final Dialect CHAT = new Dialect(Api.CHAT, "max_tokens", true);

    /** Plain completions, {@code max_tokens}, samples together. */
    public static final Dialect COMPLETIONS = new Dialect(Api.COMPLETIONS, "max_tokens", true);

    /** Checks the field's name. */
    public Dialect {
        if (api == null || tokenLimitField == null || !tokenLimitField.matches("[a-z_]+")) {
            throw new LabException("dialect: expected an interface and a field name such as max_tokens, found " + api
                    + " and '" + tokenLimitField + "'");
        }
    }

    /**
     * @return the same, with one request for each sample
     */
    public Dialect withSamplesApart() {
        return new Dialect(api, tokenLimitField, false);
    }
}

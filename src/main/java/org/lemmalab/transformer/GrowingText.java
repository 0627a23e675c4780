package org.lemmalab.transformer;

import java.util.Arrays;
import java.util.List;

/**
 * The text of a row while it grows, token by token. A token may be part of a character (byte-level tokenizers), and a text may turn
 * out to be the beginning of a stop text, which is no part of the completion; both are held back until it is known.
 */
final class GrowingText {
    /** What a decoder writes for bytes that are no character, or none yet. */
    private static final char REPLACEMENT = '\uFFFD';

    private final TextTokenizer tokenizer;
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private int known;
    private int read;

    GrowingText(TextTokenizer tokenizer, List<String> stops) {
        this.tokenizer = tokenizer;
        this.stops = stops;
    }

    /**
     * @param tokens the row's tokens, the first {@code count} of them valid
     * @param count one more than the last time
     * @return what is certain of the text and was not told before
     */
    String add(int[] tokens, int count) {
        // Decoded with the tokens before it, since a token's spaces and bytes depend on them; but not with all.
        String before = tokenizer.decode(Arrays.copyOfRange(tokens, known, read));
        String now = tokenizer.decode(Arrays.copyOfRange(tokens, known, count));
        if (now.length() > before.length() && now.charAt(now.length() - 1) != REPLACEMENT && now.startsWith(before)) {
            held.append(now, before.length(), now.length());
            known = read;
            read = count;
        }
        String certain = held.substring(0, held.length() - uncertain());
        held.delete(0, certain.length());
        return certain;
    }

    /** Characters at the end that may begin a stop text, or from where one stands. */
    private int uncertain() {
        for (int from = 0; from < held.length(); from++) {
            String tail = held.substring(from);
            if (stops.stream().anyMatch(stop -> stop.startsWith(tail) || tail.startsWith(stop))) {
                return held.length() - from;
            }
        }
        return 0;
    }
}

package org.lemmalab.transformer;

import java.util.Arrays;
import java.util.List;

/** Ends a row when its text has one of the stop texts. */
final class StopTexts implements GenerationPrompt.StopRule {
    /** A character is at most four tokens (its bytes); a few more so that a split character does not hide the first. */
    private static final int TOKENS_A_CHARACTER = 4;

    private static final int MARGIN = 8;

    private final List<String> texts;
    private final TextTokenizer tokenizer;
    private final int window;

    StopTexts(List<String> texts, TextTokenizer tokenizer) {
        this.texts = texts;
        this.tokenizer = tokenizer;
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        this.window = TOKENS_A_CHARACTER * longest + MARGIN;
    }

    @Override
    public boolean stops(int sample, int[] generated, int count) {
        if (texts.isEmpty()) {
            return false;
        }
        String tail = tokenizer.decode(Arrays.copyOfRange(generated, Math.max(0, count - window), count));
        return texts.stream().anyMatch(tail::contains);
    }

    /**
     * @param text a completion
     * @return what comes before the first stop text
     */
    String cut(String text) {
        int end = texts.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
        return text.substring(0, end);
    }
}

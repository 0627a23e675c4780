package org.lemmalab.transformer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;

/** Text to tokens and back, by a checkpoint's {@code tokenizer.json}. Safe for several threads. */
public final class TextTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    private TextTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * @param folder a checkpoint folder
     * @return its tokenizer
     * @throws LabException if there is none, or it cannot be read
     */
    public static TextTokenizer open(Path folder) {
        Path file = folder.resolve("tokenizer.json");
        if (!Files.exists(file)) {
            throw new LabException(folder + ": expected tokenizer.json, found none");
        }
        try {
            return new TextTokenizer(HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optTruncation(false)
                    .optPadding(false)
                    .build());
        } catch (IOException | RuntimeException e) {
            throw new LabException(file + ": cannot be read as a tokenizer: " + e.getMessage(), e);
        }
    }

    /**
     * @param text any text
     * @param special whether to add what the tokenizer puts around a text (a start token, for example)
     * @return its tokens
     */
    public int[] encode(String text, boolean special) {
        return Arrays.stream(tokenizer.encode(text, special, false).getIds())
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /**
     * A token and the part of the text that it stands for.
     *
     * @param token the token
     * @param start the part's first character, counted in Unicode code points
     * @param end one after its last
     */
    public record Located(int token, int start, int end) {}

    /**
     * @param text any text
     * @return its tokens with their places; nothing is put around the text
     */
    public List<Located> locate(String text) {
        Encoding encoding = tokenizer.encode(text, false, false);
        CharSpan[] spans = encoding.getCharTokenSpans();
        List<Located> tokens = new ArrayList<>();
        for (int i = 0; i < spans.length; i++) {
            int token = Math.toIntExact(encoding.getIds()[i]);
            tokens.add(new Located(token, spans[i].getStart(), spans[i].getEnd()));
        }
        return tokens;
    }

    /**
     * @param tokens tokens
     * @return their text, special tokens left out
     */
    public String decode(int... tokens) {
        return decode(tokens, true);
    }

    /**
     * @param tokens tokens
     * @param skipSpecial whether special tokens are left out
     * @return their text
     */
    public String decode(int[] tokens, boolean skipSpecial) {
        // Not the single decode: that one may tidy spaces, and then the text is no longer what the model wrote.
        long[] ids = Arrays.stream(tokens).asLongStream().toArray();
        return tokenizer.batchDecode(new long[][] {ids}, skipSpecial)[0];
    }

    /**
     * @param tokens tokens
     * @return the text of each by itself, special tokens shown
     */
    public String[] pieces(int... tokens) {
        return IntStream.of(tokens)
                .mapToObj(token -> decode(new int[] {token}, false))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}

package org.lemmalab.transformer;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.ReplyListener;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.TokenLogProbability;

/**
 * A checkpoint folder as a {@link TextModel}, in this process.
 *
 * <pre>{@code
 * try (LocalModel model = LocalModel.open(folder)) {
 *     String text = model.complete("Question: …", SamplingSettings.greedy(200).withStop("\n\n")).text();
 * }
 * }</pre>
 *
 * Prefix and continuation are cut into tokens apart, so that a continuation's tokens do not depend on the prefix.
 */
public final class LocalModel implements TextModel {
    private final String name;
    private final NDManager manager;
    private final FrozenDecoder decoder;
    private final TextTokenizer tokenizer;
    private final Settings settings;

    /**
     * How a local model works.
     *
     * @param precision element type of weights and computation
     * @param slots the most rows generated together
     * @param template writes a prompt as a user's turn of a conversation; empty where prompts are continued as they stand
     */
    public record Settings(Precision precision, int slots, Optional<ChatTemplate> template) {
        /** Float32, the generator's own number of rows, prompts as they stand. */
        public static final Settings DEFAULT =
                new Settings(Precision.FLOAT32, Generator.DEFAULT_SLOTS, Optional.empty());
    }

    private LocalModel(
            String name, NDManager manager, FrozenDecoder decoder, TextTokenizer tokenizer, Settings settings) {
        this.name = name;
        this.manager = manager;
        this.decoder = decoder;
        this.tokenizer = tokenizer;
        this.settings = settings;
    }

    /**
     * @param folder a Hugging Face checkpoint folder
     * @return the model, with {@link Settings#DEFAULT}
     * @throws LabException if the folder is not in order, or its model not supported
     */
    public static LocalModel open(Path folder) {
        return open(folder, Settings.DEFAULT);
    }

    /**
     * @param folder a Hugging Face checkpoint folder
     * @param settings how to work
     * @return the model, on the GPU where there is one
     * @throws LabException if the folder is not in order, or its model not supported
     */
    public static LocalModel open(Path folder, Settings settings) {
        Checkpoint checkpoint = Checkpoint.open(folder);
        TextTokenizer tokenizer = TextTokenizer.open(folder);
        NDManager manager = NDManager.newBaseManager();
        try {
            FrozenDecoder decoder = checkpoint.frozen(manager, settings.precision());
            String name = folder.toAbsolutePath().normalize().getFileName().toString();
            return new LocalModel(name, manager, decoder, tokenizer, settings);
        } catch (RuntimeException e) {
            manager.close();
            tokenizer.close();
            throw e;
        }
    }

    /**
     * @param name the model's name
     * @param trained a decoder, copied
     * @param tokenizer its tokenizer, which this model takes over
     * @return the model, with {@link Settings#DEFAULT}
     */
    public static LocalModel of(String name, Decoder trained, TextTokenizer tokenizer) {
        NDManager manager = NDManager.newBaseManager();
        FrozenDecoder decoder = FrozenDecoder.of(manager, trained, Precision.FLOAT32);
        return new LocalModel(name, manager, decoder, tokenizer, Settings.DEFAULT);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * @return the decoder
     */
    public FrozenDecoder decoder() {
        return decoder;
    }

    /**
     * @return the tokenizer
     */
    public TextTokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public List<Reply> complete(List<CompletionRequest> requests, ProgressListener listener) {
        return new LocalCompletions(this, requests).run(settings.slots(), listener);
    }

    /** Tells of each text token by token. */
    @Override
    public List<Reply> stream(List<CompletionRequest> requests, ReplyListener listener) {
        return new LocalCompletions(this, requests, listener).run(settings.slots(), ProgressListener.SILENT);
    }

    @Override
    public List<Score> score(List<ScoreRequest> requests) {
        List<TokenSequence> texts = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                texts.add(sequence(requests.get(i)));
            } catch (LabException e) {
                throw new LabException(
                        "score request " + (i + 1) + " of " + requests.size() + ": " + e.getMessage(), e);
            }
        }
        List<float[]> scores = new Scorer(decoder).score(texts);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> score(texts.get(i).tokens(), scores.get(i)))
                .toList();
    }

    @Override
    public void close() {
        decoder.close();
        tokenizer.close();
        manager.close();
    }

    /** A prompt's tokens; refused where they do not fit the model. */
    int[] promptTokens(CompletionRequest request) {
        String text = settings.template()
                .map(template -> template.format(ChatTemplate.Message.user(request.prompt())))
                .orElse(request.prompt());
        int[] tokens = tokenizer.encode(text, true);
        TokenChecks.requirePrompt(tokens, decoder.config(), 1);
        return tokens;
    }

    Completion completion(Generated row, SamplingSettings asked) {
        boolean ended = row.finish() == FinishReason.END;
        int length = row.tokens().length - (ended ? 1 : 0);
        String text = tokenizer.decode(Arrays.copyOf(row.tokens(), length));
        return new Completion(
                new StopTexts(asked.stop(), tokenizer).cut(text),
                row.tokens().length,
                row.finish(),
                logProbabilities(row.tokens(), row.logProbabilities()));
    }

    private TokenSequence sequence(ScoreRequest request) {
        int[] prefix = tokenizer.encode(request.prefix(), true);
        int[] continuation = tokenizer.encode(request.continuation(), false);
        if (prefix.length == 0) {
            throw new LabException("expected a prefix of at least one token, since this tokenizer has no start token");
        }
        int[] all = Arrays.copyOf(prefix, prefix.length + continuation.length);
        System.arraycopy(continuation, 0, all, prefix.length, continuation.length);
        TokenChecks.requirePrompt(all, decoder.config(), 0);
        return TokenSequence.after(prefix.length, all);
    }

    /** Of the last tokens, as many as there are values. */
    private Score score(int[] tokens, float[] values) {
        int[] scored = Arrays.copyOfRange(tokens, tokens.length - values.length, tokens.length);
        return new Score(logProbabilities(scored, values), tokens.length);
    }

    private List<TokenLogProbability> logProbabilities(int[] tokens, float[] values) {
        if (values.length == 0) {
            return List.of();
        }
        String[] pieces = tokenizer.pieces(tokens);
        return IntStream.range(0, values.length)
                .mapToObj(i -> new TokenLogProbability(pieces[i], values[i]))
                .toList();
    }
}

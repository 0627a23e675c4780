package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;

/** Log-probabilities of given tokens, many texts at a time. */
public final class Scorer {
    /** Tokens read together, padding included. */
    private static final int BATCH_TOKENS = 8192;

    /** Logits held together: scored tokens times vocabulary, 256 MiB in float32. */
    private static final long BATCH_LOGITS = 1L << 26;

    private final FrozenDecoder decoder;

    /**
     * @param decoder what scores
     */
    public Scorer(FrozenDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * @param texts the texts; their trained tokens ({@link TokenSequence#trained}) are those to score
     * @return for each text the log-probability of each such token given all tokens before it, in order
     * @throws LabException if a text does not fit the model, or the thread is interrupted
     */
    public List<float[]> score(List<TokenSequence> texts) {
        texts.forEach(text -> TokenChecks.requirePrompt(text.tokens(), decoder.config(), 0));
        float[][] scores = new float[texts.size()][];
        List<Integer> order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -texts.get(i).tokens().length))
                .toList();
        for (int start = 0; start < order.size(); ) {
            if (Thread.interrupted()) {
                throw new LabException("scoring was interrupted after " + start + " of " + texts.size() + " texts");
            }
            int end = start + fitting(texts, order.subList(start, order.size()));
            scoreTogether(texts, order.subList(start, end), scores);
            start = end;
        }
        return List.of(scores);
    }

    private int fitting(List<TokenSequence> texts, List<Integer> order) {
        int longest = texts.get(order.get(0)).tokens().length;
        long places = 0;
        int count = 0;
        for (int number : order) {
            places += places(texts.get(number));
            boolean fits = (count + 1L) * longest <= BATCH_TOKENS
                    && places * decoder.config().size().vocabulary() <= BATCH_LOGITS;
            if (count > 0 && !fits) {
                break;
            }
            count++;
        }
        return count;
    }

    private void scoreTogether(List<TokenSequence> texts, List<Integer> numbers, float[][] scores) {
        int longest = texts.get(numbers.get(0)).tokens().length;
        long[] tokens = new long[numbers.size() * longest];
        List<Long> places = new ArrayList<>();
        List<Long> targets = new ArrayList<>();
        for (int row = 0; row < numbers.size(); row++) {
            TokenSequence text = texts.get(numbers.get(row));
            int[] ids = text.tokens();
            for (int i = 0; i < ids.length; i++) {
                tokens[row * longest + i] = ids[i];
                if (text.trained()[i]) {
                    places.add((long) row * longest + i - 1);
                    targets.add((long) ids[i]);
                }
            }
        }
        float[] all = score(tokens, new Shape(numbers.size(), longest), places, targets);
        int at = 0;
        for (int number : numbers) {
            int length = places(texts.get(number));
            scores[number] = Arrays.copyOfRange(all, at, at += length);
        }
    }

    private float[] score(long[] tokens, Shape shape, List<Long> places, List<Long> targets) {
        if (places.isEmpty()) {
            return new float[0];
        }
        try (NDManager scope = decoder.manager().newSubManager()) {
            NDArray batch = scope.create(tokens, shape);
            return decoder.call("score")
                    .with(batch)
                    .with(scope.create(
                            places.stream().mapToLong(Long::longValue).toArray()))
                    .with(scope.create(
                            targets.stream().mapToLong(Long::longValue).toArray()))
                    .array(scope)
                    .toFloatArray();
        }
    }

    private static int places(TokenSequence text) {
        int places = 0;
        for (boolean trained : text.trained()) {
            places += trained ? 1 : 0;
        }
        return places;
    }
}

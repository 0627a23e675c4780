package org.lemmalab.transformer;

import java.util.List;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.SamplingSettings;

/**
 * How fast a model generates on this machine.
 *
 * @param rows texts generated together
 * @param tokens generated in all
 * @param seconds that it took
 */
public record GenerationSpeed(int rows, long tokens, double seconds) {
    /**
     * @return generated tokens a second, of all rows together
     */
    public double tokensPerSecond() {
        return tokens / seconds;
    }

    /**
     * Measures once, after a time that does not count. Texts that end early do not count for what they might have been.
     *
     * @param model the model
     * @param prompt what every row goes on from
     * @param newTokens the most tokens a row
     * @param rows how many rows together
     * @return what was measured
     */
    public static GenerationSpeed measure(LocalModel model, String prompt, int newTokens, int rows) {
        if (rows < 1) {
            throw new LabException("speed: expected at least one row, found " + rows);
        }
        int[] tokens = model.tokenizer().encode(prompt, true);
        GenerationPrompt one = new GenerationPrompt(tokens, SamplingSettings.greedy(newTokens));
        List<GenerationPrompt> all = Stream.generate(() -> one).limit(rows).toList();
        Generator generator = new Generator(model.decoder(), rows);
        generator.generate(all.subList(0, 1));
        long start = System.nanoTime();
        List<Generated> made = generator.generate(all);
        double seconds = (System.nanoTime() - start) / 1e9;
        long count = made.stream().mapToLong(row -> row.tokens().length).sum();
        return new GenerationSpeed(rows, count, seconds);
    }
}

package org.lemmalab.corpus;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.lemmalab.io.LabException;

/**
 * The size of a training set, as the paper's table of data statistics has it (App. A.2, Tab. 7).
 *
 * @param method the recipe's title
 * @param samples how many examples
 * @param problems how many problems of the source they come from
 * @param meanTokens tokens of instruction and output together, on average
 * @param meanMaskedShare the share of the output's characters that is read and not learnt, from 0 to 1, on average
 * @param counter what counted the tokens
 */
public record DataStatistics(
        String method, long samples, long problems, double meanTokens, double meanMaskedShare, String counter) {
    /** Checks the numbers. */
    public DataStatistics {
        if (method == null || counter == null || samples < 0 || problems < 0 || !(meanTokens >= 0)) {
            throw new LabException("data statistics: expected a method, a counter and numbers from 0, found " + samples
                    + ", " + problems + " and " + meanTokens);
        }
    }

    /** Counts examples as they come; holds counts only. */
    public static final class Counter {
        private final String method;
        private final String counter;
        private final ToIntFunction<String> tokens;
        private final Set<String> problems = new TreeSet<>();
        private long samples;
        private long tokenSum;
        private double maskedSum;

        /**
         * @param method the recipe's title
         * @param counter what counts the tokens, for records
         * @param tokens how many a text has
         */
        public Counter(String method, String counter, ToIntFunction<String> tokens) {
            this.method = method;
            this.counter = counter;
            this.tokens = tokens;
        }

        /**
         * @param method the recipe's title
         * @return a counter of words: runs of letters, runs of digits, and every other character that is no space
         */
        public static Counter ofWords(String method) {
            return new Counter(method, "words", Counter::words);
        }

        /**
         * @param example one more
         */
        public void add(TrainingExample example) {
            samples++;
            tokenSum += tokens.applyAsInt(example.instruction()) + tokens.applyAsInt(example.output());
            problems.add(example.facts().getOrDefault("problem", example.id()));
            int masked = example.masked().stream()
                    .mapToInt(span -> span.end() - span.start())
                    .sum();
            maskedSum += (double) masked
                    / example.output().codePointCount(0, example.output().length());
        }

        /**
         * @return the statistics so far
         */
        public DataStatistics statistics() {
            double of = Math.max(1, samples);
            return new DataStatistics(method, samples, problems.size(), tokenSum / of, maskedSum / of, counter);
        }

        private static int words(String text) {
            int count = 0;
            int kindBefore = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int kind = Character.isWhitespace(c) ? 0 : Character.isLetter(c) ? 1 : Character.isDigit(c) ? 2 : 3;
                count += kind == 3 || kind != 0 && kind != kindBefore ? 1 : 0;
                kindBefore = kind;
            }
            return count;
        }
    }

    /**
     * @return in words
     */
    public String report() {
        return String.format(
                Locale.ROOT, "%,d samples of %,d problems, %.2f %s on average", samples, problems, meanTokens, counter);
    }
}

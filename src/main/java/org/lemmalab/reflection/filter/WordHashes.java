package org.lemmalab.reflection.filter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Runs of words as 64-bit hashes. Words are letters and digits in lower case; all else parts them. */
final class WordHashes {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long RUN_FACTOR = 0x9E3779B97F4A7C15L;

    private WordHashes() {}

    /** The hash of each run of {@code length} words; a shorter text is one run as a whole; none for a text without words. */
    static long[] runs(String text, int length) {
        long[] words = words(text);
        if (words.length == 0) {
            return words;
        }
        int run = Math.min(length, words.length);
        return LongStream.range(0, words.length - run + 1)
                .map(start -> run(words, (int) start, run))
                .toArray();
    }

    private static long run(long[] words, int start, int length) {
        long hash = length;
        for (int i = start; i < start + length; i++) {
            hash = mixed(hash * RUN_FACTOR + words[i]);
        }
        return hash;
    }

    private static long[] words(String text) {
        LongStream.Builder words = LongStream.builder();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            long hash = FNV_START;
            for (int i = matcher.start(); i < matcher.end(); i++) {
                hash = (hash ^ Character.toLowerCase(text.charAt(i))) * FNV_PRIME;
            }
            words.add(hash);
        }
        return words.build().toArray();
    }

    /** Spreads a hash over all bits. */
    static long mixed(long hash) {
        long z = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}

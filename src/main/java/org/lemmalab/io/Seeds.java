package org.lemmalab.io;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Seeds that depend on another seed and on what they are for, so that no draw depends on how many came before it. */
public final class Seeds {
    private Seeds() {}

    /**
     * @param seed the seed of the whole
     * @param purpose what the new seed is for: names, ids, numbers
     * @return a seed of its own for that
     */
    public static long derive(long seed, Object... purpose) {
        String name = Arrays.stream(purpose).map(String::valueOf).collect(Collectors.joining("\u0000"));
        return Long.parseUnsignedLong(Hashes.sha256(seed + "\u0000" + name).substring(0, 16), 16);
    }

    /**
     * @param seed the seed of the whole
     * @param purpose what is drawn
     * @return a source of draws for that
     */
    public static SplittableRandom random(long seed, Object... purpose) {
        return new SplittableRandom(derive(seed, purpose));
    }

    /**
     * @param choices what there is, at least one thing
     * @param random draws
     * @param <T> their type
     * @return one of them, each as likely
     */
    public static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * @param things what there is
     * @param random draws
     * @param <T> their type
     * @return the same in a random order, each as likely
     */
    public static <T> List<T> shuffled(List<T> things, SplittableRandom random) {
        @SuppressWarnings("unchecked")
        T[] order = (T[]) things.toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
        return List.of(order);
    }
}

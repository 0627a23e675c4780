package org.lemmalab.reflection.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.LabException;

/**
 * Of texts that are nearly the same the first one stays (MinHash, Broder 1997). A text is the set of its runs of
 * {@value #RUN} words; {@value #HASHES} minima in {@value #BANDS} bands find those that share much, and two texts are near-duplicates
 * if the share of equal minima, an estimate of the sets' Jaccard index, reaches the threshold. Questions count as well, so that equal
 * solutions of different problems stay.
 *
 * <p>It remembers what has passed, so the order of the triplets matters; not safe for several threads. Memory: about 1.5 kB a triplet.
 */
public final class NearDuplicates implements TripletFilter {
    private static final int RUN = 4;
    private static final int HASHES = 64;
    private static final int BANDS = 8;
    private static final int ROWS = HASHES / BANDS;

    private final double threshold;
    private final List<int[]> signatures = new ArrayList<>();
    private final List<Map<Long, int[]>> bands = new ArrayList<>();

    /**
     * @param threshold the share of common runs from which two texts count as the same, over 0.5 and at most 1
     * @throws LabException if it is not in that range
     */
    public NearDuplicates(double threshold) {
        if (!(threshold > 0.5 && threshold <= 1)) {
            throw new LabException("near-duplicates: expected a threshold over 0.5 and at most 1, found " + threshold);
        }
        this.threshold = threshold;
        for (int i = 0; i < BANDS; i++) {
            bands.add(new HashMap<>());
        }
    }

    @Override
    public String name() {
        return "near_duplicate";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        String text = candidate.triplet().problem().question() + "\n"
                + candidate.triplet().revision().text();
        int[] signature = signature(text);
        for (int band = 0; band < BANDS; band++) {
            for (int other : bands.get(band).getOrDefault(key(signature, band), new int[0])) {
                if (similarity(signature, signatures.get(other)) >= threshold) {
                    return Optional.of("nearly the same as an earlier one");
                }
            }
        }
        remember(signature);
        return Optional.empty();
    }

    private void remember(int[] signature) {
        int index = signatures.size();
        signatures.add(signature);
        for (int band = 0; band < BANDS; band++) {
            bands.get(band).merge(key(signature, band), new int[] {index}, NearDuplicates::joined);
        }
    }

    private static int[] joined(int[] some, int[] one) {
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    private static int[] signature(String text) {
        int[] minima = new int[HASHES];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (long run : WordHashes.runs(text, RUN)) {
            for (int i = 0; i < HASHES; i++) {
                minima[i] = Math.min(minima[i], (int) (WordHashes.mixed(run + i * 0x9E3779B97F4A7C15L) >>> 33));
            }
        }
        return minima;
    }

    private static long key(int[] signature, int band) {
        long key = 0;
        for (int i = band * ROWS; i < (band + 1) * ROWS; i++) {
            key = WordHashes.mixed(key * 31 + signature[i]);
        }
        return key;
    }

    private static double similarity(int[] one, int[] other) {
        int equal = 0;
        for (int i = 0; i < HASHES; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return (double) equal / HASHES;
    }
}

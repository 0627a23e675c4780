package org.lemmalab.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.Share;

/**
 * How likely an attempt is to go wrong at its k-th step, given that it was sound until then. Plain counts of the first wrong step
 * would say more about how long solutions are than about where they break.
 */
final class StepHazard {
    /** Steps that fewer attempts than this reach are left out: their intervals say nothing. */
    private static final int FEWEST = 30;

    private StepHazard() {}

    /**
     * @param attempts labelled attempts; undecided ones are passed over
     * @return for each step number the share of attempts that go wrong there among those that were sound before it
     */
    static SortedMap<Integer, Share> of(List<LabelledAttempt> attempts) {
        TreeMap<Integer, long[]> counts = new TreeMap<>();
        for (LabelledAttempt labelled : attempts) {
            int wrong =
                    labelled.errorType().isPresent() ? labelled.firstWrongStep().orElseThrow() : 0;
            int last = wrong > 0 ? wrong : labelled.attempt().solution().steps().size();
            if (labelled.verdict().equals("undecided")) {
                continue;
            }
            for (int step = 1; step <= last; step++) {
                long[] count = counts.computeIfAbsent(step, k -> new long[2]);
                count[0] += step == wrong ? 1 : 0;
                count[1]++;
            }
        }
        TreeMap<Integer, Share> shares = new TreeMap<>();
        counts.forEach((step, count) -> {
            if (count[1] >= FEWEST) {
                shares.put(step, new Share(count[0], count[1]));
            }
        });
        return shares;
    }
}

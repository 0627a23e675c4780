package org.lemmalab.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.training.TrainingSettings.Batching.Layout;

/** Padding counted by hand. */
class RowFillingTest {
    private final List<Example> examples = Stream.of(2, 10, 4, 8)
            .map(length -> Example.of("e" + length, new int[] {1}, new int[length - 1]))
            .toList();

    @Test
    void likeLengthsTogetherLeaveLittlePadding() {
        // 10 with 8, 4 with 2.
        assertEquals(new RowFilling(Layout.BUCKETED, 2, 28, 24, 18, 6), filling(Layout.BUCKETED, 2, 12));
        assertEquals(24.0 / 28, filling(Layout.BUCKETED, 2, 12).share(), 1e-12);
    }

    @Test
    void oneBatchIsAsLongAsTheLongest() {
        assertEquals(new RowFilling(Layout.SHUFFLED, 1, 40, 24, 24, 24), filling(Layout.SHUFFLED, 4, 12));
    }

    @Test
    void packedRowsAreFilled() {
        // 10 and 2, 8 and 4.
        assertEquals(new RowFilling(Layout.PACKED, 1, 24, 24, 24, 24), filling(Layout.PACKED, 2, 12));
    }

    private RowFilling filling(Layout layout, int rows, int cutoff) {
        return RowFilling.of(examples, TrainingSettings.DEFAULT.withBatching(new Batching(rows, 1, cutoff, layout)));
    }
}

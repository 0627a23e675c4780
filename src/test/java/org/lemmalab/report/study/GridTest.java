package org.lemmalab.report.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.io.LabException;

class GridTest {
    private static Measure accuracy(String set) {
        return new Measure("small", "SFT", set, "accuracy", 0.5, 0.4, 0.6, 10, 1);
    }

    private static Grid grid(String... sets) {
        List<Measure> measures = Stream.of(sets).map(GridTest::accuracy).toList();
        return Grid.of(measures, PaperExperiment.Layout.METHODS).get(0);
    }

    @Test
    void manySetsStandBehindTheirGroups() {
        Grid grid = grid("a", "b", "c", "d", "e", "in distribution", "out of distribution");
        assertEquals(
                List.of("in distribution", "out of distribution"),
                grid.parts().get(0).columns());
        assertEquals(List.of("a", "b", "c", "d", "e"), grid.parts().get(1).columns());
        assertEquals(
                List.of("in distribution", "out of distribution"), grid.drawn().columns());
    }

    @Test
    void fewSetsStandTogether() {
        Grid grid = grid("a", "in distribution");
        assertEquals(List.of("a", "in distribution"), grid.parts().get(0).columns());
        assertEquals(1, grid.parts().size());
    }

    @Test
    void oneCellHoldsOneMeasure() {
        assertThrows(LabException.class, () -> grid("a", "a"));
    }

    @Test
    void measuresWithoutAmountFallBackToMethods() {
        Grid grid =
                Grid.of(List.of(accuracy("a")), PaperExperiment.Layout.AMOUNTS).get(0);
        assertEquals(PaperExperiment.Layout.METHODS, grid.layout());
    }
}

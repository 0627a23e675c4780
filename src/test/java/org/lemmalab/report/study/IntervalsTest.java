package org.lemmalab.report.study;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.report.Figure;

class IntervalsTest {
    /** Long or equal labels of an axis would make the chart seek ticks for ever. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 14, 25, 40})
    void anyNumberOfRowsIsDrawnEqualAndLongNamesToo(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add("a method with a name longer than an axis takes " + i / 2);
        }
        for (int height : new int[] {24, 26, 55, 77}) {
            Intervals chart = new Intervals("title", "x", "method", rows, height);
            chart.upright(0);
            for (int i = 0; i < count; i++) {
                chart.segment(i, i + 2, chart.height(i, 0), Color.BLACK);
            }
            chart.points("here", new double[] {1}, new double[] {0}, Color.BLACK, Intervals.marker(0));
            byte[] png = assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> new Figure("rows", "Rows.", chart.chart()).png());
            assertTrue(png.length > 1000);
        }
    }
}

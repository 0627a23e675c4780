package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.lemmalab.report.Figure;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The forms in which things come to a page. */
class ShownTest {
    @Test
    void aFigureIsSvgWithAPngToFallBackOnAndItsCaption() {
        XYChart chart = new XYChartBuilder()
                .title("Loss")
                .xAxisTitle("step")
                .yAxisTitle("loss")
                .build();
        chart.addSeries("loss", new double[] {1, 2}, new double[] {2, 1});
        Shown shown = Shown.figure(new Figure("loss", "Loss by step.", chart));
        assertEquals(
                Set.of("image/svg+xml", "image/png", "text/plain"),
                shown.contents().keySet());
        assertTrue(shown.contents().get("image/svg+xml").startsWith("<!DOCTYPE svg"), "it is no document of its own");
        assertTrue(shown.contents().get("image/svg+xml").contains("<svg"));
        assertEquals('P', Base64.getDecoder().decode(shown.contents().get("image/png"))[1]);
        assertEquals("[figure loss: Loss by step.]", shown.plain());
    }

    @Test
    void aLongTableFoldsOnAPageAndStandsWholeInItsText() {
        Table table = Table.create(
                "counts", IntColumn.create("n", IntStream.range(0, 30).toArray()));
        Shown shown = Shown.table(table);
        assertTrue(shown.contents().get("text/html").startsWith("<details><summary>counts (30 rows)</summary>"));
        assertEquals(32, shown.plain().lines().count());
    }
}

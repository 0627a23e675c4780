package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a cell shows of the value that it ends with. */
class LastValueTest {
    /** A record like those that notebooks declare. */
    record Row(int number, String text) {}

    @Test
    void aTableIsEscapedHtmlBesideItsText() {
        Map<String, String> forms = Shown.forms(Table.create("t", StringColumn.create("a", "<b>")));
        assertEquals(Set.of("text/html", "text/plain"), forms.keySet());
        assertTrue(forms.get("text/html").contains("&lt;b&gt;"));
        assertTrue(forms.get("text/plain").contains("<b>"));
    }

    @Test
    void aChartIsDrawnThoughItIsNoFigureYet() {
        XYChart chart = new XYChartBuilder().title("Loss").build();
        chart.addSeries("a", new double[] {1, 2}, new double[] {2, 1});
        Map<String, String> forms = Shown.forms(chart);
        assertEquals(Set.of("image/svg+xml", "image/png", "text/plain"), forms.keySet());
        assertEquals("[chart Loss]", forms.get("text/plain"));
    }

    @Test
    void aRecordIsATableOfItsComponents() {
        Shown shown = Shown.of(new Row(3, "<i>")).orElseThrow();
        assertTrue(shown.contents().get("text/html").contains("&lt;i&gt;"));
        assertTrue(shown.plain().startsWith("Row\n"));
    }

    @Test
    void aStreamShowsItsFirstValues() {
        assertTrue(Shown.of(Stream.iterate(1, n -> n + 1)).orElseThrow().plain().startsWith("stream, the first 20\n"));
        assertTrue(Shown.of(IntStream.of(4, 5)).orElseThrow().plain().startsWith("stream\nvalue\n4"));
    }

    @Test
    void recordsAreTheRowsOfATable() {
        String plain = Shown.of(List.of(new Row(1, "a"), new Row(2, "b")))
                .orElseThrow()
                .plain();
        assertEquals(
                List.of("2 values", "number  text", "1       a", "2       b"),
                plain.lines().toList());
    }

    @Test
    void whatIsBestSaidByItsTextHasNoOtherForm() {
        for (Object value : new Object[] {"text", 7, List.of(1, 2), Map.of(), Optional.empty(), List.of()}) {
            assertEquals(Map.of(), Shown.forms(value));
        }
        assertEquals(Map.of(), Shown.forms(null));
        assertTrue(Shown.of(Optional.of(new Row(1, "a"))).isPresent());
    }
}

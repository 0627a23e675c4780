package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableViewTest {
    private static Table table() {
        return Table.create(
                "Shares of <errors>",
                StringColumn.create("type", "a|b", "longer & more"),
                DoubleColumn.create("share", 1.0 / 3, 2),
                IntColumn.create("count", new int[] {1234567, 2}));
    }

    @Test
    void plainTextIsAlignedAndRounded() {
        assertEquals("""
                Shares of <errors>
                type           share      count
                a|b            0.333  1,234,567
                longer & more  2.000          2
                """, new TableView(table()).text());
    }

    @Test
    void markdownAlignsNumbersAndEscapesBars() {
        assertEquals("""
                **Shares of <errors>**

                | type | share | count |
                | :--- | ---: | ---: |
                | a\\|b | 0.333 | 1,234,567 |
                | longer & more | 2.000 | 2 |
                """, new TableView(table()).markdown());
    }

    @Test
    void htmlEscapesAndAlignsAndMissingValuesAreMarked() {
        Table table = table();
        table.doubleColumn("share").setMissing(1);
        String html = new TableView(table).html();
        assertTrue(html.contains("Shares of &lt;errors&gt;"));
        assertTrue(html.contains("longer &amp; more"));
        assertTrue(html.contains("text-align:right\">0.333<"));
        assertTrue(html.contains(">–<"));
        assertFalse(html.contains("<details>"));
    }

    @Test
    void longTablesFold() {
        Table table = Table.create(
                "long", IntColumn.create("n", IntStream.range(0, 26).toArray()));
        assertTrue(new TableView(table).html().startsWith("<details><summary>long (26 rows)</summary>"));
    }

    @Test
    void aTableWithoutColumnsIsRefused() {
        assertThrows(LabException.class, () -> new TableView(Table.create("empty")));
    }

    @Test
    void groupsStandOverTheirColumnsAndCoverAll() {
        List<TableView.Group> groups = List.of(new TableView.Group("", 1), new TableView.Group("here & now", 2));
        String html = new TableView(table(), groups).html();
        assertTrue(html.contains("colspan=\"2\""));
        assertTrue(html.contains("here &amp; now"));
        assertThrows(LabException.class, () -> new TableView(table(), List.of(new TableView.Group("short", 2))));
    }
}

package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class ShowTest {
    @Test
    void outsideANotebookThePlainFormIsPrinted() {
        assertTrue(KernelDisplay.ofRunningKernel().isEmpty());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Show.table(Table.create("counts", IntColumn.create("n", new int[] {12})));
        } finally {
            System.setOut(before);
        }
        assertEquals(
                "counts\n n\n12\n\n", bytes.toString(StandardCharsets.UTF_8).replace("\r", ""));
    }
}

package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;

/** Controls where no page has any: the same calls, with defaults. */
class ControlsTest {
    @Test
    void eachStandsAtItsDefaultAndCanBeSet() {
        Control<Integer> count = Controls.slider("count", 1, 10, 5);
        List<Integer> heard = new ArrayList<>();
        count.onChange(heard::add).show();
        assertEquals(5, count.value());
        count.set(7);
        assertEquals(7, count.value());
        assertEquals(List.of(7), heard);
        assertEquals("count: 7", count.toString());
    }

    @Test
    void theOthersDoToo() {
        assertEquals(0.5, Controls.slider("rate", 0.0, 1.0, 0.5).value());
        assertEquals("b", Controls.dropDown("one", List.of("a", "b"), "b").value());
        assertEquals("x", Controls.text("name", "x").value());
        assertTrue(Controls.checkBox("on", true).value());
        assertEquals(0, Controls.progress("done", 3).value());
        assertEquals("[go]", Controls.button("go", () -> {}).toString());
    }

    @Test
    void anOutputAreaRunsItsWorkWhereItIs() {
        List<String> done = new ArrayList<>();
        OutputArea area = Controls.output();
        area.show();
        area.run(() -> done.add("work"));
        assertEquals(List.of("work"), done);
    }

    @Test
    void whatCannotBeChosenIsNamed() {
        LabException outside = assertThrows(LabException.class, () -> Controls.slider("n", 1, 3, 4));
        assertTrue(outside.getMessage().contains("expected a value from 1.0 to 3.0, found 4.0"));
        assertThrows(LabException.class, () -> Controls.dropDown("n", List.of("a"), "b"));
    }
}

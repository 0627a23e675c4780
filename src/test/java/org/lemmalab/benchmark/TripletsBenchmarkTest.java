package org.lemmalab.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.problem.Samples;

class TripletsBenchmarkTest {
    @Test
    void aSliceIsMadeAndNothingFailsTheAudit(@TempDir Path evaluation) throws IOException {
        ObjectNode figures = new TripletsBenchmark()
                .run(Samples.problems(), evaluation, new PrintStream(OutputStream.nullOutputStream()));
        assertTrue(figures.get("triplets").asLong() > 200, figures.toString());
        assertTrue(figures.get("audited_equalities").asLong() > 500, figures.toString());
        assertEquals(0, figures.get("audit_failures").asLong(), figures.toString());
        assertTrue(figures.get("injected_step_found").asDouble() > 0.9, figures.toString());
    }
}

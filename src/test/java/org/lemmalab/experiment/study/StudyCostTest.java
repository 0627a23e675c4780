package org.lemmalab.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;

class StudyCostTest {
    @TempDir
    private Path work;

    @Test
    void whatEarlierRunsSpentIsCounted() {
        StudyStore first = new StudyStore(work);
        first.artefact("corpus", Map.of("seed", 1), folder -> {}).folder();
        first.spent("statistics", 2.5);
        StudyStore second = new StudyStore(work);
        assertEquals(Map.of(), second.seconds());
        second.artefact("corpus", Map.of("seed", 1), folder -> {}).folder();
        second.spent("statistics", 1.5);
        Map<String, Double> all = second.allSeconds();
        assertEquals(4.0, all.get("statistics"), 1e-9);
        assertEquals(first.seconds().get("corpus"), all.get("corpus"), 1e-9, "made once, counted once");
    }

    @Test
    void aCostIsReadAsItWasWritten() throws IOException {
        StudyCost cost = new StudyCost("quick", 2, 6.5, Map.of("corpus", 1.25, "tuned", 10.0));
        cost.write(work);
        assertEquals(Optional.of(cost), StudyCost.read(work));
        assertEquals(11.25, cost.total(), 1e-9);
        assertEquals(Optional.empty(), StudyCost.read(work.resolve("none")));
        Files.writeString(work.resolve(StudyCost.FILE), "{\"budget\": 3}");
        LabException broken = assertThrows(LabException.class, () -> StudyCost.read(work));
        assertTrue(broken.getMessage().contains("seconds by stage"), broken.getMessage());
    }
}

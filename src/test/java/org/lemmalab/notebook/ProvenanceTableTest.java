package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Provenance;
import tech.tablesaw.api.Table;

class ProvenanceTableTest {
    @Test
    void itSaysWhatTheResultsWereMadeFrom() {
        String hash = Hashes.sha256("data");
        Provenance provenance = Provenance.of(17, Map.of("scale", "small"), Map.of("set.jsonl", hash));
        Map<String, String> rows = rows(ProvenanceTable.of(provenance, Duration.ofSeconds(83)));
        assertEquals("17", rows.get("seed"));
        assertEquals("small", rows.get("setting, scale"));
        assertEquals("SHA-256 " + hash.substring(0, 16) + "…", rows.get("data, set.jsonl"));
        assertEquals("1 min 23 s since the kernel started", rows.get("duration"));
        assertEquals(Provenance.toolkitVersion(), rows.get("toolkit"));
    }

    @Test
    void versionsOfLibrariesAreFilledInByTheBuild() {
        assertFalse(Provenance.libraries().isEmpty());
        Provenance.libraries().forEach((name, version) -> assertFalse(version.contains("$"), name + " " + version));
    }

    private static Map<String, String> rows(Table table) {
        Map<String, String> rows = new HashMap<>();
        table.forEach(row -> rows.put(row.getString("what"), row.getString("value")));
        return rows;
    }
}

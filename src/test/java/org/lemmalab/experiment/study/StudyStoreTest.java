package org.lemmalab.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyStoreTest {
    @TempDir
    private Path folder;

    private static void write(Path file, String text) {
        StudyFiles.text(file, List.of(text));
    }

    @Test
    void anArtefactIsMadeOnceAndFoundAgainByAnotherStore() throws IOException {
        Map<String, Object> inputs = Map.of("seed", 1, "recipe", "sft");
        Path made = new StudyStore(folder)
                .artefact("corpus", inputs, place -> write(place.resolve("a"), "first"))
                .folder();
        StudyStore again = new StudyStore(folder);
        Path found = again.artefact("corpus", inputs, place -> write(place.resolve("a"), "second"))
                .folder();
        assertEquals(made, found);
        assertEquals("first\n", Files.readString(found.resolve("a")));
        assertEquals(0, again.made());
        assertTrue(Files.readString(found.resolve("inputs.json")).contains("\"recipe\" : \"sft\""));
    }

    @Test
    void otherInputsAreAnotherArtefact() {
        StudyStore store = new StudyStore(folder);
        Artefact one = store.artefact("corpus", Map.of("seed", 1), place -> {});
        Artefact same = store.artefact("corpus", Map.of("seed", 1), place -> {});
        Artefact other = store.artefact("corpus", Map.of("seed", 2), place -> {});
        Artefact kind = store.artefact("samples", Map.of("seed", 1), place -> {});
        assertEquals(one.hash(), same.hash());
        assertNotEquals(one.hash(), other.hash());
        assertNotEquals(one.hash(), kind.hash());
        assertNotEquals(
                store.artefact("tuned", Map.of("corpus", one.reference()), place -> {})
                        .hash(),
                store.artefact("tuned", Map.of("corpus", other.reference()), place -> {})
                        .hash());
    }

    @Test
    void halfOfAnArtefactIsNeverFound() throws IOException {
        Map<String, Object> inputs = Map.of("seed", 1);
        Artefact killed = new StudyStore(folder).artefact("corpus", inputs, place -> {
            write(place.resolve("first"), "half");
            throw new IllegalStateException("killed");
        });
        assertThrows(IllegalStateException.class, killed::folder);
        assertFalse(killed.isThere());

        StudyStore next = new StudyStore(folder);
        Artefact again = next.artefact("corpus", inputs, place -> write(place.resolve("second"), "whole"));
        assertFalse(again.isThere());
        try (Stream<Path> files = Files.list(again.folder())) {
            assertEquals(
                    List.of("inputs.json", "second"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        try (Stream<Path> left = Files.list(folder.resolve("corpus"))) {
            assertEquals(1, left.count(), "nothing of the killed run is left");
        }
    }

    @Test
    void whatIsTakenAwayIsMadeAgain() {
        StudyStore store = new StudyStore(folder);
        Artefact artefact = store.artefact("tuned", Map.of("seed", 1), place -> write(place.resolve("a"), "x"));
        artefact.folder();
        store.removeAll("tuned");
        assertFalse(artefact.isThere());
        artefact.folder();
        assertEquals(2, store.made());
        assertTrue(store.bytes() > 0);
    }
}

package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;

class StudentsTest {
    @TempDir
    private Path root;

    @Test
    void foldersWithAConfigurationAreStudents() throws IOException {
        Path students = root.resolve("datasets/students");
        Files.createDirectories(students.resolve("notes"));
        for (String name : List.of("small", "large")) {
            Files.createDirectories(students.resolve(name));
            Files.writeString(students.resolve(name).resolve("config.json"), "{}");
        }
        assertEquals(List.of("large", "small"), Students.names(root));
        assertEquals(students.resolve("small"), Students.folder(root, "small"));
        assertEquals(
                List.of(students.resolve("small"), students.resolve("large")),
                Students.folders(root),
                "the small one is first");
        assertRefused("found only large, small", "../small");
    }

    @Test
    void withoutStudentsTheMessageSaysSo() {
        assertEquals(List.of(), Students.names(root));
        assertRefused("found no students at all", "small");
    }

    private void assertRefused(String part, String name) {
        String message = assertThrows(LabException.class, () -> Students.folder(root, name))
                .getMessage();
        assertTrue(message.contains("expected '" + name + "'") && message.contains(part), message);
    }
}

package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    void theSmallestHasTheFewestBytesOfWeights() throws IOException {
        assertTrue(Students.smallest(root).isEmpty());
        Path students = root.resolve("datasets/students");
        for (int bytes : List.of(30, 10, 20)) {
            Path student = Files.createDirectories(students.resolve("of" + bytes));
            Files.writeString(student.resolve("config.json"), "{}");
            Files.write(student.resolve("model.safetensors"), new byte[bytes]);
        }
        assertEquals(Optional.of(students.resolve("of10")), Students.smallest(root));
        Files.delete(students.resolve("of20/model.safetensors"));
        String message =
                assertThrows(LabException.class, () -> Students.smallest(root)).getMessage();
        assertTrue(message.contains("of20") && message.contains("expected a student's weights"), message);
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

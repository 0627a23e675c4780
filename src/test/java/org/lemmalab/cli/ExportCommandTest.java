package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How pages are asked for; environment/pages_test.py looks at the pages themselves. */
class ExportCommandTest {
    private static final String ROOT = "lemmalab.root";

    @TempDir
    private Path root;

    private final StringWriter errors = new StringWriter();
    private Optional<String> before;

    @BeforeEach
    void useAnotherRoot() {
        before = Optional.ofNullable(System.getProperty(ROOT));
        System.setProperty(ROOT, root.toString());
    }

    @AfterEach
    void restoreRoot() {
        before.ifPresentOrElse(value -> System.setProperty(ROOT, value), () -> System.clearProperty(ROOT));
    }

    @Test
    void withoutJupyterPagesAreRefusedWithAWayOut() {
        assertEquals(1, run("export", "html", "pages"));
        assertTrue(errors.toString().contains("Jupyter is not set up in " + root), errors::toString);
        assertTrue(errors.toString().contains("'environment/lab setup' installs it"), errors::toString);
    }

    @Test
    void jupytersPythonWritesThem() throws IOException {
        Files.createDirectories(root.resolve("environment/.jupyter"));
        Files.writeString(root.resolve("environment/.jupyter/python"), "/bin/sh\n");
        Files.writeString(root.resolve("environment/pages.py"), "echo \"$LEMMA_ROOT\" >\"$1\"; exit 3");
        Path pages = root.resolve("pages");
        assertEquals(3, run("export", "html", pages.toString()));
        assertEquals(root.toAbsolutePath().normalize() + "\n", Files.readString(pages));
    }

    @Test
    void aPythonThatIsGoneIsNamed() throws IOException {
        Files.createDirectories(root.resolve(".venv"));
        Files.writeString(root.resolve(".venv/requirements.sum"), "1");
        assertEquals(1, run("export", "html", "pages"));
        assertTrue(errors.toString().contains("Jupyter's Python cannot be started"), errors::toString);
    }

    @Test
    void everythingThatCanBeExportedIsListed() {
        assertEquals(2, run("export"));
        for (String what : new String[] {"llama-factory", "trl", "html"}) {
            assertTrue(errors.toString().contains(what), errors::toString);
        }
    }

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(errors, true));
        return line.execute(arguments);
    }
}

package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code lab student train} refuses what it could not finish before it begins. */
class StudentTrainCommandTest {
    @TempDir
    private Path folder;

    private String refused(String... options) {
        StringWriter err = new StringWriter();
        CommandLine lab = Main.commandLine();
        lab.setOut(new PrintWriter(new StringWriter(), true));
        lab.setErr(new PrintWriter(err, true));
        Path out = folder.resolve("run");
        String[] all = new String[4 + options.length];
        System.arraycopy(new String[] {"student", "train", "--out", out.toString()}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        assertNotEquals(0, lab.execute(all));
        assertFalse(Files.exists(out), "nothing was begun");
        return err.toString();
    }

    @Test
    void moreProblemsThanASetHasAreRefusedBeforeTheTraining() {
        String error = refused("--measure", "1000");
        assertTrue(error.contains("arithmetic, test: expected 1000 different problems, found only"), error);
    }

    @Test
    void morePracticeThanHalfIsRefused() {
        assertTrue(refused("--retries", "60").contains("expected retries from 0 to 50 percent, found 60"));
        assertTrue(refused("--repetitions", "-1").contains("expected repetitions from 0 to 50 percent, found -1"));
    }
}

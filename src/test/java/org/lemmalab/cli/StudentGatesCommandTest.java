package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.lemmalab.experiment.GateSettings;
import org.lemmalab.io.Json;
import org.lemmalab.transformer.Students;
import picocli.CommandLine;

/** {@code lab student gates} ends with 1 where a gate is not passed, and says so in its one line of JSON. */
class StudentGatesCommandTest {
    @Test
    void itsDefaultsAreTheStandardOnes() {
        StringWriter out = new StringWriter();
        CommandLine lab = Main.commandLine();
        lab.setOut(new PrintWriter(out, true));
        assertEquals(0, lab.execute("student", "gates", "--help"));
        String help = out.toString().replaceAll("\\s+", " ");
        GateSettings standard = GateSettings.STANDARD;
        assertTrue(help.contains("Problems a set (" + standard.problems() + ")"), help);
        assertTrue(help.contains("Its learning rate (" + standard.rate() + ")"), help);
    }

    /** One problem a set cannot lie between 40 and 75 %, so that the gates are not all passed. */
    @Test
    void aGateThatIsNotPassedIsTheExitCode() {
        StringWriter out = new StringWriter();
        CommandLine lab = Main.commandLine();
        lab.setOut(new PrintWriter(out, true));
        lab.setErr(new PrintWriter(new StringWriter(), true));
        int status = lab.execute(
                "student",
                "gates",
                "--student",
                Students.folder("small").toString(),
                "--json",
                "--problems",
                "1",
                "--samples",
                "1",
                "--steps",
                "1");
        JsonNode line = Json.parse(out.toString());
        assertEquals(1, status);
        assertFalse(line.path("pass").asBoolean(true));
        assertEquals("small", line.path("student").asText());
        assertEquals(8, line.path("gates").size());
        assertEquals(
                "at most 2 points", line.path("gates").path(0).path("wanted").asText());
        assertEquals(1, line.path("gates").path(0).path("count").asInt());
    }
}

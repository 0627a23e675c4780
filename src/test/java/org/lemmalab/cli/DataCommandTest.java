package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Hashes;
import picocli.CommandLine;

class DataCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void listNamesEverySet() {
        assertEquals(0, run("data", "list"));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("set ") && lines.get(0).endsWith("licence"), lines.get(0));
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("gsm8k +3 +10111 +7\\.5 +fetch .*MIT")), out.toString());
        assertTrue(lines.stream().anyMatch(line -> line.matches("eic +1 +450 .*by hand.*")), out.toString());
    }

    @Test
    void checkOfAnEmptyFolderFailsAndSaysWhatIsMissing() {
        assertEquals(1, run("data", "check", "--data", folder.toString()));
        assertTrue(out.toString().contains("0 of 15 files present"), out.toString());
    }

    @Test
    void checkShowsAChangedFileWithItsRows() throws IOException {
        Files.createDirectories(folder.resolve("svamp"));
        Files.writeString(folder.resolve("svamp/test.jsonl"), "{}\n{}\n");
        assertEquals(1, run("data", "check", "--data", folder.toString()));
        assertTrue(
                out.toString().lines().anyMatch(line -> line.matches("svamp/test.jsonl +2 +different: expected .*")),
                out.toString());
    }

    @Test
    void fetchOfAnUnknownSetFails() {
        assertEquals(1, run("data", "fetch", "gsm9k", "--data", folder.toString()));
        assertTrue(err.toString().contains("expected one of gsm8k"), err.toString());
    }

    @Test
    void fetchOfASetWithoutAnAddressSaysWhatToDo() {
        assertEquals(1, run("data", "fetch", "eic", "--data", folder.toString()));
        assertTrue(err.toString().contains("By hand, from https://github.com/LittleCirc1e/EIC"), err.toString());
    }

    @Test
    void fetchWithACatalogOfOnesOwnReportsEachFileAndFailsIfOneFails() throws IOException {
        byte[] content = "{}\n".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
        server.start();
        try {
            String catalog = catalog(server.getAddress().getPort(), Hashes.sha256("{}\n"), Hashes.sha256("else"));
            Path file = Files.writeString(folder.resolve("catalog.json"), catalog);
            String[] options = {"--data", folder.toString(), "--catalog", file.toString()};
            assertEquals(0, run("data", "fetch", "good", options[0], options[1], options[2], options[3]));
            assertTrue(out.toString().contains("set/good.jsonl: fetched, hash right"), out.toString());
            assertEquals(1, run("data", "fetch", "all", options[0], options[1], options[2], options[3]));
            assertTrue(out.toString().contains("set/good.jsonl: already there"), out.toString());
            assertTrue(err.toString().contains("set/bad.jsonl: refused"), err.toString());
            assertEquals(1, run("data", "check", options[0], options[1], options[2], options[3]));
            assertTrue(out.toString().contains("1 of 2 files present"), out.toString());
        } finally {
            server.stop(0);
        }
    }

    private static String catalog(int port, String good, String bad) {
        String set =
                "{'name':'%s','what':'test','source':'owner/name','page':'http://localhost','licence':'none','files':"
                        + "[{'path':'set/%s.jsonl','rows':1,'bytes':3,'sha256':'%s','url':'http://localhost:%d/'}]}";
        return ("{'sets':[" + set.formatted("bad", "bad", bad, port) + "," + set.formatted("good", "good", good, port)
                        + "]}")
                .replace('\'', '"');
    }

    @Test
    void aCatalogThatCannotBeReadIsNamed() {
        Path file = folder.resolve("none.json");
        assertEquals(1, run("data", "list", "--catalog", file.toString()));
        assertTrue(err.toString().contains(file + ": the catalog cannot be read"), err.toString());
    }

    @Test
    void withoutAnActionTheUsageIsShown() {
        assertEquals(CommandLine.ExitCode.USAGE, run("data"));
        assertTrue(err.toString().contains("list, check, fetch"), err.toString());
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}

package org.lemmalab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Container, Binder and Codespaces files have the form that they need; whether they work there only those places can tell. */
class WaysInTest {
    private static final Path DOCKERFILE = Path.of("environment/Dockerfile");
    private static final Path DEVCONTAINER = Path.of(".devcontainer/devcontainer.json");
    private static final JsonMapper WITH_COMMENTS =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final Set<String> INSTRUCTIONS =
            Set.of("FROM", "RUN", "ENV", "COPY", "WORKDIR", "USER", "EXPOSE", "CMD");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"environment/lab", ".binder/postBuild", ".binder/start", ".ci/run"})
    void scriptsParseAndCanBeRun(String script) throws IOException, InterruptedException {
        assertEquals(0, bash("-n", script), script);
        assertTrue(Files.isExecutable(Path.of(script)), script);
    }

    @Test
    void aBrokenScriptIsNoticed() throws IOException, InterruptedException {
        Path broken = Files.writeString(folder.resolve("broken"), "if true; then\n");
        assertFalse(bash("-n", broken.toString()) == 0);
    }

    @Test
    void theDockerfileIsSound() throws IOException, InterruptedException {
        assertEquals(List.of(), complaints(Files.readString(DOCKERFILE)));
    }

    @Test
    void faultsOfADockerfileAreNoticed() throws IOException, InterruptedException {
        String broken = """
                FROM some.host/debian:bookworm-slim
                COPY nowhere /there
                FETCH it
                RUN if true; then \\
                    echo
                CMD ["environment/nothing"]
                """;
        assertEquals(
                List.of(
                        "FROM some.host/debian:bookworm-slim: a host",
                        "COPY nowhere: no such file",
                        "FETCH: no such instruction",
                        "RUN if true; then echo: does not parse",
                        "CMD environment/nothing: cannot be run"),
                complaints(broken));
        assertEquals(List.of("RUN: FROM has to come first"), complaints("RUN true\n"));
    }

    @Test
    void theDevelopmentContainerBuildsTheSameImage() throws IOException {
        JsonNode build = WITH_COMMENTS.readTree(DEVCONTAINER.toFile()).get("build");
        Path beside = DEVCONTAINER.getParent();
        assertEquals(
                DOCKERFILE, beside.resolve(build.get("dockerfile").textValue()).normalize());
        assertEquals(
                Path.of(""), beside.resolve(build.get("context").textValue()).normalize());
        assertThrows(JsonProcessingException.class, () -> WITH_COMMENTS.readTree("{\"name\": }"));
    }

    @Test
    void bindersPackagesAreNames() throws IOException {
        List<String> packages = Files.readAllLines(Path.of(".binder/apt.txt"));
        assertTrue(packages.contains("openjdk-17-jdk-headless"));
        packages.forEach(name -> assertTrue(name.matches("[a-z0-9][a-z0-9.+-]+"), name));
    }

    private static List<String> complaints(String dockerfile) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        List<String> lines = dockerfile
                .lines()
                .filter(line -> !line.startsWith("#"))
                .reduce(
                        "",
                        (before, line) ->
                                before + line.replaceFirst("\\s*\\\\$", " ") + (line.endsWith("\\") ? "" : "\n"))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        if (!lines.get(0).startsWith("FROM ")) {
            return List.of(lines.get(0).split(" ")[0] + ": FROM has to come first");
        }
        for (String line : lines) {
            String[] parts = line.replaceAll("\\s+", " ").split(" ", 2);
            complaints.addAll(complaints(parts[0], parts[1]));
        }
        return complaints;
    }

    private static List<String> complaints(String instruction, String rest) throws IOException, InterruptedException {
        String complaint = switch (instruction) {
            case "FROM" -> rest.contains("/") ? ": a host" : "";
            case "COPY" -> Files.exists(Path.of(rest.split(" ")[0])) ? "" : ": no such file";
            case "RUN" -> bash("-n", "-c", rest) == 0 ? "" : ": does not parse";
            case "CMD" -> Files.isExecutable(command(rest)) ? "" : ": cannot be run";
            default -> "";
        };
        if (!INSTRUCTIONS.contains(instruction)) {
            return List.of(instruction + ": no such instruction");
        }
        String shown = switch (instruction) {
            case "COPY" -> rest.split(" ")[0];
            case "CMD" -> command(rest).toString();
            default -> rest;
        };
        return complaint.isEmpty() ? List.of() : List.of(instruction + " " + shown + complaint);
    }

    private static Path command(String json) throws IOException {
        return Path.of(WITH_COMMENTS.readTree(json).get(0).textValue());
    }

    private static int bash(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}

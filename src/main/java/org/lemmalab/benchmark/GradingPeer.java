package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** A grader in Python as the peer of a measurement: a script of this project's that compares by SymPy, as graders in Python do. */
final class GradingPeer {
    private GradingPeer() {}

    /**
     * What the peer did.
     *
     * @param version of SymPy
     * @param seconds for all pairs, once
     * @param equal which pairs it called equal
     */
    record Result(String version, double seconds, List<Boolean> equal) {
        Result {
            equal = List.copyOf(equal);
        }
    }

    /**
     * Grades pairs where a Python with SymPy is at hand.
     *
     * @param pairs pairs of a prediction and a gold answer
     * @return the result; empty where there is no such Python
     */
    static Optional<Result> grade(List<List<String>> pairs) {
        return GenerationPeer.pythonWith("sympy").map(python -> run(python, pairs));
    }

    private static Result run(String python, List<List<String>> pairs) {
        Path folder = Measuring.temporaryFolder("grading");
        Path program = folder.resolve("grade_peer.py");
        Path file = folder.resolve("pairs.json");
        try (InputStream script = GradingPeer.class.getResourceAsStream("grade_peer.py")) {
            Files.write(program, script.readAllBytes());
            Files.writeString(file, Json.line(pairs));
            Process process = new ProcessBuilder(python, program.toString(), file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader reader = process.inputReader()) {
                return result(python, reader.readLine());
            }
        } catch (IOException e) {
            throw new LabException("peer: " + python + " cannot be run: " + e.getMessage(), e);
        } finally {
            delete(program, file, folder);
        }
    }

    private static Result result(String python, String line) {
        if (line == null) {
            throw new LabException("peer: expected a line from " + python + ", found that it has ended");
        }
        JsonNode json = Json.parse(line);
        List<Boolean> equal = new ArrayList<>();
        json.path("equal").forEach(value -> equal.add(value.asBoolean()));
        return new Result(
                "SymPy " + json.path("sympy").asText(), json.path("seconds").asDouble(), equal);
    }

    private static void delete(Path... paths) {
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new LabException(path + ": cannot be deleted: " + e.getMessage(), e);
            }
        }
    }
}

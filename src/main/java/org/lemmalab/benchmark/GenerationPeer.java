package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** Python's transformers as the peer of a measurement: a script of this project's, run by a Python that the user names. */
final class GenerationPeer {
    private static final String VARIABLE = "LEMMA_PYTHON";
    private static final int SECONDS = 600;

    private final String python;

    private GenerationPeer(String python) {
        this.python = python;
    }

    /**
     * What the peer did.
     *
     * @param versions of its libraries
     * @param seconds of each repeat
     * @param tokens generated for each prompt
     */
    record Result(String versions, double[] seconds, List<int[]> tokens) {}

    /**
     * @param out is told why there is none
     * @return the peer, where the environment variable names a Python, or one on the path has the libraries
     */
    static Optional<GenerationPeer> find(PrintStream out) {
        String named = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(value -> !value.isBlank())
                .orElse("python3");
        try {
            run(List.of(named, "-c", "import torch, transformers"));
            return Optional.of(new GenerationPeer(named));
        } catch (LabException e) {
            out.println("peer: " + named + " has no torch and transformers");
            return Optional.empty();
        }
    }

    /**
     * @param checkpoint the same checkpoint
     * @param scratch a folder for the script and the prompts
     * @param prompts the same prompts
     * @param count new tokens for each
     * @param repeats how often; one more is run before, and not counted
     * @return what it did
     */
    Result run(Path checkpoint, Path scratch, List<int[]> prompts, int count, int repeats) {
        try (InputStream script = GenerationPeer.class.getResourceAsStream("generate_peer.py")) {
            Path program = scratch.resolve("generate_peer.py");
            Path tokens = scratch.resolve("prompts.json");
            Files.write(program, script.readAllBytes());
            Files.writeString(tokens, Json.line(prompts));
            String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
            String printed = run(List.of(
                    python,
                    program.toString(),
                    checkpoint.toString(),
                    tokens.toString(),
                    Integer.toString(count),
                    Integer.toString(repeats + 1),
                    threads));
            return result(Json.parse(printed.strip().lines().reduce((a, b) -> b).orElse("")));
        } catch (IOException e) {
            throw new LabException("peer: the script cannot be written: " + e.getMessage(), e);
        }
    }

    private static Result result(JsonNode json) {
        double[] seconds = StreamSupport.stream(json.get("seconds").spliterator(), false)
                .skip(1)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        List<int[]> tokens = new ArrayList<>();
        json.get("tokens")
                .forEach(row -> tokens.add(StreamSupport.stream(row.spliterator(), false)
                        .mapToInt(JsonNode::intValue)
                        .toArray()));
        String versions = "transformers " + json.get("transformers").asText() + ", torch "
                + json.get("torch").asText();
        return new Result(versions, seconds, tokens);
    }

    /** Standard output of a program that must end well within the time limit. */
    private static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("lemma-peer", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new LabException("peer: " + command.get(0) + " did not end within " + SECONDS + " s");
                }
                if (process.exitValue() != 0) {
                    throw new LabException("peer: " + command.get(0) + " ended with status " + process.exitValue());
                }
                return Files.readString(output, StandardCharsets.UTF_8);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new LabException("peer: " + command.get(0) + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("peer: interrupted", e);
        }
    }
}

package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * Python's transformers as the peer of a measurement: a script of this project's, run by a Python that the user names. The peer waits
 * while it is not asked, so that ours and its repeats can take turns.
 */
final class GenerationPeer implements AutoCloseable {
    private static final String VARIABLE = "LEMMA_PYTHON";

    private final String python;
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    private GenerationPeer(String python, Process process) {
        this.python = python;
        this.process = process;
        this.in = process.outputWriter();
        this.out = process.inputReader();
    }

    /**
     * What the peer did.
     *
     * @param versions of its libraries
     * @param tokens generated for each prompt
     */
    record Result(String versions, List<int[]> tokens) {}

    /**
     * @return the Python that the environment variable names, else {@code python3}, where it has the libraries
     */
    static Optional<String> python() {
        return pythonWith("torch, transformers");
    }

    /**
     * @param libraries modules with commas between
     * @return the Python that the environment variable names, else {@code python3}, where it has those modules
     */
    static Optional<String> pythonWith(String libraries) {
        String named = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(value -> !value.isBlank())
                .orElse("python3");
        try {
            Process process = start(List.of(named, "-c", "import " + libraries));
            return process.waitFor() == 0 ? Optional.of(named) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("peer: interrupted", e);
        }
    }

    /**
     * @param python a Python with the libraries
     * @param checkpoint the same checkpoint
     * @param prompts the same prompts
     * @param count new tokens for each
     * @return the peer, waiting
     */
    static GenerationPeer start(String python, Path checkpoint, List<int[]> prompts, int count) {
        Path scratch = checkpoint.resolveSibling("peer");
        try (InputStream script = GenerationPeer.class.getResourceAsStream("generate_peer.py")) {
            Files.createDirectories(scratch);
            Path program = scratch.resolve("generate_peer.py");
            Path tokens = scratch.resolve("prompts.json");
            Files.write(program, script.readAllBytes());
            Files.writeString(tokens, Json.line(prompts));
            String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
            return new GenerationPeer(
                    python,
                    start(List.of(
                            python,
                            program.toString(),
                            checkpoint.toString(),
                            tokens.toString(),
                            Integer.toString(count),
                            threads)));
        } catch (IOException e) {
            throw new LabException("peer: " + python + " cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * @return seconds of one time through all prompts
     */
    double repeat() {
        try {
            in.write("again\n");
            in.flush();
            return Double.parseDouble(line());
        } catch (IOException e) {
            throw new LabException("peer: " + python + " has ended: " + e.getMessage(), e);
        }
    }

    /**
     * @return what it did, last of all
     */
    Result finish() {
        try {
            in.close();
            JsonNode json = Json.parse(line());
            List<int[]> tokens = new ArrayList<>();
            json.get("tokens")
                    .forEach(row -> tokens.add(StreamSupport.stream(row.spliterator(), false)
                            .mapToInt(JsonNode::intValue)
                            .toArray()));
            return new Result(
                    "transformers " + json.get("transformers").asText() + ", torch "
                            + json.get("torch").asText(),
                    tokens);
        } catch (IOException e) {
            throw new LabException("peer: " + python + " has ended: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new LabException("peer: expected a line from " + python + ", found that it has ended");
        }
        return line;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.training.Example;

/** Python's transformers training the same checkpoint on the same examples; it waits while it is not asked. */
final class TrainingPeer implements AutoCloseable {
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    private TrainingPeer(Process process) {
        this.process = process;
        this.in = process.outputWriter();
        this.out = process.inputReader();
    }

    static TrainingPeer start(String python, Path folder, List<List<Example>> batches) {
        try (InputStream script = TrainingPeer.class.getResourceAsStream("train_peer.py")) {
            Path program = folder.resolve("train_peer.py");
            Path data = folder.resolve("batches.json");
            Files.write(program, script.readAllBytes());
            Files.writeString(
                    data,
                    Json.line(batches.stream()
                            .map(batch -> batch.stream().map(TrainingPeer::json).toList())
                            .toList()));
            String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
            return new TrainingPeer(new ProcessBuilder(
                            python,
                            program.toString(),
                            folder.resolve("checkpoint").toString(),
                            data.toString(),
                            threads)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new LabException("peer: " + python + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> json(Example example) {
        int[] tokens = new int[example.length()];
        System.arraycopy(example.prompt(), 0, tokens, 0, example.prompt().length);
        System.arraycopy(example.response(), 0, tokens, example.prompt().length, example.response().length);
        return Map.of("tokens", tokens, "prompt", example.prompt().length);
    }

    /**
     * @param precision float32 or bfloat16
     * @return seconds of one pass over all batches
     */
    double pass(String precision) {
        try {
            in.write(precision + "\n");
            in.flush();
            return Double.parseDouble(line());
        } catch (IOException e) {
            throw new LabException("peer: it has ended: " + e.getMessage(), e);
        }
    }

    /**
     * @return torch, transformers (versions) and peak_mib, last of all
     */
    JsonNode finish() {
        try {
            in.close();
            return Json.parse(line());
        } catch (IOException e) {
            throw new LabException("peer: it has ended: " + e.getMessage(), e);
        }
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new LabException("peer: expected a line, found that it has ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}

package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

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

    /**
     * @param python the interpreter
     * @param folder a {@link TrainingTask}'s
     * @return the peer, ready to train
     */
    static TrainingPeer start(String python, Path folder) {
        try (InputStream script = TrainingPeer.class.getResourceAsStream("train_peer.py")) {
            Path program = folder.resolve("train_peer.py");
            Files.write(program, script.readAllBytes());
            String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
            return new TrainingPeer(new ProcessBuilder(
                            python,
                            program.toString(),
                            folder.resolve("checkpoint").toString(),
                            TrainingTask.batchFile(folder).toString(),
                            threads)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new LabException("peer: " + python + " cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * @param precision float32 or bfloat16
     * @return seconds of one pass over all batches
     */
    double pass(String precision) {
        return answer(precision);
    }

    /**
     * @return the largest memory that it has had, in MiB
     */
    double peakMebibytes() {
        return answer("memory");
    }

    private double answer(String question) {
        try {
            in.write(question + "\n");
            in.flush();
            return Double.parseDouble(line());
        } catch (IOException e) {
            throw new LabException("peer: it has ended: " + e.getMessage(), e);
        }
    }

    /**
     * @return torch and transformers (versions), last of all
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

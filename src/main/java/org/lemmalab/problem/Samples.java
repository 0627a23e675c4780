package org.lemmalab.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lemmalab.io.LabException;

/** The project's own small sample, shipped inside the jar: word problems and labelled attempts (see datasets/samples). */
public final class Samples {
    private static final String PROBLEMS = "problems.jsonl";
    private static final String ATTEMPTS = "attempts.jsonl";

    private Samples() {}

    /**
     * @return a file of problems, one object a line: {@code id}, {@code question}, {@code answer}
     */
    public static Path problems() {
        return copy(PROBLEMS);
    }

    /**
     * @return a file of attempts, one object a line: {@code id}, {@code problem_id}, {@code model}, {@code solution},
     *     {@code is_correct}, {@code first_wrong_step}, {@code error_type}
     */
    public static Path attempts() {
        return copy(ATTEMPTS);
    }

    /** A fresh copy in the temporary folder, gone when the program ends. */
    private static Path copy(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("samples/" + name)) {
            if (in == null) {
                throw new LabException("resource samples/" + name + ": missing from the class path");
            }
            Path folder = Files.createTempDirectory("lemma-lab-samples");
            Path file = folder.resolve(name);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new LabException(
                    "samples/" + name + ": cannot be copied to the temporary folder: " + e.getMessage(), e);
        }
    }
}

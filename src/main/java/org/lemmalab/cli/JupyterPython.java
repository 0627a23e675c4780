package org.lemmalab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;

/** The Python that has Jupyter, as the launcher's {@code setup} leaves it: the checkout's own, or the system's. */
final class JupyterPython {
    private final Path root;
    private final Path python;

    private JupyterPython(Path root, Path python) {
        this.root = root;
        this.python = python;
    }

    /**
     * @param root the checkout
     * @return its Python
     * @throws LabException where Jupyter was not set up
     */
    static JupyterPython of(Path root) {
        if (Files.exists(root.resolve(".venv/requirements.sum"))) {
            return new JupyterPython(root, root.resolve(".venv/bin/python"));
        }
        Path named = root.resolve("environment/.jupyter/python");
        if (Files.exists(named)) {
            return new JupyterPython(root, Path.of(read(named)));
        }
        throw new LabException(
                "Jupyter is not set up in " + root.toAbsolutePath().normalize()
                        + ": expected .venv or environment/.jupyter/python, found neither; 'environment/lab setup' installs it");
    }

    /**
     * Runs a script of the folder {@code environment}; what it prints is seen.
     *
     * @param script its name
     * @param arguments its arguments
     * @return its exit status
     */
    int run(String script, String... arguments) {
        Path absolute = root.toAbsolutePath().normalize();
        ProcessBuilder process = new ProcessBuilder(
                python.toString(),
                absolute.resolve("environment").resolve(script).toString());
        process.command().addAll(List.of(arguments));
        process.environment().putAll(Map.of("LEMMA_ROOT", absolute.toString()));
        try {
            return process.inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LabException(
                    "Jupyter's Python cannot be started: " + e.getMessage() + "; 'environment/lab setup' installs one",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while " + script + " was running", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}

package org.lemmalab.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lemmalab.io.LabException;

/** What several benchmarks need: the machine's own peak, medians, temporary folders. */
final class Measuring {
    /** Rows and columns of the matrices whose product gives the machine's peak. */
    static final int MATRIX = 1024;

    private static final int PRODUCTS = 10;

    private Measuring() {}

    /**
     * @param manager where the matrices are made
     * @return floating-point operations a second of large float32 matrix products
     */
    static double matrixProduct(NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray a = scope.randomNormal(new Shape(MATRIX, MATRIX));
            long start = System.nanoTime();
            for (int i = 0; i < PRODUCTS; i++) {
                a.matMul(a).close();
            }
            return PRODUCTS * 2.0 * MATRIX * MATRIX * MATRIX / ((System.nanoTime() - start) / 1e9);
        }
    }

    /**
     * @param values at least one value
     * @return the middle one, the upper of two
     */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * @param benchmark the benchmark's name
     * @return a new folder in the system's temporary folder
     */
    static Path temporaryFolder(String benchmark) {
        try {
            return Files.createTempDirectory("lemma-" + benchmark);
        } catch (IOException e) {
            throw new LabException(benchmark + ": a temporary folder cannot be made: " + e.getMessage(), e);
        }
    }
}

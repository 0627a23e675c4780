package org.lemmalab.kernel;

import java.util.List;

/** A cell that did not run to its end: what Jupyter shows of it. */
final class CellFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String name;
    private final List<String> lines;

    /**
     * @param name of the error, for example {@code ArithmeticException}
     * @param message what went wrong
     * @param lines shown below the cell
     */
    CellFailure(String name, String message, List<String> lines) {
        super(message);
        this.name = name;
        this.lines = List.copyOf(lines);
    }

    String name() {
        return name;
    }

    List<String> lines() {
        return lines;
    }
}

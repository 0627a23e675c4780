package org.lemmalab.kernel;

import java.util.List;
import java.util.Map;

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

    /** One that shows its name and message alone. */
    CellFailure(String name, String message) {
        this(name, message, List.of((red(name) + ": " + message).split("\n")));
    }

    static String red(String text) {
        return "\u001B[31m" + text + "\u001B[0m";
    }

    /** The content of an {@code error} message. */
    Map<String, Object> content() {
        return Map.of("ename", name, "evalue", getMessage(), "traceback", lines);
    }
}

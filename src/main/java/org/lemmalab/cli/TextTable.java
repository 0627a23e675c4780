package org.lemmalab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of aligned columns for the terminal: numbers to the right, words to the left. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param heads the head of each column
     */
    TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    /**
     * @param cells one for each column
     */
    void add(Object... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + rows.get(0).size() + " columns");
        }
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
    }

    /**
     * @return the lines, without spaces at their ends
     */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(width(column) - cell.length());
            line.append(isNumeric(column) ? padding + cell : cell + padding).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && IntStream.range(1, rows.size())
                        .allMatch(row -> rows.get(row).get(column).matches("[-+]?[0-9.,]+%?|-|"));
    }
}

package org.lemmalab.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Labelled types against the types that an analyst finds; verdicts without a type have columns of their own. */
public final class ConfusionMatrix {
    /** The column of verdicts that leave the type open. */
    public static final String UNDECIDED = "undecided";

    /** The column of verdicts that see no error. */
    public static final String CORRECT = "correct";

    private final Map<ErrorType, Map<String, Long>> cells = new EnumMap<>(ErrorType.class);

    /**
     * @param labelled the labelled type
     * @param found the analyst's verdict
     */
    public void add(ErrorType labelled, Analysis found) {
        String column = UNDECIDED;
        if (found instanceof Analysis.Wrong wrong) {
            column = wrong.type().label();
        } else if (found instanceof Analysis.Correct) {
            column = CORRECT;
        }
        cells.computeIfAbsent(labelled, type -> new TreeMap<>()).merge(column, 1L, Long::sum);
    }

    /**
     * @return the labelled types that were seen, in the order of {@link ErrorType}
     */
    public List<ErrorType> rows() {
        return List.copyOf(cells.keySet());
    }

    /**
     * @return the labels of all columns: the types, then undecided and correct
     */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(
                Arrays.stream(ErrorType.values()).map(ErrorType::label).toList());
        columns.add(UNDECIDED);
        columns.add(CORRECT);
        return List.copyOf(columns);
    }

    /**
     * @param labelled a labelled type
     * @param column a label of {@link #columns()}
     * @return how often that type was found so
     */
    public long count(ErrorType labelled, String column) {
        return cells.getOrDefault(labelled, Map.of()).getOrDefault(column, 0L);
    }

    /**
     * @return how many verdicts were added
     */
    public long total() {
        return cells.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * @return how many verdicts name the labelled type
     */
    public long agreements() {
        return rows().stream().mapToLong(type -> count(type, type.label())).sum();
    }

    /**
     * @return a table for a terminal: a row for each labelled type, a column for each two-letter code, then "?" for undecided and "ok"
     *     for correct
     */
    public String text() {
        StringBuilder text = new StringBuilder(String.format("%-28s", "labelled \\ found"));
        Arrays.stream(ErrorType.values()).forEach(type -> text.append(String.format("%4s", type.code())));
        text.append(String.format("%4s%4s%n", "?", "ok"));
        for (ErrorType row : rows()) {
            text.append(String.format("%-2s %-25s", row.code(), row.title()));
            columns()
                    .forEach(column ->
                            text.append(count(row, column) == 0 ? "   ." : String.format("%4d", count(row, column))));
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}

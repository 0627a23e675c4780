package org.lemmalab.report.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.report.PaperNumbers;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A column of numbers that the paper prints.
 *
 * @param title what was measured, for example {@code GSM8K}
 * @param scale on what, for example {@code LLaMA3-8B}
 * @param values by row: the method as printed, or the error type; in per cent or plain as printed
 */
record PaperColumn(String title, String scale, Map<String, Double> values) {
    private static final String BASE = "LLaMA3-8B";

    /** Sets that carry the figure; the others stand in the table. */
    private static final List<String> DRAWN = List.of("GSM8K", "MATH");

    static List<PaperColumn> of(PaperExperiment experiment) {
        return switch (experiment) {
            case MAIN_RESULTS -> columns(PaperNumbers.MAIN_RESULTS, "gsm8k", "math", "average");
            case MATH_CHAT -> columns(PaperNumbers.MATHCHAT, "fqa_1st", "fqa_2nd", "fqa_3rd", "error_correction");
            case DART -> columns(PaperNumbers.DART_INTEGRATION, "size", "gsm8k", "math", "average");
            case ABLATIONS -> columns(PaperNumbers.ABLATION, "gsm8k", "math", "average");
            case OTHER_ERROR_METHODS -> columns(PaperNumbers.ADDITIONAL_BASELINES, "gsm8k", "math", "average");
            case DATA_STATISTICS -> columns(PaperNumbers.DATA_STATISTICS, "solutions", "average_tokens");
            case TEACHER -> columns(PaperNumbers.TEACHER_CHOICE, "gsm8k", "math", "average");
            case MAJORITY ->
                columns(PaperNumbers.MAJORITY_AT_32, "gsm8k_pass1", "gsm8k_maj32", "math_pass1", "math_maj32");
            case ERROR_TYPES -> errorTypes();
            default -> List.of();
        };
    }

    /** The whole table as printed; empty where the paper only plots. */
    static Optional<Table> whole(PaperExperiment experiment) {
        return numbers(experiment)
                .map(numbers -> Table.create(
                        "All that the paper prints for " + experiment.id() + " (its models and sets; per cent where no"
                                + " other unit is named)",
                        numbers.table().columns().stream().map(PaperColumn::rounded)));
    }

    private static Column<?> rounded(Column<?> column) {
        if (!(column instanceof NumericColumn<?> numbers)) {
            return column;
        }
        return StringColumn.create(
                title(column.name()),
                IntStream.range(0, column.size())
                        .mapToObj(row -> numbers.isMissing(row) ? "–" : printed(numbers.getDouble(row))));
    }

    /** As the paper prints it: one decimal, counts whole. */
    static String printed(double number) {
        boolean isCount = number >= 1000;
        return String.format(Locale.ROOT, isCount ? "%,.0f" : "%.1f", number);
    }

    /** Whether more is printed than stands beside ours. */
    static boolean hasMore(PaperExperiment experiment) {
        return whole(experiment)
                .filter(table -> experiment != PaperExperiment.ERROR_TYPES)
                .filter(table -> table.columnCount() > of(experiment).size() + 1)
                .isPresent();
    }

    private static Optional<PaperNumbers> numbers(PaperExperiment experiment) {
        return switch (experiment) {
            case MAIN_RESULTS -> Optional.of(PaperNumbers.MAIN_RESULTS);
            case MATH_CHAT -> Optional.of(PaperNumbers.MATHCHAT);
            case DART -> Optional.of(PaperNumbers.DART_INTEGRATION);
            case ABLATIONS -> Optional.of(PaperNumbers.ABLATION);
            case OTHER_ERROR_METHODS -> Optional.of(PaperNumbers.ADDITIONAL_BASELINES);
            case DATA_STATISTICS -> Optional.of(PaperNumbers.DATA_STATISTICS);
            case TEACHER -> Optional.of(PaperNumbers.TEACHER_CHOICE);
            case MAJORITY -> Optional.of(PaperNumbers.MAJORITY_AT_32);
            case ERROR_TYPES -> Optional.of(PaperNumbers.ERROR_TYPES_GSM8K);
            default -> Optional.empty();
        };
    }

    Optional<Double> value(String row) {
        return values.entrySet().stream()
                .filter(each -> plain(each.getKey()).equals(plain(row)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    boolean isDrawn() {
        return DRAWN.contains(title);
    }

    /** A method's name by which it is found again, whatever its spaces and case. */
    static String plain(String method) {
        return method.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9&+/.]", "");
    }

    private static List<PaperColumn> columns(PaperNumbers numbers, String... names) {
        Table table = numbers.table();
        boolean hasBases = table.containsColumn("base_model");
        Table rows = hasBases ? table.where(table.stringColumn("base_model").isEqualTo(BASE)) : table;
        return Stream.of(names).map(name -> column(rows, name, scale(numbers))).toList();
    }

    private static String scale(PaperNumbers numbers) {
        return switch (numbers) {
            case MATHCHAT -> "MathChat, one base model";
            case DATA_STATISTICS -> "GSM8K and MATH, GPT-4o";
            default -> BASE;
        };
    }

    private static PaperColumn column(Table rows, String name, String scale) {
        NumericColumn<?> numbers = rows.numberColumn(name);
        Map<String, Double> values = new LinkedHashMap<>();
        for (int row = 0; row < rows.rowCount(); row++) {
            if (!numbers.isMissing(row)) {
                values.put(rows.stringColumn("method").get(row), numbers.getDouble(row));
            }
        }
        return new PaperColumn(title(name), scale, values);
    }

    private static List<PaperColumn> errorTypes() {
        Table table = PaperNumbers.ERROR_TYPES_GSM8K.table();
        return Stream.iterate(0, row -> row < table.rowCount(), row -> row + 1)
                .map(row -> {
                    Map<String, Double> values = new LinkedHashMap<>();
                    for (ErrorType type : ErrorType.values()) {
                        if (table.containsColumn(type.label())) {
                            values.put(
                                    type.title(),
                                    table.numberColumn(type.label()).getDouble(row));
                        }
                    }
                    return new PaperColumn(table.stringColumn("model").get(row), "GSM8K, GPT-4o", values);
                })
                .toList();
    }

    private static String title(String name) {
        return switch (name) {
            case "gsm8k" -> "GSM8K";
            case "math" -> "MATH";
            case "average" -> "average";
            case "average_tokens" -> "tokens";
            case "size", "solutions" -> "solutions";
            case "gsm8k_pass1" -> "GSM8K, pass@1";
            case "gsm8k_maj32" -> "GSM8K, maj@32";
            case "math_pass1" -> "MATH, pass@1";
            case "math_maj32" -> "MATH, maj@32";
            case "fqa_1st" -> "1st turn";
            case "fqa_2nd" -> "2nd turn";
            case "fqa_3rd" -> "3rd turn";
            default -> name.replace('_', ' ');
        };
    }
}

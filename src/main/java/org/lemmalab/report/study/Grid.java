package org.lemmalab.report.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;

/**
 * Measures in rows and columns.
 *
 * @param base whose measures these are; empty where several bases are columns
 * @param layout what the rows are
 * @param rows the rows' names in order
 * @param columns the columns' names in order
 * @param cells the measures by row and column
 */
record Grid(
        Optional<String> base,
        PaperExperiment.Layout layout,
        List<String> rows,
        List<String> columns,
        Map<String, Map<String, Measure>> cells) {
    private static final int BASE = 0;
    private static final int METHOD = 1;
    private static final int MOST_COLUMNS = 5;

    /** Part of the names of sets that are several sets together: in and out of distribution. */
    private static final String GROUP = "distribution";

    /**
     * One grid for all measures, or one for each base where the rows are methods.
     *
     * @param measures what is shown
     * @param layout what the rows are; measures that say nothing of it are left out, and where all are, the rows are methods
     * @return the grids, none where there is no measure
     */
    static List<Grid> of(List<Measure> measures, PaperExperiment.Layout layout) {
        List<Measure> fitting =
                measures.stream().filter(each -> fits(each, layout)).toList();
        if (fitting.isEmpty() && layout != PaperExperiment.Layout.METHODS) {
            return of(measures, PaperExperiment.Layout.METHODS);
        }
        if (layout != PaperExperiment.Layout.METHODS) {
            return List.of(single(Optional.empty(), fitting, layout));
        }
        Map<String, List<Measure>> byBase =
                fitting.stream().collect(Collectors.groupingBy(Measure::base, LinkedHashMap::new, Collectors.toList()));
        return byBase.entrySet().stream()
                .map(each -> single(Optional.of(each.getKey()), each.getValue(), layout))
                .toList();
    }

    Optional<Measure> cell(String row, String column) {
        return Optional.ofNullable(cells.getOrDefault(row, Map.of()).get(column));
    }

    List<Measure> measures() {
        return rows.stream()
                .flatMap(row -> columns.stream().flatMap(column -> cell(row, column).stream()))
                .toList();
    }

    /** The metric that all columns share; empty where there are several. */
    Optional<String> metric() {
        Set<String> metrics = measures().stream()
                .map(each -> Facets.words(each, layout).get(3))
                .collect(Collectors.toSet());
        return metrics.size() == 1 ? Optional.of(metrics.iterator().next()) : Optional.empty();
    }

    /** What its measures were measured on. */
    String scale(Outcome outcome) {
        return base.map(outcome::scale).orElse(outcome.scale());
    }

    /** What one table holds: groups of sets before single sets, and not too many columns. */
    List<Grid> parts() {
        if (columns.size() <= MOST_COLUMNS) {
            return List.of(this);
        }
        List<Grid> parts = new ArrayList<>();
        List<String> groups = groups();
        if (!groups.isEmpty()) {
            parts.add(with(groups));
        }
        List<String> single =
                columns.stream().filter(column -> !groups.contains(column)).toList();
        for (int from = 0; from < single.size(); from += MOST_COLUMNS) {
            parts.add(with(single.subList(from, Math.min(single.size(), from + MOST_COLUMNS))));
        }
        return parts;
    }

    /** What a figure shows: groups of sets where there are too many single ones. */
    Grid drawn() {
        return columns.size() <= MOST_COLUMNS || groups().isEmpty() ? this : with(groups());
    }

    private List<String> groups() {
        return columns.stream().filter(column -> column.contains(GROUP)).toList();
    }

    /** Some of the rows. */
    Grid withRows(List<String> some) {
        return new Grid(base, layout, some, columns, cells);
    }

    /** Some of the columns. */
    Grid with(List<String> some) {
        return new Grid(base, layout, rows, some, cells);
    }

    private static boolean fits(Measure measure, PaperExperiment.Layout layout) {
        return switch (layout) {
            case METHODS -> true;
            case ERROR_TYPES -> Facets.errorType(measure).isPresent();
            case AMOUNTS -> Facets.amount(measure).isPresent();
        };
    }

    private static Grid single(Optional<String> base, List<Measure> measures, PaperExperiment.Layout layout) {
        List<List<String>> words =
                measures.stream().map(each -> Facets.words(each, layout)).toList();
        List<Integer> telling = IntStream.range(0, 4)
                .filter(part -> part != METHOD || layout != PaperExperiment.Layout.METHODS)
                .filter(part -> part != BASE || base.isEmpty())
                .filter(part ->
                        words.stream().map(each -> each.get(part)).distinct().count() > 1)
                .boxed()
                .toList();
        Map<String, Map<String, Measure>> cells = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (int i = 0; i < measures.size(); i++) {
            String column = column(words.get(i), telling, layout);
            columns.add(column);
            put(cells, row(measures.get(i), layout), column, measures.get(i));
        }
        return new Grid(base, layout, ordered(cells.keySet(), layout), List.copyOf(columns), cells);
    }

    private static void put(Map<String, Map<String, Measure>> cells, String row, String column, Measure measure) {
        Measure earlier =
                cells.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(column, measure);
        if (earlier != null) {
            throw new LabException("outcome: expected one measure of " + row + ", " + column + ", found two: " + earlier
                    + " and " + measure);
        }
    }

    private static String column(List<String> words, List<Integer> telling, PaperExperiment.Layout layout) {
        String name =
                telling.stream().map(words::get).filter(word -> !word.isBlank()).collect(Collectors.joining(", "));
        int otherwise = layout == PaperExperiment.Layout.METHODS ? 2 : METHOD;
        return name.isBlank() ? words.get(otherwise) : name;
    }

    private static String row(Measure measure, PaperExperiment.Layout layout) {
        return switch (layout) {
            case METHODS -> measure.method();
            case ERROR_TYPES -> Facets.errorType(measure).map(ErrorType::title).orElseThrow();
            case AMOUNTS -> amount(Facets.amount(measure).orElseThrow());
        };
    }

    static String amount(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%s", number);
    }

    static double number(String amount) {
        return Double.parseDouble(amount.replace(",", ""));
    }

    private static List<String> ordered(Set<String> rows, PaperExperiment.Layout layout) {
        List<String> names = new ArrayList<>(rows);
        Function<String, Double> key = switch (layout) {
            case METHODS -> row -> 0.0;
            case ERROR_TYPES -> row -> 0.0;
            case AMOUNTS -> Grid::number;
        };
        names.sort(Comparator.comparing(key));
        return List.copyOf(names);
    }
}

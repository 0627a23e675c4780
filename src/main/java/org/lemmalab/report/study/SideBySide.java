package org.lemmalab.report.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.report.TableView;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What was measured here beside what the paper prints, each number under the scale that it has. */
final class SideBySide {
    private final Outcome outcome;
    private final List<PaperColumn> paper;
    private final String rowTitle;

    SideBySide(Outcome outcome, PaperExperiment experiment) {
        this.outcome = outcome;
        this.paper = PaperColumn.of(experiment);
        this.rowTitle = switch (experiment.layout()) {
            case METHODS -> "method";
            case ERROR_TYPES -> "error type";
            case AMOUNTS -> experiment.amount(outcome.measures());
        };
    }

    /** One table, or several where there are many sets; the paper's numbers stand in the first. */
    List<TableView> views(Grid grid) {
        List<TableView> views = new ArrayList<>();
        for (Grid part : grid.parts()) {
            views.add(view(part, views.isEmpty() ? fitting(grid) : List.of()));
        }
        return views;
    }

    private TableView view(Grid grid, List<PaperColumn> beside) {
        List<String> rows = rows(grid, beside);
        boolean isMethods = grid.layout() == PaperExperiment.Layout.METHODS;
        Table table = Table.create(title(grid));
        table.addColumns(StringColumn.create(isMethods ? "method" : rowTitle, rows));
        for (String column : grid.columns()) {
            table.addColumns(StringColumn.create(
                    "here: " + heading(grid, column),
                    rows.stream()
                            .map(row ->
                                    grid.cell(row, column).map(Quantity::text).orElse("–"))));
        }
        for (PaperColumn column : beside) {
            table.addColumns(StringColumn.create(
                    "paper: " + column.title(),
                    rows.stream()
                            .map(row ->
                                    column.value(row).map(PaperColumn::printed).orElse("–"))));
        }
        return new TableView(table, groups(grid, beside));
    }

    private List<TableView.Group> groups(Grid grid, List<PaperColumn> beside) {
        List<TableView.Group> groups = new ArrayList<>();
        groups.add(new TableView.Group("", 1));
        groups.add(new TableView.Group(
                "here: " + grid.scale(outcome), grid.columns().size()));
        if (!beside.isEmpty()) {
            String scales = beside.stream().map(PaperColumn::scale).distinct().collect(Collectors.joining(", "));
            groups.add(new TableView.Group("paper: " + scales, beside.size()));
        }
        return groups;
    }

    /** The paper's columns, where its rows are of the same kind. */
    private List<PaperColumn> fitting(Grid grid) {
        boolean isPapers = grid.layout() == PaperExperiment.Layout.METHODS ? rowTitle.equals("method") : true;
        return isPapers ? paper : List.of();
    }

    /** The paper's order, what was measured here only before it. */
    private static List<String> rows(Grid grid, List<PaperColumn> beside) {
        Set<String> known = grid.rows().stream().map(PaperColumn::plain).collect(Collectors.toSet());
        Set<String> printed = new LinkedHashSet<>();
        beside.forEach(column -> printed.addAll(column.values().keySet()));
        Set<String> printedPlain = printed.stream().map(PaperColumn::plain).collect(Collectors.toSet());
        List<String> rows = new ArrayList<>(grid.rows().stream()
                .filter(row -> !printedPlain.contains(PaperColumn.plain(row)))
                .toList());
        for (String row : printed) {
            rows.add(known.contains(PaperColumn.plain(row)) ? ours(grid, row) : row);
        }
        return rows;
    }

    private static String ours(Grid grid, String printed) {
        return grid.rows().stream()
                .filter(row -> PaperColumn.plain(row).equals(PaperColumn.plain(printed)))
                .findFirst()
                .orElseThrow();
    }

    private String title(Grid grid) {
        String base = grid.base().map(name -> ", " + name).orElse("");
        return outcome.experiment() + ": " + outcome.title() + base + " (" + sizes(grid.measures())
                + "; [95 % interval]; – not measured or not printed)";
    }

    private static String sizes(List<Measure> measures) {
        return span(measures.stream().map(Measure::count).toList(), "problem or event", "problems or events")
                + " a seed, "
                + span(measures.stream().map(each -> (long) each.seeds()).toList(), "seed", "seeds");
    }

    private static String span(List<Long> numbers, String one, String many) {
        long least = numbers.stream().mapToLong(x -> x).min().orElse(0);
        long most = numbers.stream().mapToLong(x -> x).max().orElse(0);
        String span = least == most
                ? String.format(Locale.ROOT, "%,d", most)
                : String.format(Locale.ROOT, "%,d to %,d", least, most);
        return span + " " + (most == 1 ? one : many);
    }

    private static String heading(Grid grid, String column) {
        Measure any = grid.rows().stream()
                .flatMap(row -> grid.cell(row, column).stream())
                .findFirst()
                .orElseThrow();
        String unit = Quantity.of(any.metric()).unit();
        return unit.isEmpty() ? column : column + ", " + unit;
    }
}

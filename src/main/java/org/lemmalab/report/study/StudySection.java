package org.lemmalab.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.report.Figure;
import org.lemmalab.report.TableView;
import org.lemmalab.report.TrajectoryView;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One experiment as a reader sees it.
 *
 * @param experiment which
 * @param outcomes what was recorded of it; none where it did not run
 */
public record StudySection(PaperExperiment experiment, List<Outcome> outcomes) {
    private static final String NONE_PRINTED = "The paper prints no numbers for it.";

    /** Copies the list. */
    public StudySection {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * @return the paper's claim, the scale of what ran here, and each finding with its verdict and its numbers; where nothing was
     *     recorded, the command that runs it
     */
    public FindingsView findings() {
        List<String> lines = new ArrayList<>();
        lines.add((experiment.isOurs() ? "Question: " : "Paper: ") + experiment.claim());
        if (outcomes.isEmpty()) {
            lines.add(missing());
        }
        outcomes.forEach(outcome -> lines.add(scale(outcome)));
        return new FindingsView(experiment.id() + ": " + experiment.title(), lines, rows());
    }

    /** The findings as rows. */
    List<FindingsView.Row> rows() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.findings().stream())
                .map(finding -> new FindingsView.Row(
                        experiment.id(), finding.claim(), Optional.of(finding.verdict()), finding.why()))
                .toList();
    }

    /** A row for an experiment that says nothing of a claim. */
    FindingsView.Row withoutVerdict() {
        String why = outcomes.isEmpty() ? "Not recorded yet." : "Recorded to be looked at; no claim is judged.";
        return new FindingsView.Row(experiment.id(), experiment.claim(), Optional.empty(), why);
    }

    private String missing() {
        return "Nothing is recorded of it yet. It runs with: environment/lab study --budget standard --experiments "
                + experiment.id();
    }

    /**
     * @return what was measured here beside the paper's numbers; none where nothing was recorded
     */
    public List<TableView> tables() {
        List<TableView> tables = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            SideBySide view = new SideBySide(outcome, experiment);
            grids(outcome).forEach(grid -> tables.addAll(view.views(grid)));
        }
        return tables;
    }

    /**
     * @return metrics that explain the others, for example how often a reflection was right; empty where there are none
     */
    public List<TableView> further() {
        return outcomes.stream()
                .map(outcome -> further(outcome, rest(outcome)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * @return the paper's own table in full, where it has more than stands beside our numbers, or ours are missing
     */
    public Optional<TableView> printed() {
        return PaperColumn.whole(experiment)
                .filter(table -> outcomes.isEmpty() || PaperColumn.hasMore(experiment))
                .map(TableView::new);
    }

    /**
     * @return the paired comparisons with their adjusted p-values
     */
    public List<TableView> differences() {
        return outcomes.stream()
                .filter(outcome -> !outcome.contrasts().isEmpty())
                .map(outcome -> new TableView(new Contrasts(outcome).table()))
                .toList();
    }

    /**
     * @return the measures as points, lines or bars, and the comparisons as forests
     */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            StudyFigures drawn = new StudyFigures(outcome, experiment);
            for (Grid grid : grids(outcome)) {
                figures.addAll(drawn.of(grid.drawn(), name(outcome, grid)));
            }
            figures.addAll(new Contrasts(outcome).forests());
        }
        return figures;
    }

    /**
     * @return trajectories worth looking at
     */
    public List<TrajectoryView> cases() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.cases().stream())
                .map(CaseViews::of)
                .toList();
    }

    /** All tables by file name. */
    Map<String, Table> files() {
        Map<String, Table> files = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            SideBySide view = new SideBySide(outcome, experiment);
            for (Grid grid : grids(outcome)) {
                List<TableView> views = view.views(grid);
                for (int i = 0; i < views.size(); i++) {
                    files.put(
                            name(outcome, grid) + (i == 0 ? "" : "-" + (i + 1)),
                            views.get(i).table());
                }
            }
            further(outcome, rest(outcome)).ifPresent(each -> files.put(outcome.name() + "-further", each.table()));
            if (!outcome.contrasts().isEmpty()) {
                files.put(outcome.name() + "-differences", new Contrasts(outcome).table());
            }
        }
        return files;
    }

    private String scale(Outcome outcome) {
        String printed = PaperColumn.of(experiment).isEmpty() && !experiment.isOurs() ? " " + NONE_PRINTED : "";
        return "Here: " + outcome.scale() + "; budget " + outcome.budget() + "." + printed;
    }

    private List<Grid> grids(Outcome outcome) {
        Map<String, List<Measure>> shown = new LinkedHashMap<>();
        headline(outcome)
                .forEach(measure -> shown.computeIfAbsent(
                                experiment.isByMetric() ? measure.metric() : "", metric -> new ArrayList<>())
                        .add(measure));
        return shown.values().stream()
                .flatMap(measures -> Grid.of(measures, experiment.layout()).stream())
                .toList();
    }

    /** What stands beside the paper: accuracies, shares of types, or all where none of these is there. */
    private List<Measure> headline(Outcome outcome) {
        boolean isByType =
                experiment.layout() == PaperExperiment.Layout.ERROR_TYPES || experiment == PaperExperiment.TEMPERATURE;
        List<Measure> chosen = outcome.measures().stream()
                .filter(measure -> isByType
                        ? Facets.errorType(measure).isPresent()
                        : experiment.headline().test(measure))
                .toList();
        return chosen.isEmpty() ? outcome.measures() : chosen;
    }

    private List<Measure> rest(Outcome outcome) {
        List<Measure> shown = headline(outcome);
        return outcome.measures().stream().filter(each -> !shown.contains(each)).toList();
    }

    private static Optional<TableView> further(Outcome outcome, List<Measure> measures) {
        if (measures.isEmpty()) {
            return Optional.empty();
        }
        Map<List<String>, Map<String, Measure>> rows = new LinkedHashMap<>();
        Set<String> metrics = new LinkedHashSet<>();
        for (Measure measure : measures) {
            List<String> row = List.of(measure.base(), measure.set(), measure.method());
            rows.computeIfAbsent(row, key -> new LinkedHashMap<>()).put(measure.metric(), measure);
            metrics.add(measure.metric());
        }
        Table table = Table.create(
                outcome.experiment() + ": further measures (here: " + outcome.scale() + "; [95 % interval])");
        Stream.of("base", "set", "method")
                .forEach(name -> table.addColumns(StringColumn.create(
                        name,
                        rows.keySet().stream()
                                .map(row ->
                                        row.get(List.of("base", "set", "method").indexOf(name))))));
        for (String metric : metrics) {
            String unit = Quantity.of(metric).unit();
            table.addColumns(StringColumn.create(
                    unit.isEmpty() ? metric : metric + ", " + unit,
                    rows.values().stream()
                            .map(row -> Optional.ofNullable(row.get(metric))
                                    .map(Quantity::text)
                                    .orElse("–"))));
        }
        return Optional.of(new TableView(table));
    }

    private String name(Outcome outcome, Grid grid) {
        String metric = experiment.isByMetric() ? grid.metric().orElse("") : "";
        boolean isFurther = !metric.isEmpty() && !metric.equals("accuracy");
        return baseName(outcome, grid) + (isFurther ? "-" + plain(metric) : "");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String baseName(Outcome outcome, Grid grid) {
        List<String> bases =
                outcome.measures().stream().map(Measure::base).distinct().toList();
        return grid.base()
                .filter(base -> bases.size() > 1)
                .map(base -> outcome.name() + "-" + plain(base))
                .orElse(outcome.name());
    }
}

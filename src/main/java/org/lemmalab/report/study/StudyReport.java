package org.lemmalab.report.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.experiment.study.StudyCost;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.report.Figure;
import org.lemmalab.report.RunRecord;
import org.lemmalab.report.TrajectoryView;
import tech.tablesaw.api.Table;

/**
 * The recorded outcomes of a study. What is not there is said to be missing.
 *
 * <pre>{@code
 * var study = StudyReport.open(Surroundings.study());
 * Show.findings(study.verdicts());
 * Show.experiment(study.section("T5/T11"));
 * }</pre>
 */
public final class StudyReport {
    private static final String OUTCOMES = "outcomes";
    private static final String OUTCOME = "outcome.json";
    private static final String GATES = "gates.json";
    private static final String ENDING = ".json";

    private final Map<String, Outcome> outcomes = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Optional<Table> gates;
    private final Optional<String> cost;

    private StudyReport(Path folder) {
        for (Path file : files(folder)) {
            String text = text(file);
            Outcome outcome = outcome(file, text);
            if (outcomes.put(outcome.name(), outcome) != null) {
                throw new LabException(file + ": expected one outcome named '" + outcome.name() + "', found a second");
            }
            texts.put(OUTCOMES + "/" + outcome.name() + ENDING, text);
        }
        cost = Optional.of(folder.resolve(StudyCost.FILE)).filter(Files::exists).map(StudyReport::text);
        gates = Optional.of(folder.resolve(GATES)).filter(Files::exists).map(this::readGates);
    }

    private Table readGates(Path file) {
        String text = text(file);
        texts.put(GATES, text);
        return GateTable.of(Json.parse(text), file.toString());
    }

    /**
     * Reads {@code outcomes/NAME.json}, or {@code NAME/outcome.json} of a run, and {@code gates.json} and {@code cost.json} where they are
     * there.
     *
     * @param folder a study's folder; it need not exist, and then nothing is recorded
     * @return the report
     * @throws LabException if a file is no outcome, naming it, or is of no known experiment
     */
    public static StudyReport open(Path folder) {
        return new StudyReport(folder);
    }

    /**
     * @return the gates of the base student, whether it is ready to be asked; empty where they were not measured
     */
    public Optional<Table> gates() {
        return gates;
    }

    /**
     * @return all outcomes, in the order of their names
     */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    /**
     * @param id an experiment's id, for example {@code T5/T11}
     * @return what there is of it, possibly nothing
     * @throws LabException if there is no such experiment, naming those that there are
     */
    public StudySection section(String id) {
        return section(experiment(id, "study"));
    }

    /**
     * @param experiment an experiment
     * @return what there is of it, possibly nothing
     */
    public StudySection section(PaperExperiment experiment) {
        List<Outcome> some = outcomes.values().stream()
                .filter(outcome -> PaperExperiment.of(outcome.experiment()).equals(Optional.of(experiment)))
                .toList();
        return new StudySection(experiment, some);
    }

    /**
     * @return every experiment's section in the paper's order, missing ones too
     */
    public List<StudySection> sections() {
        return Arrays.stream(PaperExperiment.values()).map(this::section).toList();
    }

    /**
     * @return claim by claim what was found
     */
    public FindingsView verdicts() {
        List<FindingsView.Row> rows = new ArrayList<>();
        for (StudySection section : sections()) {
            List<FindingsView.Row> found = section.rows();
            rows.addAll(found.isEmpty() ? List.of(section.withoutVerdict()) : found);
        }
        FindingsView all = new FindingsView("Claims and what was found here", List.of(), rows);
        List<String> lines = new ArrayList<>(List.of(all.tally()));
        if (sections().stream().anyMatch(section -> section.outcomes().isEmpty())) {
            lines.add("What is not recorded yet runs with: environment/lab study --budget standard");
        }
        return new FindingsView(all.title(), lines, rows);
    }

    /**
     * Writes every table, figure and case with the outcomes that they were made from; nothing is measured again. A report of that folder is
     * the same as this.
     *
     * @param folder the folder, made if missing
     * @return the files written; none where no outcome is recorded
     */
    public List<Path> write(Path folder) {
        if (outcomes.isEmpty()) {
            return List.of();
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        List<Figure> figures = new ArrayList<>();
        tables.put("verdicts", verdicts().table());
        for (StudySection section : sections()) {
            tables.putAll(section.files());
            figures.addAll(section.figures());
        }
        gates.ifPresent(table -> tables.put("gates", table));
        texts.forEach((name, text) -> keep(folder.resolve(name), text));
        cost.ifPresent(text -> keep(folder.resolve(StudyCost.FILE), text));
        List<TrajectoryView> cases =
                sections().stream().flatMap(section -> section.cases().stream()).toList();
        for (int i = 0; i < cases.size(); i++) {
            keep(folder.resolve("case-" + (i + 1) + ".svg"), cases.get(i).svg());
        }
        return RunRecord.write(folder, tables, figures, provenance());
    }

    /**
     * @return seed and settings of each outcome under its name, and the hashes of the outcomes' files
     */
    public Provenance provenance() {
        Map<String, String> settings = new TreeMap<>();
        for (Outcome outcome : outcomes.values()) {
            Provenance own = outcome.provenance();
            settings.put(outcome.name() + " budget", outcome.budget());
            settings.put(outcome.name() + " seed", String.valueOf(own.seed()));
            settings.put(outcome.name() + " toolkit, java", own.toolkit() + ", " + own.java());
            own.settings().forEach((name, value) -> settings.put(outcome.name() + " " + name, value));
        }
        Map<String, String> hashes = new TreeMap<>();
        texts.forEach((name, text) -> hashes.put(name, Hashes.sha256(text)));
        long seed = outcomes.values().stream()
                .mapToLong(each -> each.provenance().seed())
                .findFirst()
                .orElse(0);
        return Provenance.of(seed, settings, hashes);
    }

    private static List<Path> files(Path folder) {
        return Stream.of(folder, folder.resolve(OUTCOMES))
                .filter(Files::isDirectory)
                .flatMap(place -> files(place, place.endsWith(OUTCOMES)).stream())
                .toList();
    }

    /** Outcomes in folders of their own, and where wanted those that are files. */
    private static List<Path> files(Path place, boolean alone) {
        try (Stream<Path> found = Files.list(place)) {
            return found.map(each -> Files.isDirectory(each) ? each.resolve(OUTCOME) : each)
                    .filter(each ->
                            each.endsWith(OUTCOME) || alone && each.toString().endsWith(ENDING))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabException(place + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void keep(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new LabException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static Outcome outcome(Path file, String text) {
        try {
            Outcome outcome = Json.mapper().readValue(text, Outcome.class);
            experiment(outcome.experiment(), file.toString());
            return outcome;
        } catch (JsonProcessingException e) {
            throw new LabException(file + ": expected an outcome, found: " + e.getOriginalMessage(), e);
        }
    }

    private static PaperExperiment experiment(String id, String where) {
        return PaperExperiment.of(id)
                .orElseThrow(() -> new LabException(where + ": expected an experiment of "
                        + Arrays.stream(PaperExperiment.values())
                                .map(PaperExperiment::id)
                                .collect(Collectors.joining(", "))
                        + ", found '" + id + "'"));
    }
}

package org.lemmalab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.evaluation.statistics.ManyTests;
import org.lemmalab.experiment.ErrorTypeStudy;
import org.lemmalab.mistake.ErrorDistribution;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Independence;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.Share;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables and figures of {@link ErrorTypeStudy}; every share carries its 95 % interval. */
public final class ErrorTypeReport {
    private final ErrorTypeStudy.Result result;
    private final ErrorDistribution distribution;

    /**
     * @param result what the study measured
     */
    public ErrorTypeReport(ErrorTypeStudy.Result result) {
        this.result = result;
        this.distribution = result.distribution();
    }

    /**
     * @return for each model attempts, accuracy by the recorded marks, and how its wrong attempts were labelled
     */
    public Table accuracy() {
        StringColumn model = StringColumn.create("model");
        LongColumn attempts = LongColumn.create("attempts");
        StringColumn accuracy = StringColumn.create("correct [95 % interval]");
        LongColumn labelled = LongColumn.create("wrong, labelled");
        LongColumn undecided = LongColumn.create("wrong, undecided");
        result.accuracy().forEach((name, share) -> {
            model.append(name);
            attempts.append(share.total());
            accuracy.append(percent(share));
            labelled.append(distribution.total(name));
            undecided.append(distribution.verdicts(name, "undecided"));
        });
        return Table.create("Accuracy: " + result.set(), model, attempts, accuracy, labelled, undecided);
    }

    /**
     * @return for each error type that occurs and each model its count and its share with the interval
     */
    public Table errorTypes() {
        Table table = Table.create("First errors by type: count, per cent [95 % interval] (" + result.set() + ")");
        table.addColumns(StringColumn.create("error type", types().stream().map(ErrorType::title)));
        for (String model : models()) {
            table.addColumns(StringColumn.create(
                    model,
                    types().stream()
                            .map(type -> distribution.count(model, type) + ": "
                                    + percent(distribution.share(model, type)))));
        }
        return table;
    }

    /**
     * @return the same in tidy form, for further work: a row for each model and type with count, total, share and interval from 0 to 1
     */
    public Table errorTypeShares() {
        StringColumn model = StringColumn.create("model");
        StringColumn type = StringColumn.create("error_type");
        LongColumn count = LongColumn.create("count");
        LongColumn total = LongColumn.create("total");
        DoubleColumn share = DoubleColumn.create("share");
        DoubleColumn low = DoubleColumn.create("low");
        DoubleColumn high = DoubleColumn.create("high");
        for (String name : models()) {
            for (ErrorType each : types()) {
                Share found = distribution.share(name, each);
                model.append(name);
                type.append(each.label());
                count.append(found.count());
                total.append(found.total());
                share.append(found.value());
                low.append(found.low());
                high.append(found.high());
            }
        }
        return Table.create("Shares of error types by model", model, type, count, total, share, low, high);
    }

    /**
     * @return the same shares, all models together, beside the lowest and highest value that the paper prints for its four models
     */
    public Table besidePaper() {
        Table paper = PaperNumbers.ERROR_TYPES_GSM8K.table();
        Table table = Table.create("First errors by type, here and in the paper (GSM8K, per cent of errors)");
        table.addColumns(
                StringColumn.create("error type", types().stream().map(ErrorType::title)),
                StringColumn.create("here [95 % interval]", types().stream().map(type -> percent(pooled(type)))),
                StringColumn.create(
                        "paper, lowest to highest",
                        types().stream()
                                .map(type -> paper.columnNames().contains(type.label())
                                        ? oneDecimal(paper.doubleColumn(type.label())
                                                        .min()) + " – "
                                                + oneDecimal(paper.doubleColumn(type.label())
                                                        .max())
                                        : "not printed")));
        return table;
    }

    /**
     * @return for each step how many attempts got there without an error, how many went wrong there, and the share with its interval
     */
    public Table positions() {
        Table table = Table.create("Where the first error falls, all models");
        LongColumn step = LongColumn.create("step");
        LongColumn reached = LongColumn.create("sound before it");
        LongColumn wrong = LongColumn.create("wrong at it");
        StringColumn share = StringColumn.create("share [95 % interval]");
        for (Map.Entry<Integer, Share> entry : StepHazard.of(result.attempts()).entrySet()) {
            step.append(entry.getKey());
            reached.append(entry.getValue().total());
            wrong.append(entry.getValue().count());
            share.append(percent(entry.getValue()));
        }
        return table.addColumns(step, reached, wrong, share);
    }

    /**
     * @return the chi-square test of whether the types are spread alike over the models
     */
    public Table independence() {
        Optional<Independence> found = distribution.independence();
        Table table = Table.create("Are the types spread alike over the models? (chi-square test)");
        return found.map(test -> table.addColumns(
                        DoubleColumn.create("chi-square", test.statistic()),
                        count("degrees of freedom", test.degreesOfFreedom()),
                        StringColumn.create("p-value", ManyTests.shown(test.pValue())),
                        DoubleColumn.create("Cramér's V", test.cramersV()),
                        StringColumn.create(
                                "pooled as rare",
                                test.pooled().isEmpty()
                                        ? "none"
                                        : String.join(
                                                ", ",
                                                test.pooled().stream()
                                                        .map(ErrorType::title)
                                                        .toList()))))
                .orElseGet(() -> table.addColumns(StringColumn.create("result", "too few errors for a test")));
    }

    /**
     * @return how well the analyst finds labelled errors: the share of first wrong steps and of types found
     */
    public Table agreement() {
        Table table = Table.create("The analyst against " + result.scoredOn());
        return result.score()
                .map(score -> table.addColumns(
                        count("labelled errors", score.cases()),
                        StringColumn.create(
                                "first wrong step found", percent(new Share(score.stepRight(), score.cases()))),
                        StringColumn.create("type found", percent(new Share(score.typeRight(), score.cases()))),
                        count("undecided (counted as wrong)", score.undecided())))
                .orElseGet(() ->
                        table.addColumns(StringColumn.create("result", "the data folder has no labelled errors")));
    }

    /**
     * @return shares of error types, a bar for each model with its 95 % interval
     */
    public Figure errorTypeFigure() {
        return ErrorTypeFigures.errorTypes(distribution, models(), types(), result.set());
    }

    /**
     * @return shares here, all models together, beside the mean of the paper's four models
     */
    public Figure besidePaperFigure() {
        return ErrorTypeFigures.besidePaper(
                types(), types().stream().map(this::pooled).toList());
    }

    /**
     * @return the share of attempts that go wrong at each step, of those that were sound before it
     */
    public Figure positionFigure() {
        return ErrorTypeFigures.positions(StepHazard.of(result.attempts()), result.set());
    }

    /**
     * @return labelled types against found types as a heat map; empty where there are no labelled errors
     */
    public Optional<Figure> confusionFigure() {
        return result.score().map(score -> ErrorTypeFigures.confusion(score.confusion(), result.scoredOn()));
    }

    /**
     * Keeps all tables and figures with their provenance.
     *
     * @param folder the folder, made if missing
     * @return the files written
     */
    public List<Path> write(Path folder) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("accuracy", accuracy());
        tables.put("error-types", errorTypes());
        tables.put("error-type-shares", errorTypeShares());
        tables.put("beside-paper", besidePaper());
        tables.put("positions", positions());
        tables.put("independence", independence());
        tables.put("agreement", agreement());
        List<Figure> figures = new ArrayList<>(List.of(errorTypeFigure(), besidePaperFigure(), positionFigure()));
        confusionFigure().ifPresent(figures::add);
        return RunRecord.write(folder, tables, figures, result.provenance());
    }

    /**
     * An attempt with its first wrong step highlighted.
     *
     * @param example the attempt beside its question
     * @return the view
     */
    public static TrajectoryView trajectory(ErrorTypeStudy.Example example) {
        LabelledAttempt labelled = example.labelled();
        int wrong = labelled.firstWrongStep().orElse(Integer.MAX_VALUE);
        List<TrajectoryView.Part> parts = new ArrayList<>();
        labelled.attempt()
                .solution()
                .steps()
                .forEach(step -> parts.add(new TrajectoryView.Part(
                        step.number() < wrong
                                ? TrajectoryView.Role.GOOD
                                : step.number() == wrong ? TrajectoryView.Role.WRONG : TrajectoryView.Role.AFTER_ERROR,
                        step.text())));
        labelled.attempt()
                .solution()
                .answer()
                .ifPresent(answer -> parts.add(new TrajectoryView.Part(
                        TrajectoryView.Role.ANSWER, answer + " (right: " + labelled.goldAnswer() + ")")));
        return new TrajectoryView(
                labelled.attempt().model(),
                example.problem().question(),
                labelled.errorType().map(ErrorType::title).stream().toList(),
                parts,
                Optional.of(labelled.analysis().explanation()));
    }

    private List<String> models() {
        return distribution.models().stream()
                .filter(model -> distribution.total(model) > 0)
                .toList();
    }

    /** The types that occur, the most frequent first. */
    private List<ErrorType> types() {
        return List.of(ErrorType.values()).stream()
                .filter(type -> distribution.count(type) > 0)
                .sorted((a, b) -> Long.compare(distribution.count(b), distribution.count(a)))
                .toList();
    }

    private Share pooled(ErrorType type) {
        return new Share(
                distribution.count(type),
                models().stream().mapToLong(distribution::total).sum());
    }

    static String percent(Share share) {
        return String.format(
                Locale.ROOT, "%.1f [%.1f, %.1f]", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    /** A column of one row; Tablesaw would read a bare number as a size. */
    private static LongColumn count(String name, long value) {
        return LongColumn.create(name, new long[] {value});
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

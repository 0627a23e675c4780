package org.lemmalab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lemmalab.evaluation.statistics.ManyTests;
import org.lemmalab.experiment.DrawnTypes;
import org.lemmalab.experiment.ErrorPool;
import org.lemmalab.experiment.MistakeAugmentationStudy;
import org.lemmalab.experiment.StepLikelihood;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.InjectionScore;
import org.lemmalab.mistake.Share;
import org.lemmalab.mistake.TypeExample;
import org.lemmalab.solution.Step;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables and figures of {@link MistakeAugmentationStudy}; shares carry their 95 % interval. */
public final class MistakeAugmentationReport {
    private static final List<ErrorType> TYPES = Arrays.asList(ErrorType.values());
    private static final List<String> ABLATION = List.of("LEMMA", "w/o Error Aug.", "w/o Error Aug. (90k)");

    /** Types with fewer errors than this in a pool have no share of their own. */
    private static final int FREQUENT = 20;

    private final MistakeAugmentationStudy.Result result;

    /**
     * @param result what the study measured
     */
    public MistakeAugmentationReport(MistakeAugmentationStudy.Result result) {
        this.result = result;
    }

    /**
     * @return the paper's taxonomy, an example of the project's own for each type
     */
    public static Table taxonomy() {
        List<TypeExample> examples = TYPES.stream().map(TypeExample::of).toList();
        return Table.create("Types of errors")
                .addColumns(
                        StringColumn.create("type", TYPES.stream().map(ErrorType::title)),
                        StringColumn.create("what goes wrong", TYPES.stream().map(ErrorType::definition)),
                        StringColumn.create(
                                "question",
                                examples.stream()
                                        .map(example -> example.problem().question())),
                        StringColumn.create(
                                "first wrong step",
                                examples.stream()
                                        .map(example -> example.wrong()
                                                .steps()
                                                .get(example.firstWrongStep() - 1)
                                                .text())));
    }

    /**
     * @return for each type how many problems take it, how often the analyst agrees with what was injected, and what is kept
     */
    public Table injectable() {
        LongColumn brought = LongColumn.create("brought in");
        StringColumn step = StringColumn.create("step found again (%)");
        StringColumn type = StringColumn.create("type found again (%)");
        StringColumn kept = StringColumn.create("kept, % of problems [95 % interval]");
        InjectionScore.Counts none = new InjectionScore.Counts(0, 0, 0);
        for (ErrorType each : TYPES) {
            InjectionScore.Counts raw = result.injected().byType().getOrDefault(each, none);
            brought.append(raw.given());
            step.append(percent(raw.stepFound(), raw.given()));
            type.append(percent(raw.typeFound(), raw.given()));
            kept.append(ErrorTypeReport.percent(new Share(
                    result.kept().byType().getOrDefault(each, none).given(),
                    result.kept().problems())));
        }
        StringColumn titles = StringColumn.create("error type", TYPES.stream().map(ErrorType::title));
        return Table.create("One error of each type asked for in " + result.injectedSet())
                .addColumns(titles, brought, step, type, kept);
    }

    /**
     * @return how many problems take how many of the twelve types
     */
    public Table typesPossible() {
        LongColumn types = LongColumn.create("types");
        LongColumn problems = LongColumn.create("problems");
        StringColumn share = StringColumn.create("% [95 % interval]");
        result.typesPossible().forEach((number, count) -> {
            types.append(number);
            problems.append(count);
            share.append(
                    ErrorTypeReport.percent(new Share(count, result.injected().problems())));
        });
        return Table.create("Types that can be brought into a problem").addColumns(types, problems, share);
    }

    /**
     * @param atMost how many reasons
     * @return why errors were refused, the most frequent reasons first
     */
    public Table refusals(int atMost) {
        return CorpusReport.refusals(result.kept().refusals()).first(atMost);
    }

    /**
     * @return size and diversity of each pool
     */
    public Table pools() {
        List<ErrorPool> pools = result.pools();
        return Table.create("Pools of errors, " + result.pooledSet())
                .addColumns(
                        StringColumn.create("pool", pools.stream().map(ErrorPool::name)),
                        longs("errors", pools.stream().map(pool ->
                                (long) pool.errors().size())),
                        longs("own", pools.stream().map(ErrorPool::own)),
                        longs("problems", pools.stream().map(ErrorPool::problems)),
                        longs("distinct wrong answers", pools.stream().map(ErrorPool::distinctAnswers)),
                        longs("distinct error texts", pools.stream().map(ErrorPool::distinctTexts)),
                        StringColumn.create(
                                "effective types", pools.stream().map(pool -> oneDecimal(pool.effectiveTypes()))),
                        StringColumn.create(
                                "injections kept (%)",
                                pools.stream()
                                        .map(pool -> pool.kept()
                                                .map(share -> oneDecimal(100 * share.value()))
                                                .orElse("–"))));
    }

    /**
     * @return for each pool the share of each type, in per cent
     */
    public Table typeShares() {
        Table table = Table.create("Types in the pools, per cent (" + result.pooledSet() + ")");
        table.addColumns(StringColumn.create("error type", TYPES.stream().map(ErrorType::title)));
        for (ErrorPool pool : shown()) {
            Map<ErrorType, Long> counts = pool.byType();
            table.addColumns(StringColumn.create(
                    pool.name(),
                    TYPES.stream()
                            .map(type -> percent(
                                    counts.getOrDefault(type, 0L), pool.errors().size()))));
        }
        return table;
    }

    /**
     * @return for each type that is frequent in both, which share of own and of injected errors lies in the last third of a solution
     */
    public Table lastThird() {
        Table table = Table.create("First wrong steps in the last third of the wrong solution");
        List<ErrorPool> pools =
                shown().stream().filter(pool -> pool.name().endsWith(" only")).toList();
        List<ErrorType> frequent = TYPES.stream()
                .filter(type -> pools.stream().allMatch(pool -> pool.byType().getOrDefault(type, 0L) >= FREQUENT))
                .toList();
        table.addColumns(StringColumn.create("error type", frequent.stream().map(ErrorType::title)));
        for (ErrorPool pool : pools) {
            table.addColumns(StringColumn.create(
                    pool.name() + ", % [95 % interval]", frequent.stream().map(type -> lastThird(pool.ofType(type)))));
        }
        return table;
    }

    /**
     * @return chi-square tests of injected types against those asked for
     */
    public Table drawn() {
        List<DrawnTypes> drawn = result.drawn();
        return Table.create("Injected types against those asked for (chi-square, degrees of freedom, p-value)")
                .addColumns(
                        StringColumn.create("drawn from", drawn.stream().map(DrawnTypes::name)),
                        StringColumn.create(
                                "against the distribution", drawn.stream().map(each -> fit(each.againstRequested()))),
                        StringColumn.create(
                                "against it, restricted to what each problem takes",
                                drawn.stream().map(each -> fit(each.againstPossible()))));
    }

    /**
     * @return the paper's accuracy with and without error augmentation (Tab. 5 and 11); nothing here was measured by this study
     */
    public static Table paper() {
        Table printed = PaperNumbers.ABLATION.table();
        return printed.where(printed.stringColumn("method").isIn(ABLATION))
                .setName("The paper's accuracy, in per cent (LLaMA3-8B; printed there, not measured here)");
    }

    /**
     * @param found likelihoods by kind of step
     * @return steps, mean and median of the negative log-likelihood a token for each kind
     */
    public static Table likelihoods(Map<StepLikelihood.Kind, List<StepLikelihood>> found) {
        StringColumn kind = StringColumn.create("step");
        LongColumn steps = LongColumn.create("steps");
        StringColumn mean = StringColumn.create("mean nats a token");
        StringColumn median = StringColumn.create("median nats a token");
        found.forEach((each, likelihoods) -> {
            DoubleColumn nats = DoubleColumn.create(
                    "nats",
                    likelihoods.stream().mapToDouble(StepLikelihood::nats).toArray());
            kind.append(each.title());
            steps.append(likelihoods.size());
            mean.append(twoDecimals(nats.mean()));
            median.append(twoDecimals(nats.median()));
        });
        return Table.create("How unlikely the student finds the step (less is likelier)")
                .addColumns(kind, steps, mean, median);
    }

    /**
     * @return the share of problems that take each type
     */
    public Figure injectableFigure() {
        return MistakeAugmentationFigures.injectable(result.kept(), result.injectedSet());
    }

    /**
     * @return type shares of the pools; pools of a given size have those of the pool that they are chosen from
     */
    public Figure typeShareFigure() {
        return MistakeAugmentationFigures.typeShares(shown(), TYPES, result.pooledSet());
    }

    /**
     * @return in which part of a solution the errors lie
     */
    public Figure positionFigure() {
        return MistakeAugmentationFigures.positions(shown(), result.pooledSet());
    }

    /**
     * Keeps all tables and figures with their provenance.
     *
     * @param folder the folder, made if missing
     * @return the files written
     */
    public List<Path> write(Path folder) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("injectable", injectable());
        tables.put("types-possible", typesPossible());
        tables.put("refusals", refusals(Integer.MAX_VALUE));
        tables.put("pools", pools());
        tables.put("type-shares", typeShares());
        tables.put("drawn", drawn());
        tables.put("last-third", lastThird());
        return RunRecord.write(
                folder, tables, List.of(injectableFigure(), typeShareFigure(), positionFigure()), result.provenance());
    }

    /**
     * An injected error with its wrong step highlighted.
     *
     * @param example the error beside its problem
     * @return the view
     */
    public static TrajectoryView trajectory(MistakeAugmentationStudy.Example example) {
        int wrong = example.injection().firstWrongStep();
        List<TrajectoryView.Part> parts = new ArrayList<>();
        for (Step step : example.injection().solution().steps()) {
            TrajectoryView.Role role =
                    step.number() < wrong ? TrajectoryView.Role.GOOD : TrajectoryView.Role.AFTER_ERROR;
            parts.add(new TrajectoryView.Part(step.number() == wrong ? TrajectoryView.Role.WRONG : role, step.text()));
        }
        example.injection()
                .solution()
                .answer()
                .ifPresent(answer -> parts.add(new TrajectoryView.Part(
                        TrajectoryView.Role.ANSWER,
                        answer + " (right: " + example.problem().goldAnswer() + ")")));
        return new TrajectoryView(
                "injected",
                example.problem().question(),
                List.of(example.injection().type().title()),
                parts,
                Optional.of(example.injection().explanation()));
    }

    private List<ErrorPool> shown() {
        return result.pools().stream()
                .filter(pool -> !pool.name().endsWith("size-matched"))
                .toList();
    }

    private static String lastThird(ErrorPool pool) {
        return ErrorTypeReport.percent(
                new Share(pool.byPosition(3).getOrDefault(2, 0L), pool.errors().size()));
    }

    private static String fit(Optional<DrawnTypes.Fit> fit) {
        return fit.map(found -> String.format(
                        Locale.ROOT,
                        "%.1f, %d, %s",
                        found.statistic(),
                        found.degreesOfFreedom(),
                        ManyTests.shown(found.pValue())))
                .orElse("too few errors");
    }

    private static LongColumn longs(String name, Stream<Long> values) {
        return LongColumn.create(name, values.mapToLong(Long::longValue).toArray());
    }

    private static String percent(long count, long total) {
        return total == 0 ? "–" : oneDecimal(100.0 * count / total);
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

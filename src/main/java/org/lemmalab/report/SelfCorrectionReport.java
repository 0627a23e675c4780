package org.lemmalab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.ManyTests;
import org.lemmalab.evaluation.statistics.McNemar;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.ReflectionMetric;
import org.lemmalab.evaluation.trajectory.ReflectionScore;
import org.lemmalab.experiment.SelfCorrectionStudy;
import org.lemmalab.experiment.WrittenTrajectory;
import org.lemmalab.experiment.WrittenTrajectory.Outcome;
import org.lemmalab.mistake.Share;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.report.TrajectoryView.Role;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables, a figure and trajectories of models that may correct themselves, asked the same problems. */
public final class SelfCorrectionReport {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final Bootstrap BOOTSTRAP = Bootstrap.standard(1);

    /** The most telling first. */
    private static final List<Outcome> TELLING = List.of(
            Outcome.CORRECTED,
            Outcome.WRONG_AFTER_REFLECTION,
            Outcome.RIGHT_AFTER_DOUBT,
            Outcome.RIGHT_AT_ONCE,
            Outcome.WRONG);

    private final SelfCorrectionStudy.Result result;

    /**
     * @param result of the study
     */
    public SelfCorrectionReport(SelfCorrectionStudy.Result result) {
        this.result = result;
    }

    /**
     * @param triplets the triplets that a student is fine-tuned on
     * @return how many there are by source of the error and strategy of the correction
     */
    public static Table triplets(List<Triplet> triplets) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        triplets.forEach(triplet -> counts.merge(
                List.of(
                        triplet.attempt().source().label(),
                        triplet.correction().strategy().label().replace('_', ' ')),
                1L,
                Long::sum));
        return Table.create(
                "Triplets to learn from",
                StringColumn.create("error of the", counts.keySet().stream().map(key -> key.get(0))),
                StringColumn.create("correction", counts.keySet().stream().map(key -> key.get(1))),
                LongColumn.create(
                        "triplets",
                        counts.values().stream().mapToLong(Long::longValue).toArray()));
    }

    /**
     * @return what came of the held-out problems, by model, with 95 % intervals
     */
    public Table outcomes() {
        StringColumn outcomes = StringColumn.create("outcome");
        Stream.of(Outcome.values()).map(Outcome::title).forEach(outcomes::append);
        outcomes.append("right in all");
        Table table = Table.create("Held-out problems: % [95 % interval]", outcomes);
        result.written().forEach((model, written) -> {
            StringColumn shares = StringColumn.create(model);
            Stream.of(Outcome.values())
                    .map(outcome -> text(share(written, outcome)))
                    .forEach(shares::append);
            shares.append(text(new Share(
                    written.stream().filter(WrittenTrajectory::isRight).count(), written.size())));
            table.addColumns(shares);
        });
        return table;
    }

    /**
     * @return how often each model reflects, where, and what comes of it, with 95 % intervals over problems
     */
    public Table reflections() {
        Table table = Table.create(
                "Reflections [95 % interval]",
                StringColumn.create("metric", ReflectionMetric.all().stream().map(ReflectionMetric::title)));
        result.written().forEach((model, written) -> {
            ReflectionScore score = ReflectionScore.of(
                    written.stream().map(WrittenTrajectory::judged).toList(), BOOTSTRAP);
            table.addColumns(
                    StringColumn.create(model, ReflectionMetric.all().stream().map(score::shown)));
        });
        return table;
    }

    /**
     * @return right answers of each model against each one before it, on the same problems: paired bootstrap over problems, McNemar's
     *     test (mid-p), corrected by Holm over the rows
     */
    public Table differences() {
        List<String> models = List.copyOf(result.written().keySet());
        List<String> rows = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        List<McNemar> tests = new ArrayList<>();
        for (int i = 1; i < models.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean[] own = right(models.get(i));
                boolean[] other = right(models.get(j));
                rows.add(models.get(i) + " − " + models.get(j));
                shown.add(BOOTSTRAP.difference(marks(own), marks(other)).percent());
                tests.add(McNemar.of(own, other));
            }
        }
        double[] adjusted =
                ManyTests.holm(tests.stream().mapToDouble(McNemar::midPValue).toArray());
        return Table.create(
                "Right answers, difference in points [95 % interval]",
                StringColumn.create("models", rows),
                StringColumn.create("difference", shown),
                LongColumn.create(
                        "only the first right",
                        tests.stream().mapToLong(McNemar::onlyFirst).toArray()),
                LongColumn.create(
                        "only the second right",
                        tests.stream().mapToLong(McNemar::onlySecond).toArray()),
                StringColumn.create("adjusted p", Arrays.stream(adjusted).mapToObj(ManyTests::shown)));
    }

    private boolean[] right(String model) {
        List<WrittenTrajectory> written = result.written().get(model);
        boolean[] right = new boolean[written.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = written.get(i).isRight();
        }
        return right;
    }

    private static double[][] marks(boolean... right) {
        double[] marks = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            marks[i] = right[i] ? 1 : 0;
        }
        return new double[][] {marks};
    }

    /**
     * @return the same as bars
     */
    public Figure outcomeFigure() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("What came of held-out problems")
                .xAxisTitle("outcome")
                .yAxisTitle("problems (%)")
                .build();
        ChartTheme.apply(chart.getStyler());
        chart.getStyler().setXAxisMaxLabelCount(Outcome.values().length).setXAxisLabelRotation(15);
        List<String> names = Stream.of(Outcome.values()).map(Outcome::title).toList();
        result.written()
                .forEach((model, written) -> chart.addSeries(
                        model,
                        names,
                        Stream.of(Outcome.values())
                                .map(outcome -> 100 * share(written, outcome).value())
                                .toList()));
        return new Figure("outcomes", "What came of held-out problems, by model.", chart);
    }

    /**
     * @param model its name
     * @param number how many at most
     * @return what it wrote where most is to be seen, each line judged: corrections of itself that came out right first, then others with a
     *     reflection
     */
    public List<TrajectoryView> cases(String model, int number) {
        return telling(model).stream()
                .limit(number)
                .map(written -> view(model, written))
                .toList();
    }

    private List<WrittenTrajectory> telling(String model) {
        return result.written().get(model).stream()
                .sorted(Comparator.comparing((WrittenTrajectory written) -> TELLING.indexOf(written.outcome())))
                .toList();
    }

    private static TrajectoryView view(String model, WrittenTrajectory written) {
        List<TrajectoryView.Part> parts = new ArrayList<>();
        boolean isAfter = false;
        for (JudgedLine line : written.judged().lines()) {
            isAfter |= line.kind() == JudgedLine.Kind.REFLECTION;
            parts.add(new TrajectoryView.Part(role(line, isAfter), line.text()));
        }
        return new TrajectoryView(
                model,
                written.problem().question(),
                List.of(
                        TripletViews.reflections(written.judged().stops().size()),
                        written.outcome().title()),
                parts,
                Optional.of("right answer: " + written.problem().goldAnswer()));
    }

    private static Role role(JudgedLine line, boolean isAfter) {
        return switch (line.kind()) {
            case REFLECTION -> Role.REFLECTION;
            case ANSWER -> Role.ANSWER;
            case STEP ->
                line.isWrong() ? Role.ERROR : isAfter ? Role.CORRECTION : line.isRight() ? Role.GOOD : Role.STEP;
        };
    }

    private Table caseTable(String model) {
        List<TrajectoryView.Part> parts = cases(model, 1).get(0).parts();
        return Table.create(
                telling(model).get(0).problem().question(),
                StringColumn.create(
                        "part", parts.stream().map(part -> part.role().meaning())),
                StringColumn.create("text", parts.stream().map(TrajectoryView.Part::text)));
    }

    /**
     * Keeps tables, figure and one trajectory of the model that was asked last, with their provenance.
     *
     * @param folder the folder, made if missing
     * @return the files written
     */
    public List<Path> write(Path folder) {
        String last =
                List.copyOf(result.written().keySet()).get(result.written().size() - 1);
        Map<String, Table> tables = Map.of(
                "outcomes",
                outcomes(),
                "reflections",
                reflections(),
                "differences",
                differences(),
                "trajectory",
                caseTable(last));
        return RunRecord.write(folder, tables, List.of(outcomeFigure()), result.provenance());
    }

    private static Share share(List<WrittenTrajectory> written, Outcome outcome) {
        return new Share(
                written.stream().filter(each -> each.outcome() == outcome).count(), written.size());
    }

    private static String text(Share share) {
        return String.format(
                Locale.ROOT, "%.0f [%.0f, %.0f]", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }
}

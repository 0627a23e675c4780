package org.lemmalab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.lemmalab.experiment.SelfCorrectionStudy;
import org.lemmalab.experiment.WrittenTrajectory;
import org.lemmalab.experiment.WrittenTrajectory.Outcome;
import org.lemmalab.mistake.Share;
import org.lemmalab.reflection.Triplet;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables, a figure and trajectories of a {@link SelfCorrectionStudy}. */
public final class SelfCorrectionReport {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

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
        return new Figure(
                "outcomes", "What came of held-out problems, before and after fine-tuning on triplets.", chart);
    }

    /**
     * @param model its name
     * @param number how many at most
     * @return what it wrote where most is to be seen: corrections of itself that came out right first, then others with a reflection
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
        TrajectoryView view = TripletViews.ofOutput(model, written.problem().question(), written.text());
        List<String> badges = new ArrayList<>(view.badges());
        badges.add(written.outcome().title());
        return new TrajectoryView(
                view.title(),
                view.question(),
                badges,
                view.parts(),
                Optional.of("right answer: " + written.problem().goldAnswer()));
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
        Map<String, Table> tables = Map.of("outcomes", outcomes(), "trajectory", caseTable(last));
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

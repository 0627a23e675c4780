package org.lemmalab.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.experiment.ConnectionStudy;
import org.lemmalab.experiment.LinkScore;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables and figures of {@link ConnectionStudy}; every likelihood carries its 95 % interval. */
public final class ConnectionReport {
    private static final int FEWEST = 5;

    private final ConnectionStudy.Result result;

    /**
     * @param result what the study measured
     */
    public ConnectionReport(ConnectionStudy.Result result) {
        this.result = result;
    }

    /**
     * @param triplets one for each error type
     * @return the wrong step, the link and the corrected step side by side
     */
    public static Table links(List<Triplet> triplets) {
        return Table.create("A smooth link for each error type (samples)")
                .addColumns(
                        StringColumn.create(
                                "error type",
                                triplets.stream()
                                        .map(each -> each.attempt().type().title())),
                        StringColumn.create(
                                "first wrong step",
                                triplets.stream()
                                        .map(each -> each.attempt().wrongStep().text())),
                        StringColumn.create(
                                "link",
                                triplets.stream().map(each -> each.reflection().text())),
                        StringColumn.create(
                                "corrected step",
                                triplets.stream()
                                        .map(each -> each.correction().steps().get(0))));
    }

    /**
     * @return what each stage made, refused and removed, and why
     */
    public Table stages() {
        StringColumn stage = StringColumn.create("stage");
        StringColumn what = StringColumn.create("what");
        LongColumn count = LongColumn.create("count");
        for (Stage each : Stage.values()) {
            result.counts().forEach((name, number) -> {
                if (Stage.of(name) == each) {
                    stage.append(each.title);
                    what.append(name);
                    count.append(number);
                }
            });
        }
        return Table.create("From problems to triplets (" + result.set() + ")", stage, what, count);
    }

    /** The stages in their order; a count belongs to the first whose words its name begins with. */
    private enum Stage {
        PROBLEMS("1 problems", "problem", "lines"),
        ERRORS("2 errors", "attempts", "error"),
        CORRECTIONS("3 corrections and links", "fix_and", "fresh_and", "link"),
        FILTERS("4 filters", "removed"),
        KEPT("5 kept");

        private final String title;
        private final List<String> words;

        Stage(String title, String... words) {
            this.title = title;
            this.words = List.of(words);
        }

        static Stage of(String name) {
            return Arrays.stream(values())
                    .filter(stage -> stage.words.stream().anyMatch(name::startsWith))
                    .findFirst()
                    .orElse(KEPT);
        }
    }

    /**
     * @return for each strategy how many triplets there are and how long they are, in words
     */
    public Table lengths() {
        List<Strategy> strategies = List.of(Strategy.values());
        return Table.create("Triplets by strategy, mean words (" + result.set() + ")")
                .addColumns(
                        StringColumn.create("strategy", strategies.stream().map(ConnectionReport::title)),
                        LongColumn.create(
                                "triplets",
                                strategies.stream()
                                        .mapToLong(each -> of(each).size())
                                        .toArray()),
                        words("error", strategies, ConnectionReport::errorWords),
                        words(
                                "link",
                                strategies,
                                each -> words(each.reflection().text())),
                        words("correction", strategies, ConnectionReport::correctionWords),
                        words(
                                "whole text",
                                strategies,
                                each -> words(each.revision().text())));
    }

    /**
     * @return who scored, what, and what its likelihoods are worth
     */
    public String student() {
        String who = result.scores().student() + ", " + result.scores().errors() + " errors in made word problems. ";
        return who
                + (result.scores().trained()
                        ? "It was taught right solutions and has never read a link."
                        : "Its parameters are random: its likelihoods say nothing, they only show that the measurement runs.");
    }

    /**
     * @return for each connection the student's mean negative log-likelihoods and how far they lie from the abrupt one's
     */
    public Table likelihoods() {
        List<ConnectionStyle> styles = List.of(ConnectionStyle.values());
        return Table.create("How natural each connection is to "
                        + result.scores().student() + ", " + result.scores().errors()
                        + " errors (nats a token, lower is more natural) [95 % interval]")
                .addColumns(
                        StringColumn.create("connection", styles.stream().map(ConnectionReport::title)),
                        means("link and corrected step", styles, LinkScore::linkAndStep),
                        means("corrected step alone", styles, LinkScore::step),
                        StringColumn.create(
                                "corrected step, minus abrupt",
                                styles.stream()
                                        .map(style -> style == ConnectionStyle.ABRUPT
                                                ? "–"
                                                : nats(result.scores()
                                                        .aboveAbrupt(style, Optional.empty(), LinkScore::step)))));
    }

    /**
     * @return for each error type with enough errors how far the corrected step's likelihood lies from that after no link
     */
    public Table likelihoodsByType() {
        List<ErrorType> types = types();
        Table table = Table.create("Corrected step, minus abrupt, by error type (nats a token) [95 % interval]")
                .addColumns(
                        StringColumn.create("error type", types.stream().map(ErrorType::title)),
                        LongColumn.create(
                                "errors",
                                types.stream()
                                        .mapToLong(result.scores()::errors)
                                        .toArray()));
        linked().forEach(style -> table.addColumns(StringColumn.create(
                title(style),
                types.stream()
                        .map(type -> nats(result.scores().aboveAbrupt(style, Optional.of(type), LinkScore::step))))));
        return table;
    }

    /**
     * @return kept triplets by error type, a bar for each strategy
     */
    public Figure tripletFigure() {
        return ConnectionFigures.triplets(result.triplets(), result.set());
    }

    /**
     * @return the student's negative log-likelihoods by connection
     */
    public Figure likelihoodFigure() {
        return ConnectionFigures.likelihoods(result.scores());
    }

    /**
     * @return the difference that each link makes to the corrected step, by error type
     */
    public Figure likelihoodByTypeFigure() {
        return ConnectionFigures.byType(result.scores(), types(), linked());
    }

    /**
     * Keeps all tables and figures with their provenance.
     *
     * @param folder the folder, made if missing
     * @return the files written
     */
    public List<Path> write(Path folder) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("stages", stages());
        tables.put("lengths", lengths());
        tables.put("likelihoods", likelihoods());
        tables.put("likelihoods-by-type", likelihoodsByType());
        return RunRecord.write(
                folder,
                tables,
                List.of(tripletFigure(), likelihoodFigure(), likelihoodByTypeFigure()),
                result.provenance());
    }

    /** Types with enough errors for an interval. */
    private List<ErrorType> types() {
        return result.scores().types().stream()
                .filter(type -> result.scores().errors(type) >= FEWEST)
                .toList();
    }

    private static List<ConnectionStyle> linked() {
        return Arrays.stream(ConnectionStyle.values())
                .filter(style -> style != ConnectionStyle.ABRUPT)
                .toList();
    }

    private List<Triplet> of(Strategy strategy) {
        return result.triplets().stream()
                .filter(each -> each.correction().strategy() == strategy)
                .toList();
    }

    private static int errorWords(Triplet triplet) {
        return triplet.attempt().steps().stream()
                .mapToInt(step -> words(step.text()))
                .sum();
    }

    private static int correctionWords(Triplet triplet) {
        return triplet.correction().steps().stream()
                .mapToInt(ConnectionReport::words)
                .sum();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private StringColumn words(String name, List<Strategy> strategies, ToDoubleFunction<Triplet> length) {
        return StringColumn.create(
                name,
                strategies.stream()
                        .map(each ->
                                of(each).stream().mapToDouble(length).average().orElse(0))
                        .map(mean -> String.format(Locale.ROOT, "%.1f", mean)));
    }

    private StringColumn means(String name, List<ConnectionStyle> styles, ToDoubleFunction<LinkScore> measure) {
        return StringColumn.create(
                name, styles.stream().map(style -> nats(result.scores().mean(style, measure))));
    }

    static String title(ConnectionStyle style) {
        return style.label().replace('_', '-');
    }

    static String title(Strategy strategy) {
        return strategy == Strategy.FIX_AND_CONTINUE ? "Fix & Continue" : "Fresh & Restart";
    }

    private static String nats(Interval interval) {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", interval.estimate(), interval.low(), interval.high());
    }
}

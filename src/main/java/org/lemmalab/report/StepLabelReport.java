package org.lemmalab.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.CategoryChart;
import org.lemmalab.experiment.StepLabelStudy;
import org.lemmalab.mistake.Share;
import org.lemmalab.mistake.StepGuess;
import org.lemmalab.mistake.StepScore;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables and the reliability figure of {@link StepLabelStudy}. */
public final class StepLabelReport {
    private final StepLabelStudy.Result result;

    /**
     * @param result what the study measured
     */
    public StepLabelReport(StepLabelStudy.Result result) {
        this.result = result;
    }

    /**
     * @return for each set what is found with everything asserted, beside trivial guesses, and ProcessBench's F1
     */
    public Table found() {
        StringColumn set = StringColumn.create("labelled set");
        LongColumn wrong = LongColumn.create("wrong");
        StringColumn steps = StringColumn.create("steps found (%) [95 % interval]");
        StringColumn first = StringColumn.create(StepGuess.FIRST.title() + " (%)");
        StringColumn different = StringColumn.create(StepGuess.DIFFERENT_LINE.title() + " (%)");
        StringColumn right = StringColumn.create("right called right (%)");
        StringColumn f1 = StringColumn.create("F1");
        for (StepLabelStudy.SetScore each : result.sets()) {
            StepScore score = each.score();
            set.append(each.set());
            wrong.append(score.wrongRows());
            steps.append(
                    score.wrongRows() == 0
                            ? "-"
                            : ErrorTypeReport.percent(new Share(score.foundAsserted(), score.wrongRows())));
            first.append(percent(each.guesses().get(StepGuess.FIRST)));
            different.append(percent(each.guesses().get(StepGuess.DIFFERENT_LINE)));
            right.append(score.rightRows() == 0 ? "-" : percent(score.rightAccuracy()));
            f1.append(score.rightRows() == 0 ? "-" : percent(score.f1Asserted()));
        }
        return Table.create(
                "First wrong steps found, a step named in every attempt with a wrong answer",
                set,
                wrong,
                steps,
                first,
                different,
                right,
                f1);
    }

    /**
     * @return for each set how many verdicts the default leaves undecided, and how often a "wrong" is at the labelled step
     */
    public Table decided() {
        StringColumn set = StringColumn.create("labelled set");
        StringColumn coverage = StringColumn.create("decided (%)");
        LongColumn wrong = LongColumn.create("called wrong");
        StringColumn precision = StringColumn.create("at the labelled step (%) [95 % interval]");
        for (StepLabelStudy.SetScore each : result.sets()) {
            set.append(each.set());
            coverage.append(percent(each.score().coverage()));
            wrong.append(each.score().wrong().map(Share::total).orElse(0L));
            precision.append(each.score().wrong().map(ErrorTypeReport::percent).orElse("-"));
        }
        return Table.create("At the default confidence", set, coverage, wrong, precision);
    }

    /**
     * @return for each kind of evidence how often a "wrong" that rests on it is at the labelled step, over all sets
     */
    public Table evidence() {
        StringColumn kind = StringColumn.create("evidence");
        LongColumn wrong = LongColumn.create("called wrong");
        StringColumn precision = StringColumn.create("at the labelled step (%) [95 % interval]");
        result.sets().stream()
                .map(StepLabelStudy.SetScore::score)
                .reduce(StepScore::plus)
                .ifPresent(all -> all.byKind().forEach((evidence, share) -> {
                    kind.append(evidence.label());
                    wrong.append(share.total());
                    precision.append(ErrorTypeReport.percent(share));
                }));
        return Table.create("What the verdicts rest on, at the default confidence", kind, wrong, precision);
    }

    /**
     * @return confidence against the share of steps that are exactly the labelled ones
     */
    public Figure reliability() {
        CategoryChart chart = ErrorTypeFigures.bars(
                "Does the confidence mean what it says?", "confidence", "at the labelled step (%)");
        chart.getStyler().setXAxisLabelRotation(0);
        chart.getStyler().setYAxisMax(100.0);
        List<String> names = result.reliability().stream()
                .map(bin -> String.format(
                        Locale.ROOT,
                        "%.1f to %.1f (%d)",
                        bin.from(),
                        bin.to(),
                        bin.right().total()))
                .toList();
        ErrorTypeFigures.addShares(
                chart,
                "labelled step named",
                names,
                result.reliability().stream().map(StepLabelStudy.Bin::right).toList());
        chart.addSeries(
                "mean confidence",
                names,
                result.reliability().stream().map(bin -> 100 * bin.mean()).toList());
        return new Figure(
                "reliability",
                "Steps named with a confidence in a range (in brackets how many), the share that are exactly the labelled ones with its"
                        + " 95 % interval, and beside it the mean confidence.",
                chart);
    }

    /**
     * Keeps tables and figure with their provenance.
     *
     * @param folder the folder, made if missing
     * @return the files written
     */
    public List<Path> write(Path folder) {
        return RunRecord.write(
                folder,
                new TreeMap<>(Map.of("found", found(), "decided", decided(), "evidence", evidence())),
                List.of(reliability()),
                result.provenance());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}

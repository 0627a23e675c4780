package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.GradingSettings;
import org.lemmalab.grading.PercentReading;
import org.lemmalab.grading.UnitPolicy;
import org.lemmalab.io.FieldPath;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.solution.AnswerExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab grade FILE}: a verdict for each line, then how many of each kind. */
@Command(
        name = "grade",
        description = {
            "Grade predictions against gold answers, line by line.",
            "Every line keeps its fields; the verdict, its rule and both normal forms are added after them."
        },
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "JSON Lines or one JSON array, gzipped or not; - for standard input."
                    + " Each object has a prediction and a gold answer.")
    private Path file;

    @Option(
            names = "--gold-field",
            defaultValue = "gold",
            description = "Field of the gold answer, or of an array of them of which each is right (default: gold).")
    private String goldField;

    @Option(
            names = "--prediction-field",
            defaultValue = "prediction",
            description = "Field of the prediction, or of an array of samples (default: prediction)."
                    + " Nested fields are joined by dots: choices.0.message.content; -1 is the last, * every element.")
    private String predictionField;

    @Option(names = "--extract", description = "The prediction is a whole text: find its final answer first.")
    private boolean extract;

    @Option(names = "--extract-gold", description = "The gold field is a whole solution: find its final answer first.")
    private boolean extractGold;

    @Option(
            names = "--strict",
            description = "With --extract: explicitly marked answers only, never the last formula or number.")
    private boolean strict;

    @Option(
            names = "--percent",
            defaultValue = "unit",
            description = "25%% is 25 (unit) or 1/4 (hundredth); default: ${DEFAULT-VALUE}.")
    private String percent;

    @Option(
            names = "--units",
            defaultValue = "convert",
            paramLabel = "POLICY",
            description = "keep: 5 km is neither 5000 m nor 5; convert: it is both; ignore: only the values count"
                    + " (default: ${DEFAULT-VALUE}).")
    private String units;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "Largest relative difference from the gold answer that counts as equal; 0: none"
                    + " (default: none from an exact gold answer, its rounding from one with decimals).")
    private Double tolerance;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the verdicts go, gzipped if the name ends with .gz; - for standard output"
                    + " (default: FILE.graded.jsonl, for standard input -).")
    private Path out;

    @Option(names = "--keep-going", description = "Exit with 0 even if lines were rejected.")
    private boolean keepGoing;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (strict && !extract) {
            throw new LabException("--strict: expected --extract too; without it the prediction is the answer itself,"
                    + " and there is nothing to look for");
        }
        GradeFiles files = GradeFiles.of(file, out);
        GradeRun run = new GradeRun(files, grader());
        RejectedLines rejected = run.run();
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter console = files.target().isPresent() ? spec.commandLine().getOut() : err;
        run.summary().report().forEach(console::println);
        files.target().ifPresent(target -> console.println("verdicts: " + target));
        console.flush();
        return RejectedReport.tell(rejected, keepGoing, err);
    }

    private RowGrader grader() {
        GradingSettings settings =
                GradingSettings.standard().withPercent(percentReading()).withUnits(unitPolicy());
        if (tolerance != null) {
            settings = settings.withRelativeTolerance(tolerance);
        }
        AnswerExtractor extractor = strict ? AnswerExtractor.strict() : AnswerExtractor.standard();
        return new RowGrader(
                new FieldPath(predictionField),
                new FieldPath(goldField),
                new LineGrader(Grader.with(settings), extractor, extract, extractGold),
                new GradeColumns(extract, extractGold));
    }

    private UnitPolicy unitPolicy() {
        return switch (units.toLowerCase(Locale.ROOT)) {
            case "keep" -> UnitPolicy.KEEP;
            case "convert" -> UnitPolicy.CONVERT;
            case "ignore" -> UnitPolicy.IGNORE;
            default -> throw new LabException("--units: expected keep, convert or ignore, found '" + units + "'");
        };
    }

    private PercentReading percentReading() {
        return switch (percent.toLowerCase(Locale.ROOT)) {
            case "unit" -> PercentReading.UNIT;
            case "hundredth" -> PercentReading.HUNDREDTH;
            default -> throw new LabException("--percent: expected unit or hundredth, found '" + percent + "'");
        };
    }
}

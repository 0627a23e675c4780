package org.lemmalab.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.GradingSettings;
import org.lemmalab.grading.PercentReading;
import org.lemmalab.grading.Verdict;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.solution.AnswerExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab grade FILE.jsonl}: a verdict for each line, then how many of each kind. */
@Command(
        name = "grade",
        description = "Grade predictions against gold answers, line by line.",
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE.jsonl",
            description = "One object a line, with prediction and gold answer.")
    private Path file;

    @Option(names = "--gold-field", defaultValue = "gold", description = "Field of the gold answer (default: gold).")
    private String goldField;

    @Option(
            names = "--prediction-field",
            defaultValue = "prediction",
            description = "Field of the prediction (default: prediction).")
    private String predictionField;

    @Option(names = "--extract", description = "The prediction is a whole text: find its final answer first.")
    private boolean extract;

    @Option(names = "--extract-gold", description = "The gold field is a whole solution: find its final answer first.")
    private boolean extractGold;

    @Option(
            names = "--strict",
            description = "Extract explicitly marked answers only, never the last formula or number.")
    private boolean strict;

    @Option(
            names = "--percent",
            defaultValue = "unit",
            description = "25%% is 25 (unit) or 1/4 (hundredth); default: ${DEFAULT-VALUE}.")
    private String percent;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the verdicts go (default: FILE.graded.jsonl).")
    private Path out;

    @Option(names = "--keep-going", description = "Exit with 0 even if lines were rejected.")
    private boolean keepGoing;

    @Spec
    private CommandSpec spec;

    private final Map<GradedLine.Outcome, Long> counts = new EnumMap<>(GradedLine.Outcome.class);

    @Override
    public Integer call() {
        Grader grader = Grader.with(GradingSettings.standard().withPercent(percentReading()));
        Path target = out != null ? out : file.resolveSibling(stem(file) + ".graded.jsonl");
        if (target.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new LabException(target + ": expected another file for the verdicts than the one that is read");
        }
        try (RejectedLines rejected = RejectedLines.beside(target)) {
            try (TaskProgress progress =
                    TaskProgress.of("grade", JsonLines.countLines(file), TerminalProgress.onStandardError())) {
                grade(grader, target, rejected, progress);
                progress.complete();
            }
            report(target);
            return RejectedReport.tell(rejected, keepGoing, spec.commandLine().getErr());
        }
    }

    private void grade(Grader grader, Path target, RejectedLines rejected, TaskProgress progress) {
        if (!Files.isReadable(file)) {
            throw new LabException(file + ": no such file, or it cannot be read");
        }
        AnswerExtractor extractor = strict ? AnswerExtractor.strict() : AnswerExtractor.standard();
        try (BufferedWriter writer = Files.newBufferedWriter(target)) {
            JsonLines.forEach(
                    file,
                    line -> GradedLine.read(line, predictionField, goldField),
                    line -> {
                        write(writer, target, grade(line, grader, extractor));
                        progress.step();
                    },
                    rejected);
        } catch (IOException e) {
            throw new LabException(target + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private String grade(GradedLine line, Grader grader, AnswerExtractor extractor) {
        String gold = extractGold ? extractor.extract(line.gold()).answer().orElse(line.gold()) : line.gold();
        Optional<String> answer =
                extract ? extractor.extract(line.prediction()).answer() : Optional.of(line.prediction());
        Optional<Verdict> verdict = answer.map(prediction -> grader.grade(prediction, gold));
        counts.merge(GradedLine.outcome(verdict), 1L, Long::sum);
        return Json.line(line.result(answer, gold, verdict));
    }

    private static void write(BufferedWriter writer, Path target, String line) {
        try {
            writer.write(line);
            writer.newLine();
        } catch (IOException e) {
            throw new LabException(target + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private PercentReading percentReading() {
        return switch (percent.toLowerCase(Locale.ROOT)) {
            case "unit" -> PercentReading.UNIT;
            case "hundredth" -> PercentReading.HUNDREDTH;
            default -> throw new LabException("--percent: expected unit or hundredth, found '" + percent + "'");
        };
    }

    private static String stem(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".jsonl") ? name.substring(0, name.length() - ".jsonl".length()) : name;
    }

    private void report(Path target) {
        PrintWriter console = spec.commandLine().getOut();
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        TextTable table = new TextTable("verdict", "lines", "share");
        for (GradedLine.Outcome outcome : GradedLine.Outcome.values()) {
            long count = counts.getOrDefault(outcome, 0L);
            String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            table.add(name, count, String.format(Locale.ROOT, "%.2f%%", 100.0 * count / Math.max(1, total)));
        }
        table.lines().forEach(console::println);
        console.println("verdicts: " + target);
        console.flush();
    }
}

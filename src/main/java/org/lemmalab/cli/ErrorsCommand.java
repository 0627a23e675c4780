package org.lemmalab.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.AnalysisRunner;
import org.lemmalab.mistake.ErrorDistribution;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.report.ErrorSummary;
import org.lemmalab.report.TableView;
import org.lemmalab.solution.Attempts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lab errors}: attempts in, attempts with verdict, first wrong step and error type out. */
@Command(
        name = "errors",
        description = {
            "Find the first wrong step of each attempt and its error type.",
            "Attempts: one JSON object a line with id, problem_id, model, solution and, where known, is_correct;"
                    + " or GSM8K's published model solutions, which carry their gold solutions."
        },
        mixinStandardHelpOptions = true)
final class ErrorsCommand implements Callable<Integer> {
    @Option(names = "--solutions", paramLabel = "FILE", required = true, description = "The attempts (JSON Lines).")
    private Path solutions;

    @Option(
            names = "--gold",
            paramLabel = "FILE",
            description = "The problems: id, question, answer (GSM8K style), one JSON object a line.")
    private Path gold;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the labelled attempts go.")
    private Path out;

    @Option(names = "--keep-going", description = "Exit with status 0 even if lines were rejected.")
    private boolean keepGoing;

    @Override
    public Integer call() {
        try (RejectedLines rejected = RejectedLines.beside(out)) {
            AnalysisRunner.Source source = source(rejected);
            ErrorDistribution distribution = label(source);
            System.out.print(new TableView(ErrorSummary.table(distribution)).text());
            System.out.println("labelled attempts: " + out);
            return RejectedReport.tell(rejected, keepGoing, new PrintWriter(System.err, true));
        }
    }

    private AnalysisRunner.Source source(RejectedLines rejected) {
        if (gold == null) {
            return sink -> Attempts.gsm8kExamples(solutions, sink, rejected);
        }
        ProblemSet problems = ProblemSet.read(gold, rejected);
        return sink -> Attempts.read(solutions, problems, sink, rejected);
    }

    private ErrorDistribution label(AnalysisRunner.Source source) {
        long total = JsonLines.countLines(solutions) * (gold == null ? Attempts.GSM8K_EXAMPLE_MODELS.size() : 1);
        ErrorDistribution distribution = new ErrorDistribution();
        try (BufferedWriter writer = Files.newBufferedWriter(out);
                TaskProgress progress = TaskProgress.of("errors", total, TerminalProgress.onStandardError())) {
            Consumer<LabelledAttempt> output = labelled -> {
                write(writer, labelled);
                distribution.add(labelled);
            };
            AnalysisRunner.onAllCores(new ProgramAnalyst()).run(source, output, progress::at);
            progress.complete();
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(out + ": cannot be written: " + e.getMessage(), e);
        }
        return distribution;
    }

    private static void write(BufferedWriter writer, LabelledAttempt labelled) {
        try {
            writer.write(Json.line(labelled.json()));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

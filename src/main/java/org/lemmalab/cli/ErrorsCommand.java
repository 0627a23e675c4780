package org.lemmalab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.AnalysisRunner;
import org.lemmalab.mistake.ErrorDistribution;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.report.ErrorSummary;
import org.lemmalab.report.TableView;
import org.lemmalab.solution.Attempts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lab errors}: attempts in, attempts with verdict, first wrong step and error type out. */
@Command(
        name = "errors",
        description = {
            "Find the first wrong step of each attempt and its error type.",
            "Attempts: one JSON object a line with id, problem_id, model, solution and, where known, is_correct;"
                    + " or GSM8K's published model solutions, which carry their gold solutions.",
            "The teacher is a program, or a model that is asked (--teacher prompted with --url or --checkpoint). A reply that"
                    + " cannot be used is no verdict: the attempt is undecided, and the reasons are counted."
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

    @Option(
            names = "--by",
            defaultValue = "MODEL",
            description = "The columns of the summary: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Group group;

    @Mixin
    private TeacherOptions teacher;

    /** What attempts are summed up by. */
    enum Group {
        MODEL,
        TEMPERATURE
    }

    @Override
    public Integer call() {
        try (RejectedLines rejected = RejectedLines.beside(out);
                TeacherOptions.Open open = teacher.open()) {
            AnalysisRunner.Source source = source(rejected);
            CountingAnalyst analyst = new CountingAnalyst(open.analyst());
            ErrorDistribution distribution = label(source, new AnalysisRunner(analyst, open.workers()), open.origin());
            System.out.print(new TableView(ErrorSummary.table(distribution)).text());
            System.out.println("labelled attempts: " + out);
            analyst.lines(open.name()).forEach(System.out::println);
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

    private ErrorDistribution label(AnalysisRunner.Source source, AnalysisRunner runner, Map<String, String> origin) {
        long total = JsonLines.countLines(solutions) * (gold == null ? Attempts.GSM8K_EXAMPLE_MODELS.size() : 1);
        ErrorDistribution distribution =
                group == Group.MODEL ? new ErrorDistribution() : ErrorDistribution.byTemperature();
        try (BufferedWriter writer = Files.newBufferedWriter(out);
                TaskProgress progress = TaskProgress.of("errors", total, TerminalProgress.onStandardError())) {
            Consumer<LabelledAttempt> output = labelled -> {
                write(writer, labelled, origin);
                distribution.add(labelled);
            };
            runner.run(source, output, progress::at);
            progress.complete();
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(out + ": cannot be written: " + e.getMessage(), e);
        }
        return distribution;
    }

    private static void write(BufferedWriter writer, LabelledAttempt labelled, Map<String, String> origin) {
        try {
            ObjectNode line = labelled.json();
            origin.forEach(line::put);
            writer.write(Json.line(line));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.lemmalab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.LineOutput;
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
import org.lemmalab.solution.ProblemForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lab errors}: attempts in, attempts with verdict, first wrong step and error type out. */
@Command(
        name = "errors",
        description = {
            "Find the first wrong step of each attempt and its error type.",
            "Attempts: objects with id, problem_id, model and solution, or steps as they are to be counted, and, where known,"
                    + " is_correct; or ProcessBench's, which are joined with the problems by their question. Without --gold:"
                    + " attempts that carry their problems, among them GSM8K's published model solutions.",
            "Files: JSON Lines or one JSON array, gzipped or not.",
            "The teacher is a program, or a model that is asked (--teacher prompted with --url or --checkpoint). A reply that"
                    + " cannot be used is no verdict: the attempt is undecided, and the reasons are counted."
        },
        mixinStandardHelpOptions = true)
final class ErrorsCommand implements Callable<Integer> {
    @Option(names = "--solutions", paramLabel = "FILE", required = true, description = "The attempts.")
    private Path solutions;

    @Option(
            names = "--gold",
            paramLabel = "FILE",
            description =
                    "The problems: id, question, answer (GSM8K style, or with solution), or MATH's problem and solution.")
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
        LineOutput.refuseInputs(out, inputs());
        try (RejectedLines rejected = RejectedLines.beside(out);
                TeacherOptions.Open open = teacher.open()) {
            AnalysisRunner.Source source = source(rejected);
            CountingAnalyst analyst = new CountingAnalyst(open.analyst());
            ErrorsSummary summary = new ErrorsSummary();
            ErrorDistribution distribution =
                    label(source, new AnalysisRunner(analyst, open.workers()), open.origin(), summary);
            System.out.print(new TableView(ErrorSummary.table(distribution)).text());
            summary.lines().forEach(System.out::println);
            System.out.println("labelled attempts: " + out);
            analyst.lines(open.name()).forEach(System.out::println);
            int status = RejectedReport.tell(rejected, keepGoing, new PrintWriter(System.err, true));
            if (analyst.isUseless()) {
                System.err.println("none of the teacher's replies was a verdict; every attempt is undecided");
                return 1;
            }
            return status;
        }
    }

    private Path[] inputs() {
        return gold == null ? new Path[] {solutions} : new Path[] {solutions, gold};
    }

    private AnalysisRunner.Source source(RejectedLines rejected) {
        if (gold == null) {
            return sink -> Attempts.withProblems(solutions, sink, rejected);
        }
        ProblemSet problems = ProblemForms.read(gold, rejected);
        return sink -> Attempts.read(solutions, problems, sink, rejected);
    }

    private ErrorDistribution label(
            AnalysisRunner.Source source, AnalysisRunner runner, Map<String, String> origin, ErrorsSummary summary) {
        long total = JsonLines.countLines(solutions) * (gold == null ? Attempts.inFirst(solutions) : 1);
        ErrorDistribution distribution =
                group == Group.MODEL ? new ErrorDistribution() : ErrorDistribution.byTemperature();
        try (LineOutput output = LineOutput.to(out).keepingParts();
                TaskProgress progress = TaskProgress.of("errors", total, TerminalProgress.onStandardError())) {
            Consumer<LabelledAttempt> taken = labelled -> {
                ObjectNode line = labelled.json();
                origin.forEach(line::put);
                output.add(line);
                distribution.add(labelled);
                summary.add(labelled);
            };
            runner.run(source, taken, progress::at);
            output.finish();
            progress.complete();
        } catch (LabException e) {
            System.err.println("labelled before that: " + LineOutput.partOf(out));
            throw e;
        }
        return distribution;
    }
}

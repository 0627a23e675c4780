package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.experiment.study.Study;
import org.lemmalab.experiment.study.StudyHelper;
import org.lemmalab.experiment.study.StudyRun;
import org.lemmalab.io.LabException;
import org.lemmalab.report.study.StudyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab study --student DIR --out DIR}: the paper's experiments. */
@Command(
        name = "study",
        description = {
            "Run the paper's experiments: sample a student, make triplets and corpora, fine-tune it by every recipe, ask all.",
            "What is made stays in the folder; the same call goes on with a run that was stopped (Ctrl-C)."
        },
        mixinStandardHelpOptions = true,
        subcommands = StudyCommand.Render.class)
final class StudyCommand implements Callable<Integer> {
    @Mixin
    private StudyOptions options;

    @Option(
            names = "--experiments",
            defaultValue = "all",
            paramLabel = "IDS",
            description = "all, or ids with commas between, for example T2,F5 (${DEFAULT-VALUE}).")
    private String experiments;

    @Option(names = "--yes", description = "Begin without a question.")
    private boolean yes;

    @Option(
            names = "--workers",
            defaultValue = "1",
            description = "Processes that share the work, and the cores; for students of a few million parameters as"
                    + " many as there are cores (${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--helper", hidden = true, description = "Only fill the store, beside another process.")
    private boolean helper;

    @Option(names = "--prune", description = "At the end, remove the tuned students; their answers stay.")
    private boolean prune;

    @Spec
    private CommandSpec spec;

    /** Tables of what an earlier run found. */
    @Command(
            name = "render",
            description = "Show what a study found again, without running anything.",
            mixinStandardHelpOptions = true)
    static final class Render implements Callable<Integer> {
        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The study's folder.")
        private Path out;

        @Option(
                names = "--figures",
                paramLabel = "DIR",
                description =
                        "Also write tables, figures and the outcomes themselves there, beside the paper's numbers.")
        private Optional<Path> figures;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter console = spec.commandLine().getOut();
            StudyRun.read(out).forEach(outcome -> OutcomeText.print(outcome, console));
            figures.ifPresent(folder -> {
                int written = StudyReport.open(out).write(folder).size();
                tell(console, written + " files: " + folder);
            });
            console.flush();
            return 0;
        }
    }

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        if (workers < 1) {
            throw new LabException("--workers: expected a number from 1, found " + workers);
        }
        try (Study study = options.study(what -> tell(console, what))) {
            if (helper) {
                ProcessHandle.current().parent().ifPresent(StudyHelpers::endWith);
                new StudyHelper(study, experiments).run();
                return 0;
            }
            StudyRun run = new StudyRun(study, experiments, options.out());
            tell(console, run.plan().text());
            if (!yes && !isWanted()) {
                return 1;
            }
            List<String> given = spec.commandLine().getParseResult().originalArgs();
            // As a command of lab its own name is among them.
            int own = spec.parent() == null ? 0 : given.indexOf(spec.name()) + 1;
            List<String> arguments = given.subList(own, given.size());
            StudyHelpers.beside(
                    () -> run.run(outcome -> OutcomeText.print(outcome, console)), workers, arguments, options.out());
            if (prune) {
                study.prune();
            }
            tell(console, "study: " + options.out());
        }
        return 0;
    }

    private static void tell(PrintWriter console, String what) {
        console.println(what);
        console.flush();
    }

    /** Asked on a terminal only. */
    private boolean isWanted() {
        if (System.console() == null) {
            return true;
        }
        String answer = System.console().readLine("Begin? [Y/n] ");
        return answer == null
                || answer.isBlank()
                || answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}

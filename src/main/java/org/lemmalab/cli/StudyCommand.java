package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.experiment.study.BaseStudent;
import org.lemmalab.experiment.study.Contrast;
import org.lemmalab.experiment.study.MadeProblems;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.experiment.study.Study;
import org.lemmalab.experiment.study.StudyBudget;
import org.lemmalab.experiment.study.StudyRun;
import org.lemmalab.experiment.study.StudyStore;
import org.lemmalab.experiment.study.StudyTeachers;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.ProgramInjector;
import org.lemmalab.problem.wordproblem.Split;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.plan.PlanTeacher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab study --student DIR --out DIR}: the paper's experiments. */
@Command(
        name = "study",
        description = {
            "Run the paper's experiments: sample a student, make triplets and corpora, fine-tune it by every recipe, ask them all.",
            "What is made stays in the folder; the same call goes on with a run that was stopped (Ctrl-C)."
        },
        mixinStandardHelpOptions = true,
        subcommands = StudyCommand.Render.class)
final class StudyCommand implements Callable<Integer> {
    @Option(
            names = "--student",
            paramLabel = "DIR",
            description = "The student's checkpoint folder; several may be named.")
    private List<Path> students = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "The study's folder.")
    private Path out;

    @Option(names = "--budget", defaultValue = "quick", description = "quick, standard or full (${DEFAULT-VALUE}).")
    private String budget;

    @Option(
            names = "--experiments",
            defaultValue = "all",
            paramLabel = "IDS",
            description = "all, or ids with commas between, for example T2,F5 (${DEFAULT-VALUE}).")
    private String experiments;

    @Option(names = "--seeds", description = "Runs of the main methods (default: the budget's).")
    private Integer seeds;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "test to report, development to choose settings by (${DEFAULT-VALUE}).")
    private String split;

    @Option(names = "--yes", description = "Begin without a look at the estimate.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    /** Tables of what an earlier run found. */
    @Command(name = "render", description = "Print the tables of a study again, without running anything.")
    static final class Render implements Callable<Integer> {
        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The study's folder.")
        private Path out;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter console = spec.commandLine().getOut();
            StudyRun.read(out).forEach(outcome -> print(outcome, console));
            console.flush();
            return 0;
        }
    }

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        if (students.isEmpty() || out == null) {
            throw new LabException("lab study: --student and --out are missing");
        }
        try (Study study = study(console)) {
            StudyRun run = new StudyRun(study, experiments, out);
            console.println(run.plan().text());
            if (!yes && !isWanted()) {
                return 1;
            }
            run.run().forEach(outcome -> print(outcome, console));
            console.println("study: " + out);
            console.flush();
        }
        return 0;
    }

    private Study study(PrintWriter console) {
        StudyBudget size = StudyBudget.named(budget);
        List<BaseStudent> bases = new ArrayList<>();
        students.forEach(folder -> bases.add(BaseStudent.of(folder)));
        return new Study(
                bases,
                new MadeProblems(Split.valueOf(split.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(seeds).map(size::withSeeds).orElse(size),
                teachers(),
                new StudyStore(out.resolve("store")),
                what -> {
                    console.println(what);
                    console.flush();
                });
    }

    /** The program without an exact reading of relations is the teacher compared with. */
    private static StudyTeachers teachers() {
        return new StudyTeachers(
                PlanTeacher.standard(),
                Optional.of(new ProgramTeacher(new ProgramAnalyst(), new ProgramInjector())),
                Runtime.getRuntime().availableProcessors());
    }

    /** Asked on a terminal only. */
    private boolean isWanted() {
        if (System.console() == null) {
            return true;
        }
        String answer = System.console().readLine("Begin? [Y/n] ");
        return answer == null
                || answer.isBlank()
                || answer.toLowerCase(Locale.ROOT).startsWith("y");
    }

    private static void print(Outcome outcome, PrintWriter console) {
        console.println("\n" + outcome.experiment() + " " + outcome.title() + " (" + outcome.scale() + ", "
                + outcome.budget() + ")");
        TextTable table = new TextTable("student", "method", "set", "metric", "value", "95 %", "count", "seeds");
        for (Measure each : outcome.measures()) {
            String interval = percent(each.low()) + " - " + percent(each.high());
            table.add(
                    each.base(),
                    each.method(),
                    each.set(),
                    each.metric(),
                    percent(each.value()),
                    interval,
                    each.count(),
                    each.seeds());
        }
        table.lines().forEach(console::println);
        TextTable contrasts = new TextTable("method", "against", "set", "metric", "difference", "95 %", "adjusted p");
        for (Contrast each : outcome.contrasts()) {
            String interval = percent(each.low()) + " - " + percent(each.high());
            String p = String.format(Locale.ROOT, "%.3f", each.adjusted());
            contrasts.add(
                    each.method(), each.against(), each.set(), each.metric(), percent(each.difference()), interval, p);
        }
        contrasts.lines().forEach(console::println);
        outcome.findings()
                .forEach(each ->
                        console.println(each.claim() + " " + each.verdict().title() + ". " + each.why()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}

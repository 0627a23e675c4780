package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.experiment.ConnectionStudy;
import org.lemmalab.experiment.ErrorTypeStudy;
import org.lemmalab.experiment.ExtractionStudy;
import org.lemmalab.experiment.MistakeAugmentationStudy;
import org.lemmalab.experiment.RetryStudy;
import org.lemmalab.experiment.SelfCorrectionStudy;
import org.lemmalab.experiment.StepLabelStudy;
import org.lemmalab.experiment.study.StudyBudget;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.report.ConnectionReport;
import org.lemmalab.report.ErrorTypeReport;
import org.lemmalab.report.GradingReport;
import org.lemmalab.report.MistakeAugmentationReport;
import org.lemmalab.report.SelfCorrectionReport;
import org.lemmalab.report.StepLabelReport;
import org.lemmalab.report.TableView;
import org.lemmalab.report.study.StudyReport;
import org.lemmalab.transformer.Students;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code lab reproduce}: runs the experiments, prints their tables and redraws the figures. */
@Command(
        name = "reproduce",
        description = "Run the experiments, print their tables and redraw the figures.",
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    /** Attempts of the real set; on the samples the bar ends early. */
    private static final long ATTEMPTS = 5276;

    @Mixin
    private DataOption data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where tables and figures go (default: the project's figures folder).")
    private Path out;

    @Option(
            names = "--study",
            paramLabel = "BUDGET",
            description =
                    "Also run the study: quick, standard (the smallest student) or full. Otherwise its recorded outcomes are drawn again.")
    private Optional<String> study;

    @Option(
            names = "--study-out",
            paramLabel = "DIR",
            description = "The study's folder, from which a stopped one goes on (default: runs/study-BUDGET).")
    private Optional<Path> studyOut;

    @Override
    public Integer call() {
        Optional<Path> folder = data.folder();
        if (folder.isEmpty()) {
            System.out.println("No data folder: running on the project's samples (README.md, 'Data').\n");
        }
        errorTypes(folder);
        stepLabels(folder);
        extraction(folder);
        mistakeAugmentation(folder);
        connections(folder);
        retries();
        return study();
    }

    /** Runs the study where that is wanted; draws what is recorded of it. */
    private int study() {
        if (study.isPresent()) {
            StudyBudget budget = StudyBudget.named(study.get());
            Path folder = studyOut.orElseGet(() -> ProjectFolder.root().resolve("runs/study-" + budget.name()));
            int failed = new CommandLine(new StudyCommand()).execute(studyArguments(folder, budget));
            if (failed == 0) {
                tell(StudyReport.open(folder).write(figures(budget.recordName())));
            }
            return failed;
        }
        for (StudyBudget budget : List.of(StudyBudget.FULL, StudyBudget.STANDARD)) {
            Path recorded = ProjectFolder.root().resolve("figures").resolve(budget.recordName());
            List<Path> written = StudyReport.open(recorded).write(figures(budget.recordName()));
            if (!written.isEmpty()) {
                tell(written);
            }
        }
        return 0;
    }

    private String[] studyArguments(Path folder, StudyBudget budget) {
        List<String> arguments = new ArrayList<>();
        budget.shippedStudents().forEach(student -> arguments.addAll(List.of("--student", student.toString())));
        String workers = String.valueOf(Runtime.getRuntime().availableProcessors());
        arguments.addAll(List.of("--out", folder.toString(), "--budget", study.get(), "--workers", workers, "--yes"));
        return arguments.toArray(String[]::new);
    }

    private void errorTypes(Optional<Path> folder) {
        ErrorTypeStudy.Result result;
        try (TaskProgress progress = progress("error types", folder)) {
            result = ErrorTypeStudy.run(folder, progress::at);
        }
        ErrorTypeReport report = new ErrorTypeReport(result);
        print(
                report.accuracy(),
                report.errorTypes(),
                report.besidePaper(),
                report.positions(),
                report.independence(),
                report.agreement());
        tell(report.write(figures(result.name())));
    }

    private void stepLabels(Optional<Path> folder) {
        StepLabelStudy.Result result = StepLabelStudy.run(folder);
        StepLabelReport report = new StepLabelReport(result);
        print(report.found(), report.decided(), report.evidence());
        tell(report.write(figures(result.name())));
    }

    private void extraction(Optional<Path> folder) {
        ExtractionStudy.Result result;
        try (TaskProgress progress = progress("extraction", folder)) {
            result = ExtractionStudy.run(folder, progress::at);
        }
        GradingReport report = new GradingReport(result);
        print(report.outcomes(), report.rules());
        tell(report.write(figures(result.name())));
    }

    private void mistakeAugmentation(Optional<Path> folder) {
        MistakeAugmentationStudy.Result result;
        try (TaskProgress progress = progress("mistake augmentation, attempts", folder)) {
            result = MistakeAugmentationStudy.run(folder, MistakeAugmentationStudy.Scale.QUICK, progress::at);
        }
        MistakeAugmentationReport report = new MistakeAugmentationReport(result);
        print(report.injectable(), report.pools(), report.drawn());
        tell(report.write(figures(result.name())));
    }

    private void connections(Optional<Path> folder) {
        ConnectionStudy.Result result = ConnectionStudy.run(
                folder, Students.first(), ConnectionStudy.Scale.FULL, TerminalProgress.onStandardError());
        ConnectionReport report = new ConnectionReport(result);
        print(report.stages(), report.lengths(), report.likelihoods(), report.likelihoodsByType());
        tell(report.write(figures(result.name())));
    }

    private void retries() {
        if (Students.twins().isEmpty()) {
            return;
        }
        SelfCorrectionStudy.Result result;
        try (TaskProgress progress =
                TaskProgress.ofUnknownLength("retries, problems", TerminalProgress.onStandardError())) {
            result = RetryStudy.run(Students.twins(), RetryStudy.Scale.FULL, progress::at);
        }
        SelfCorrectionReport report = new SelfCorrectionReport(result);
        print(report.outcomes(), report.reflections(), report.differences());
        tell(report.write(figures(result.name())));
    }

    private static TaskProgress progress(String task, Optional<Path> folder) {
        TerminalProgress terminal = TerminalProgress.onStandardError();
        return folder.isPresent()
                ? TaskProgress.of(task, ATTEMPTS, terminal)
                : TaskProgress.ofUnknownLength(task, terminal);
    }

    private Path figures(String name) {
        return (out == null ? ProjectFolder.root().resolve("figures") : out).resolve(name);
    }

    private static void print(Table... tables) {
        List.of(tables).forEach(table -> System.out.println(new TableView(table).text()));
    }

    private static void tell(List<Path> written) {
        System.out.println(
                written.size() + " files written to " + written.get(0).getParent() + "\n");
    }
}

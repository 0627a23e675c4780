package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lemmalab.experiment.ErrorTypeStudy;
import org.lemmalab.report.ErrorTypeReport;
import org.lemmalab.report.TableView;
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
    private static final long SOLUTIONS = 5276;

    @Mixin
    private DataOption data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where tables and figures go (default: the project's figures folder).")
    private Path out;

    @Override
    public Integer call() {
        ErrorTypeStudy.Result result;
        try (TerminalProgress progress = new TerminalProgress("error types", SOLUTIONS)) {
            result = ErrorTypeStudy.run(data.folder(), progress::at);
        }
        ErrorTypeReport report = new ErrorTypeReport(result);
        List<Table> tables = List.of(
                report.accuracy(),
                report.errorTypes(),
                report.besidePaper(),
                report.positions(),
                report.independence(),
                report.agreement());
        tables.forEach(table -> System.out.println(new TableView(table).text()));
        Path folder = (out == null ? ProjectFolder.root().resolve("figures") : out).resolve(result.name());
        report.write(folder).forEach(file -> System.out.println("wrote " + file));
        return 0;
    }
}

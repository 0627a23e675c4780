package org.lemmalab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lemmalab.pipeline.Manifest;
import org.lemmalab.pipeline.ProgressText;
import org.lemmalab.pipeline.RunOverview;
import org.lemmalab.report.TableView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code lab runs [FOLDER]}: what is in a run folder. */
@Command(
        name = "runs",
        description = "Show the runs in a folder: stage, state, counts, times, tokens, money, settings.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "runs",
            paramLabel = "FOLDER",
            description = "A run folder or a folder of run folders (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<RunOverview> runs = RunOverview.allIn(folder);
        var out = spec.commandLine().getOut();
        out.println(new TableView(table(runs)).text());
        runs.forEach(run -> out.println(details(run)));
        out.flush();
        return 0;
    }

    private Table table(List<RunOverview> runs) {
        return Table.create(
                "Runs in " + folder,
                words("run", runs, this::name),
                words("stage", runs, RunsCommand::stage),
                words("state", runs, run -> run.state().words()),
                count("succeeded", runs, run -> run.counts().succeeded()),
                count("failed", runs, run -> run.counts().failed()),
                count("rejected", runs, run -> run.counts().rejected()),
                count("of", runs, run -> run.manifest().total()),
                words("time", runs, RunsCommand::time),
                count("tokens", runs, run -> run.usage().tokens()),
                words("money", runs, run -> ProgressText.money(run.usage().dollars())));
    }

    private String details(RunOverview run) {
        Manifest manifest = run.manifest();
        String settings = manifest.identity().stage().settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
        String inputs = manifest.identity().inputs().stream()
                .map(input -> input.name() + " " + input.sha256().substring(0, 12))
                .collect(Collectors.joining(", "));
        return name(run) + "\n  settings  " + (settings.isEmpty() ? "none" : settings) + "\n  inputs    " + inputs
                + "\n  started   " + manifest.times().started() + ", last "
                + manifest.times().updated() + ", "
                + manifest.times().starts() + " start(s), toolkit "
                + String.join(", ", manifest.execution().toolkits());
    }

    private String name(RunOverview run) {
        String relative = folder.relativize(run.folder().path()).toString();
        return relative.isEmpty() ? "." : relative;
    }

    private static String stage(RunOverview run) {
        var stage = run.manifest().identity().stage();
        return stage.name() + " " + stage.version();
    }

    private static String time(RunOverview run) {
        return ProgressText.duration(
                Duration.ofMillis((long) (run.manifest().times().seconds() * 1000)));
    }

    private static StringColumn words(String name, List<RunOverview> runs, Function<RunOverview, String> value) {
        return StringColumn.create(name, runs.stream().map(value).toList());
    }

    private static LongColumn count(String name, List<RunOverview> runs, Function<RunOverview, Long> value) {
        return LongColumn.create(name, runs.stream().mapToLong(value::apply).toArray());
    }
}

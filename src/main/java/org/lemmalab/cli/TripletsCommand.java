package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.reflection.build.TripletConfig;
import org.lemmalab.reflection.build.TripletRun;
import org.lemmalab.reflection.build.TripletSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab triplets --config FILE}: error, reflection and correction, from problems and a student's attempts. */
@Command(
        name = "triplets",
        description = {
            "Make error-reflection-correction triplets of problems. The same call resumes a run that was stopped.",
            "The output folder gets triplets.jsonl, removed.jsonl (with filter and reason), summary.json and export/."
        },
        mixinStandardHelpOptions = true)
final class TripletsCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "What is made (JSON); --print-config shows the fields.")
    private Path file;

    @Option(names = "--print-config", description = "Print the whole configuration with its defaults, and do nothing.")
    private boolean print;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter console = spec.commandLine().getOut();
        TripletConfig config = file == null ? TripletConfig.DEFAULT : TripletConfig.read(file);
        if (print) {
            console.println(config.json());
            console.flush();
            return 0;
        }
        if (file == null) {
            throw new LabException("triplets: expected --config FILE or --print-config, found neither");
        }
        TripletSummary summary = run(config, file.toAbsolutePath().getParent());
        table(summary).lines().forEach(console::println);
        console.println("triplets: " + summary.file());
        console.flush();
        return 0;
    }

    private TripletSummary run(TripletConfig config, Path base) {
        Optional<Path> attempts = config.attempts().map(base::resolve);
        String student = attempts.map(SampledStudent::name).orElse("none");
        try (TripletComponentsFactory staff = new TripletComponentsFactory(config, base)) {
            RunSettings settings = RunSettings.standard();
            RunSettings workers = staff.workers().map(settings::withWorkers).orElse(settings);
            TripletRun.Places places = new TripletRun.Places(
                    problems(config.problems(), base),
                    attempts,
                    data.folder(),
                    base.resolve(config.output()).normalize());
            return new TripletRun(config, staff.staff(student), places, workers)
                    .run(TerminalProgress.onStandardError());
        }
    }

    /** A file, or a set of the data folder by its name. */
    private Path problems(String name, Path base) {
        Path own = base.resolve(name);
        Optional<Path> known = data.folder().map(folder -> folder.resolve(name + ".jsonl"));
        if (!Files.exists(own) && known.filter(Files::exists).isEmpty()) {
            throw new LabException(
                    "problems: expected a file or a set of the data folder (--data), found neither '" + own + "' nor '"
                            + known.map(Path::toString).orElse(name + ".jsonl, since no data folder is named") + "'");
        }
        return Files.exists(own) ? own : known.get();
    }

    private static TextTable table(TripletSummary summary) {
        TextTable table = new TextTable("count of", "count");
        summary.counts().forEach((name, count) -> table.add(name, count));
        return table;
    }
}

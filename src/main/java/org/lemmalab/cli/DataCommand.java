package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.CatalogFile;
import org.lemmalab.problem.CatalogSet;
import org.lemmalab.problem.DataCatalog;
import org.lemmalab.problem.DataFetcher;
import org.lemmalab.problem.FileState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab data list|check|fetch}: the public sets, what of them lies in the data folder, and bringing them there. */
@Command(
        name = "data",
        description = "List, check and fetch the public data sets.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataCommand.ListSets.class, DataCommand.Check.class, DataCommand.Fetch.class})
final class DataCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final int HASH_SHOWN = 12;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "data: expected one of list, check, fetch");
    }

    @Command(name = "list", description = "Name every set: content, licence, source.", mixinStandardHelpOptions = true)
    static final class ListSets implements Callable<Integer> {
        @Mixin
        private CatalogOption source;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            List<CatalogSet> sets = source.catalog().sets();
            TextTable table = new TextTable("set", "files", "rows", "MB", "how", "source", "licence");
            for (CatalogSet set : sets) {
                table.add(
                        set.name(),
                        set.files().size(),
                        set.rows(),
                        String.format(Locale.ROOT, "%.1f", set.bytes() / 1e6),
                        set.byHand().isPresent() ? "by hand" : "fetch",
                        set.source(),
                        set.licence());
            }
            PrintWriter out = spec.commandLine().getOut();
            table.lines().forEach(out::println);
            out.println();
            sets.forEach(set -> out.println(String.format("%-14s%s", set.name(), set.what())));
            out.flush();
            return 0;
        }
    }

    @Command(
            name = "check",
            description =
                    "Hold the data folder against the catalog; exit status 1 where something is missing or different.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Mixin
        private DataOption data;

        @Mixin
        private CatalogOption source;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            List<FileState> states = source.catalog().check(folder(data));
            TextTable table = new TextTable("file", "rows", "state");
            states.forEach(state -> table.add(state.file().path(), rows(state), word(state)));
            PrintWriter out = spec.commandLine().getOut();
            table.lines().forEach(out::println);
            long present =
                    states.stream().filter(FileState.Present.class::isInstance).count();
            out.println();
            out.println(present + " of " + states.size() + " files present");
            out.flush();
            return present == states.size() ? 0 : 1;
        }

        private static String rows(FileState state) {
            OptionalLong rows = OptionalLong.empty();
            if (state instanceof FileState.Present present) {
                rows = present.rows();
            } else if (state instanceof FileState.Different different) {
                rows = different.rows();
            }
            return rows.isPresent() ? String.valueOf(rows.getAsLong()) : "-";
        }

        private static String word(FileState state) {
            if (state instanceof FileState.Different different) {
                return "different: expected SHA-256 "
                        + different.file().sha256().substring(0, HASH_SHOWN) + "…, found "
                        + different.sha256().substring(0, HASH_SHOWN) + "…";
            }
            return state instanceof FileState.Present ? "present" : "missing";
        }
    }

    @Command(
            name = "fetch",
            description = "Download sets into the data folder; every file is held against its SHA-256.",
            mixinStandardHelpOptions = true)
    static final class Fetch implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "NAME", description = "Sets as 'lab data list' names them, or 'all'.")
        private List<String> names;

        @Mixin
        private DataOption data;

        @Mixin
        private CatalogOption source;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Path folder = folder(data);
            DataCatalog catalog = source.catalog();
            List<CatalogSet> sets = names.contains(ALL)
                    ? catalog.sets()
                    : names.stream().distinct().map(catalog::named).toList();
            DataFetcher fetcher = new DataFetcher(DataFetcher.DEFAULT_LIMITS);
            boolean complete = true;
            for (CatalogSet set : sets) {
                for (CatalogFile file : set.files()) {
                    complete &= fetch(fetcher, set, file, folder);
                }
            }
            return complete ? 0 : 1;
        }

        private boolean fetch(DataFetcher fetcher, CatalogSet set, CatalogFile file, Path folder) {
            try {
                DataFetcher.Outcome outcome;
                try (ProgressBar bar = bar(file)) {
                    outcome = fetcher.fetch(set, file, folder, (each, received) -> bar.stepTo(received));
                }
                PrintWriter out = spec.commandLine().getOut();
                out.println(file.path() + ": "
                        + (outcome == DataFetcher.Outcome.FETCHED ? "fetched, hash right" : "already there"));
                out.flush();
                return true;
            } catch (LabException e) {
                PrintWriter err = spec.commandLine().getErr();
                err.println("lab: " + e.getMessage());
                err.flush();
                return false;
            }
        }

        private static ProgressBar bar(CatalogFile file) {
            return new ProgressBarBuilder()
                    .setTaskName(file.path())
                    .setInitialMax(file.bytes())
                    .setUnit(" kB", 1000)
                    .build();
        }
    }

    private static Path folder(DataOption data) {
        return data.folder()
                .orElseThrow(() -> new LabException(
                        "data folder: expected --data DIR or the environment variable LEMMA_DATA, found neither"));
    }
}

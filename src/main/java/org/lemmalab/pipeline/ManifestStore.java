package org.lemmalab.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;

/** Keeps a run's manifest. */
final class ManifestStore {
    private final RunFolder folder;
    private final Disk disk;
    private final RunIdentity identity;
    private final Manifest.Execution execution;
    private final Optional<Manifest> earlier;
    private Optional<Manifest> latest;
    private final long startNanos = System.nanoTime();
    private final String now = now();

    /**
     * Opens the books of a folder.
     *
     * @throws LabException if the folder holds another run, or files that are not this room's
     */
    ManifestStore(RunFolder folder, Disk disk, RunIdentity identity, RunSettings settings) throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.identity = identity;
        this.earlier = folder.readManifest();
        this.latest = earlier;
        earlier.ifPresent(manifest -> refuseDifferences(manifest.identity()));
        refuseForeignOutput();
        Set<String> toolkits = new LinkedHashSet<>(
                earlier.map(manifest -> manifest.execution().toolkits()).orElse(List.of()));
        toolkits.add(Provenance.toolkitVersion());
        this.execution =
                new Manifest.Execution(List.copyOf(toolkits), System.getProperty("java.version"), describe(settings));
    }

    /** Refuses an output that is not what the manifest of the complete run says. */
    void checkOutput() {
        Optional<String> expected = earlier.flatMap(Manifest::outputSha256);
        if (expected.isEmpty()) {
            return;
        }
        Optional<String> found =
                Optional.of(folder.output()).filter(Files::exists).map(Hashes::sha256);
        if (!found.equals(expected)) {
            throw new LabException(folder.output() + ": expected the output of this run, sha256 " + expected.get()
                    + ", found " + found.map(hash -> "sha256 " + hash).orElse("no file"));
        }
    }

    /** Replaces the manifest as a whole. */
    Manifest write(OrderedWriter ledger) throws IOException {
        return write(ledger.phase(), ledger.tally());
    }

    /** Writes down what the folder is for before anything else is in it. */
    void begin() throws IOException {
        if (earlier.isEmpty()) {
            write(Phase.RUN, Checkpoint.START.tally());
        }
    }

    private Manifest write(Phase phase, Checkpoint.Tally tally) throws IOException {
        Manifest manifest = new Manifest(
                identity,
                execution,
                new Manifest.Counts(tally.succeeded(), tally.failed(), tally.rejected()),
                times(),
                tally.usage(),
                phase == Phase.COMPLETE ? Optional.of(Hashes.sha256(folder.output())) : Optional.empty());
        Path part = RunFolder.part(folder.manifest());
        try (Sink sink = new Sink(disk, part, 0)) {
            sink.line(Json.pretty(manifest));
            sink.sync();
        }
        disk.replace(part, folder.manifest());
        latest = Optional.of(manifest);
        return manifest;
    }

    /** The manifest as it stands on the disk. */
    Manifest latest() {
        return latest.orElseThrow();
    }

    /** Whether the manifest on the disk is that of a complete run. */
    boolean latestIsWhole() {
        return latest.flatMap(Manifest::outputSha256).isPresent();
    }

    /** Lines of all inputs. */
    long lines() {
        return identity.inputs().stream().mapToLong(InputFile::lines).sum();
    }

    private Manifest.Times times() {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        Optional<Manifest.Times> before = earlier.map(Manifest::times);
        return new Manifest.Times(
                before.map(Manifest.Times::started).orElse(now),
                now(),
                before.map(Manifest.Times::seconds).orElse(0.0) + seconds,
                before.map(Manifest.Times::starts).orElse(0) + 1);
    }

    private void refuseDifferences(RunIdentity before) {
        List<String> differences = before.differencesTo(identity);
        if (!differences.isEmpty()) {
            throw new LabException(folder.path()
                    + ": expected the stage and inputs that its results were made with, found"
                    + " other ones; name another folder, or delete this one\n  " + String.join("\n  ", differences));
        }
    }

    private void refuseForeignOutput() throws IOException {
        boolean begun = earlier.isPresent() && Files.exists(folder.journal());
        if (!begun && Files.exists(folder.output()) && (earlier.isEmpty() || Files.size(folder.output()) > 0)) {
            Path missing = earlier.isPresent() ? folder.journal() : folder.manifest();
            throw new LabException(folder.path() + ": expected an empty folder or one of an earlier run, found "
                    + folder.output().getFileName() + " without a " + missing.getFileName());
        }
    }

    private static Map<String, String> describe(RunSettings settings) {
        Durability durability = settings.durability();
        return Map.of(
                "workers", String.valueOf(settings.workers()),
                "time_limit", settings.timeLimit().map(Object::toString).orElse("none"),
                "sync_records", String.valueOf(durability.records()),
                "sync_interval", durability.interval().toString(),
                "journal_bytes", String.valueOf(durability.journalBytes()));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

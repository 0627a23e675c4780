package org.lemmalab.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;

/**
 * A run as it stands in its folder, whether or not a process is at work on it.
 *
 * @param folder the folder
 * @param manifest what it says of itself
 * @param state what it waits for
 * @param counts from manifest and journal, so that they hold after a kill too
 * @param usage the same
 */
public record RunOverview(RunFolder folder, Manifest manifest, RunState state, Manifest.Counts counts, Usage usage) {
    private static final int DEPTH = 3;

    /**
     * @param folder a folder
     * @return the run in it; empty where it holds none
     * @throws LabException if its files cannot be read
     */
    public static Optional<RunOverview> of(Path folder) {
        RunFolder files = new RunFolder(folder);
        return files.readManifest().map(manifest -> of(files, manifest));
    }

    /**
     * @param folder a run folder, or a folder with run folders up to three levels below
     * @return all runs, sorted by folder
     * @throws LabException if there is none
     */
    public static List<RunOverview> allIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LabException(folder + ": expected a folder of runs, found "
                    + (Files.exists(folder) ? "a file" : "nothing there"));
        }
        try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
            List<RunOverview> runs = paths.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(path -> of(path).stream())
                    .toList();
            if (runs.isEmpty()) {
                throw new LabException(
                        folder + ": expected a run folder (with a manifest.json) or a folder of such, found none");
            }
            return runs;
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static RunOverview of(RunFolder files, Manifest manifest) {
        Journal.Content content =
                Journal.read(files.journal()).orElse(new Journal.Content(Checkpoint.START, List.of()));
        Phase phase = content.checkpoint().phase();
        Checkpoint.Tally tally = content.checkpoint().tally();
        for (Entry entry : content.entries()) {
            tally = tally.with(entry, phase == Phase.RETRY);
        }
        return new RunOverview(
                files,
                manifest,
                state(files, phase, tally),
                new Manifest.Counts(tally.succeeded(), tally.failed(), tally.rejected()),
                tally.usage());
    }

    private static RunState state(RunFolder files, Phase phase, Checkpoint.Tally tally) {
        if (RunLock.isHeld(files)) {
            return RunState.RUNNING;
        }
        if (phase != Phase.COMPLETE) {
            return RunState.RESUMABLE;
        }
        return tally.failed() > 0 ? RunState.FAILED_RECORDS : RunState.COMPLETE;
    }
}

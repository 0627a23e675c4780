package org.lemmalab.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lemmalab.io.LabException;

/**
 * A stage applied to every record of some files, with its results in a folder. The same call begins the run, resumes it wherever
 * it was stopped, and finds it complete. See the package's description for guarantees and files.
 *
 * @param stage what is done
 * @param inputs JSON Lines files, read in this order; ids must differ across all of them
 * @param folder the run's own folder, made if missing
 * @param settings how it is gone about
 * @param <I> the record type
 * @param <O> the value type
 */
public record StageRun<I, O>(Stage<I, O> stage, List<Path> inputs, Path folder, RunSettings settings) {
    /** Checks that there are inputs. */
    public StageRun {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new LabException(
                    "run of " + stage.identity().name() + ": expected at least one input file, found none");
        }
    }

    /**
     * Works until every record is settled.
     *
     * @param listener is told how far it has come
     * @return the manifest of the complete run; failures may be among the counts
     * @throws InterruptedRunException if the thread is interrupted or the process asked to end; call again to resume
     * @throws LabException if the folder holds another run or is being worked on, an input cannot be read or has no line, or the
     *     disk refuses; whatever was done is kept
     */
    public Manifest run(ProgressListener listener) {
        return work(false, listener, Disk.real());
    }

    /**
     * Works until every record is settled, then calls the stage once more for each that failed. What succeeds now goes to its
     * place in the output, and what fails again stays in the failed file with its new reason.
     *
     * @param listener is told how far it has come
     * @return the manifest
     * @throws LabException as {@link #run}
     */
    public Manifest retryFailed(ProgressListener listener) {
        return work(true, listener, Disk.real());
    }

    Manifest work(boolean retry, ProgressListener listener, Disk disk) {
        InputSource<I> source = new InputSource<>(stage, inputs, new RunFolder(folder));
        RunIdentity identity = new RunIdentity(
                stage.identity(), inputs.stream().map(InputFile::of).toList());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LabException(folder + ": the folder cannot be made: " + e.getMessage(), e);
        }
        try (StopSwitch stopSwitch = new StopSwitch();
                RunLock lock = RunLock.take(new RunFolder(folder))) {
            lock.sign();
            return new Start<>(this, disk, listener, stopSwitch).go(source, identity, retry);
        } catch (IOException e) {
            throw new LabException(
                    e.getMessage() + "; all that was written before is kept: mend this and run again to resume", e);
        }
    }
}

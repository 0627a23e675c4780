package org.lemmalab.pipeline;

import java.io.IOException;

/** One start of a run, made while its lock is held: goes through whatever phases are left. */
final class Start<I> {
    private final StageRun<I, ?> run;
    private final Disk disk;
    private final ProgressListener listener;
    private final StopSwitch stopSwitch;
    private final RunFolder folder;

    Start(StageRun<I, ?> run, Disk disk, ProgressListener listener, StopSwitch stopSwitch) {
        this.run = run;
        this.disk = disk;
        this.listener = listener;
        this.stopSwitch = stopSwitch;
        this.folder = new RunFolder(run.folder());
    }

    /** Goes on to the end of the inputs and, if wanted, once through the failures. */
    Manifest go(InputSource<I> source, RunIdentity identity, boolean retry) throws IOException {
        ManifestStore books = new ManifestStore(folder, disk, identity, run.settings());
        books.begin();
        try (OrderedWriter ledger =
                OrderedWriter.open(folder, disk, run.settings().durability())) {
            if (ledger.phase() == Phase.COMPLETE) {
                books.checkOutput();
            } else {
                books.write(ledger);
            }
            if (ledger.phase() == Phase.RETRY) {
                retry(ledger, books);
                return books.latest();
            }
            if (ledger.phase() == Phase.RUN) {
                pass(source, ledger, books);
                ledger.finishRun(source.rejected());
                books.write(ledger);
            }
            if (retry && ledger.tally().failed() > 0) {
                ledger.beginRetry();
                books.write(ledger);
                retry(ledger, books);
            }
            return books.latestIsWhole() ? books.latest() : books.write(ledger);
        }
    }

    private void retry(OrderedWriter ledger, ManifestStore books) throws IOException {
        pass(new FailedSource<>(run.stage(), folder), ledger, books);
        ledger.finishRetry();
        books.write(ledger);
    }

    private void pass(Source<I> source, OrderedWriter ledger, ManifestStore books) throws IOException {
        ProgressMeter meter = new ProgressMeter(run.stage().identity().name(), total(ledger, books), listener);
        try {
            new Session<>(run, source, ledger, meter, stopSwitch).run(() -> books.write(ledger));
        } catch (InterruptedRunException e) {
            books.write(ledger);
            throw new InterruptedRunException(run.folder() + ": stopped (" + e.getMessage() + ") after " + ledger.next()
                    + " records; all that was done is kept: run again to resume");
        } catch (RuntimeException e) {
            books.write(ledger);
            throw e;
        }
        meter.update(Progress.State.COMPLETE, ledger, source.rejected());
    }

    private static long total(OrderedWriter ledger, ManifestStore books) {
        return ledger.phase() == Phase.RUN ? books.lines() : ledger.earlierFailures();
    }
}

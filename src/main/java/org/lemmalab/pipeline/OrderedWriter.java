package org.lemmalab.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes results in any order and writes them in the input's order: to the journal at once, to the output files when their turn
 * comes. One thread works with it.
 */
final class OrderedWriter implements Closeable {
    /**
     * @param entry a result
     * @param bytes its line for the journal
     */
    record Arrival(Entry entry, byte[] bytes) {}

    private final RunFolder folder;
    private final Disk disk;
    private final Durability durability;
    private final TreeMap<Long, Entry> waiting = new TreeMap<>();
    private Set<Long> replayed = Set.of();
    private Phase phase;
    private long next;
    private Checkpoint.Tally tally;
    private Journal journal;
    private OutputFiles files;
    private int unsynced;
    private long syncedAt = System.nanoTime();

    private OrderedWriter(RunFolder folder, Disk disk, Durability durability) {
        this.folder = folder;
        this.disk = disk;
        this.durability = durability;
    }

    /** Takes up a run where its journal left it, or begins one. */
    static OrderedWriter open(RunFolder folder, Disk disk, Durability durability) throws IOException {
        OrderedWriter ledger = new OrderedWriter(folder, disk, durability);
        Journal.Content content =
                Journal.read(folder.journal()).orElse(new Journal.Content(Checkpoint.START, List.of()));
        try {
            ledger.resume(content.checkpoint(), content.entries());
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
        return ledger;
    }

    private void resume(Checkpoint checkpoint, List<Entry> entries) throws IOException {
        phase = checkpoint.phase();
        next = checkpoint.next();
        tally = checkpoint.tally();
        if (phase == Phase.SWAP) {
            swap();
            return;
        }
        if (phase == Phase.COMPLETE) {
            return;
        }
        files = OutputFiles.open(folder, disk, checkpoint);
        entries.forEach(entry -> waiting.put(entry.sequence(), entry));
        emit();
        replayed = Set.copyOf(waiting.keySet());
        checkpoint();
    }

    Phase phase() {
        return phase;
    }

    /** Sequence number of the next record to write. */
    long next() {
        return next;
    }

    Checkpoint.Tally tally() {
        return tally;
    }

    /** Lines of the failed file that a retry goes through. */
    long earlierFailures() {
        return tally.succeeded() + tally.failed() - files.lengths().earlierLines();
    }

    /** Sequence numbers from {@link #next} on whose results an earlier start left. */
    Set<Long> replayed() {
        return replayed;
    }

    /** Keeps results, and returns how many of this start's were written in their turn. */
    int accept(List<Arrival> arrivals) throws IOException {
        for (Arrival arrival : arrivals) {
            journal.add(arrival.bytes());
            waiting.put(arrival.entry().sequence(), arrival.entry());
        }
        journal.flush();
        unsynced += arrivals.size();
        int written = emit();
        files.flush();
        return written;
    }

    /** Forces results to the disk if the rhythm asks for it; returns whether a checkpoint was made. */
    boolean keepRhythm() throws IOException {
        if (journal.length() >= durability.journalBytes()) {
            checkpoint();
            return true;
        }
        boolean due = unsynced >= durability.records()
                || unsynced > 0
                        && System.nanoTime() - syncedAt >= durability.interval().toNanos();
        if (due) {
            journal.sync();
            unsynced = 0;
            syncedAt = System.nanoTime();
        }
        return false;
    }

    /** Puts the output files on the disk and starts a fresh journal. */
    void checkpoint() throws IOException {
        if (files != null) {
            files.sync();
        }
        if (journal != null) {
            journal.close();
        }
        Checkpoint.Lengths lengths = files == null ? Checkpoint.Lengths.ZERO : files.lengths();
        journal = Journal.begin(folder, disk, new Checkpoint(phase, next, lengths, tally), waiting.values());
        unsynced = 0;
        syncedAt = System.nanoTime();
    }

    /** Ends the pass through the inputs. */
    void finishRun(long rejected) throws IOException {
        if (Files.exists(folder.rejected())) {
            try (Disk.Appender file = disk.append(folder.rejected(), Files.size(folder.rejected()))) {
                file.sync();
            }
        }
        tally = new Checkpoint.Tally(tally.succeeded(), tally.failed(), rejected, tally.usage());
        complete();
    }

    /** Begins a pass through the failures. */
    void beginRetry() throws IOException {
        phase = Phase.RETRY;
        next = 0;
        Checkpoint begin = new Checkpoint(phase, 0, Checkpoint.Lengths.retrying(tally.succeeded()), tally);
        files = OutputFiles.open(folder, disk, begin);
        checkpoint();
    }

    /** Ends the pass through the failures: the new files take the places of the old. */
    void finishRetry() throws IOException {
        files.copyRest();
        phase = Phase.SWAP;
        checkpoint();
        closeFiles();
        swap();
    }

    private void swap() throws IOException {
        for (Path file : List.of(folder.output(), folder.failed())) {
            if (Files.exists(RunFolder.part(file))) {
                disk.replace(RunFolder.part(file), file);
            }
        }
        complete();
    }

    private void complete() throws IOException {
        phase = Phase.COMPLETE;
        replayed = Set.of();
        checkpoint();
        closeFiles();
        if (tally.failed() == 0) {
            disk.delete(folder.failed());
        }
    }

    private int emit() throws IOException {
        int written = 0;
        for (Map.Entry<Long, Entry> first = waiting.firstEntry();
                first != null && first.getKey() == next;
                first = waiting.firstEntry()) {
            Entry entry = waiting.pollFirstEntry().getValue();
            files.write(entry);
            tally = tally.with(entry, phase == Phase.RETRY);
            written += replayed.contains(next) ? 0 : 1;
            next++;
        }
        return written;
    }

    private void closeFiles() throws IOException {
        if (files != null) {
            files.close();
            files = null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            closeFiles();
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }
}

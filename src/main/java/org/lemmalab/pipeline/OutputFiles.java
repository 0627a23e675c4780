package org.lemmalab.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Output and failed file of one phase. In a retry they are new files, and the old output's lines come along in their places. */
final class OutputFiles implements Closeable {
    private final Sink output;
    private final Sink failed;
    private final Optional<LineCopier> earlier;
    private final long earlierLines;

    private OutputFiles(Sink output, Sink failed, Optional<LineCopier> earlier, long earlierLines) {
        this.output = output;
        this.failed = failed;
        this.earlier = earlier;
        this.earlierLines = earlierLines;
    }

    /** Opens the files at the lengths of a checkpoint; what lies behind is cut off. */
    static OutputFiles open(RunFolder folder, Disk disk, Checkpoint checkpoint) throws IOException {
        boolean retry = checkpoint.phase() == Phase.RETRY;
        Checkpoint.Lengths lengths = checkpoint.lengths();
        Optional<LineCopier> earlier = Optional.empty();
        if (retry) {
            earlier = Optional.of(new LineCopier(folder.output(), lengths.copied(), lengths.copiedLines()));
        }
        Sink output = new Sink(disk, retry ? RunFolder.part(folder.output()) : folder.output(), lengths.output());
        Sink failed = new Sink(disk, retry ? RunFolder.part(folder.failed()) : folder.failed(), lengths.failed());
        return new OutputFiles(output, failed, earlier, lengths.earlierLines());
    }

    void write(Entry entry) throws IOException {
        if (earlier.isPresent()) {
            // Before the record numbered n stand n others, of which entry.sequence() are in the failed file.
            earlier.get().copyTo(entry.number() - entry.sequence(), output);
        }
        (entry.success() ? output : failed).line(entry.line());
    }

    void copyRest() throws IOException {
        if (earlier.isPresent()) {
            earlier.get().copyTo(earlierLines, output);
        }
    }

    void flush() throws IOException {
        output.flush();
        failed.flush();
    }

    void sync() throws IOException {
        output.sync();
        failed.sync();
    }

    Checkpoint.Lengths lengths() {
        return new Checkpoint.Lengths(
                output.length(),
                failed.length(),
                earlier.map(LineCopier::bytes).orElse(0L),
                earlier.map(LineCopier::lines).orElse(0L),
                earlierLines);
    }

    @Override
    public void close() throws IOException {
        try (output;
                failed) {
            if (earlier.isPresent()) {
                earlier.get().close();
            }
        }
    }
}

package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.RejectedLines;

/** The records that failed, for another try. */
final class FailedSource<I> implements Source<I> {
    private final Stage<I, ?> stage;
    private final RunFolder folder;
    private long sequence;

    FailedSource(Stage<I, ?> stage, RunFolder folder) {
        this.stage = stage;
        this.folder = folder;
    }

    @Override
    public long forEach(LongPredicate settled, Consumer<Work<I>> consumer) {
        JsonLines.forEach(
                folder.failed(),
                this::work,
                work -> {
                    if (!settled.test(work.sequence())) {
                        consumer.accept(work);
                    }
                },
                RejectedLines.refusing());
        return sequence;
    }

    @Override
    public long rejected() {
        return 0;
    }

    private Work<I> work(JsonNode line) {
        JsonNode raw = line.path("record");
        return new Work<>(
                sequence++,
                line.path("number").longValue(),
                Fields.text(line, "id"),
                Fields.integer(line, "attempts"),
                raw,
                stage.read(raw));
    }
}

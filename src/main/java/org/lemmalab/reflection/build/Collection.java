package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.lemmalab.io.Json;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.Seeds;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.filter.Candidate;
import org.lemmalab.reflection.filter.NearDuplicates;

/** The last pass over all triplets in their order: near-duplicates go, a wanted size is drawn, and the files are written. */
record Collection(TripletConfig config, Path folder) {
    TripletSummary collect(Path revised, Tally tally) {
        LongPredicate within =
                config.size().isPresent() ? within(revised, config.size().get()) : rank -> true;
        try (LineFile triplets = LineFile.create(folder.resolve("triplets.jsonl"));
                LineFile removed = LineFile.create(folder.resolve("removed.jsonl"));
                TripletExports exports = TripletExports.into(folder.resolve("export"))) {
            new Pass(
                            (node, triplet) -> {
                                if (within.test(rank(triplet.id()))) {
                                    triplets.add(node);
                                    exports.add(triplet);
                                    count(triplet, tally);
                                } else {
                                    tally.add("triplets left out: more than the size");
                                }
                            },
                            removal -> remove(removal, removed, tally),
                            counts -> tally.addAll(counts))
                    .over(revised);
            triplets.finish();
            removed.finish();
            exports.finish();
        }
        return summary(tally);
    }

    /** Triplets are drawn by the hash of their id, so that a smaller size is a part of a larger one. */
    private long rank(String id) {
        return Seeds.derive(config.seed(), "size", id) >>> 1;
    }

    private LongPredicate within(Path revised, int size) {
        LongStream.Builder ranks = LongStream.builder();
        new Pass((node, triplet) -> ranks.add(rank(triplet.id())), removal -> {}, counts -> {}).over(revised);
        long[] sorted = ranks.build().sorted().toArray();
        return size >= sorted.length ? rank -> true : rank -> rank < sorted[size];
    }

    /** One walk over what the last stage made; every walk sees the same near-duplicates. */
    private final class Pass {
        private final BiConsumer<JsonNode, Triplet> kept;
        private final Consumer<JsonNode> removed;
        private final Consumer<JsonNode> counts;
        private final Optional<NearDuplicates> near = config.filters().nearDuplicates() == 0
                ? Optional.empty()
                : Optional.of(new NearDuplicates(config.filters().nearDuplicates()));

        private Pass(BiConsumer<JsonNode, Triplet> kept, Consumer<JsonNode> removed, Consumer<JsonNode> counts) {
            this.kept = kept;
            this.removed = removed;
            this.counts = counts;
        }

        private void over(Path revised) {
            TripletRun.each(revised, record -> {
                counts.accept(record.path("counts"));
                record.path("removed").forEach(removed);
                record.path("triplets").forEach(this::judge);
            });
        }

        private void judge(JsonNode node) {
            Triplet triplet = Triplet.parse(node);
            Optional<String> objection = near.flatMap(filter -> filter.objection(new Candidate(triplet, List.of())));
            objection.ifPresentOrElse(
                    reason -> removed.accept(Reviser.removal(triplet, near.get().name(), reason)),
                    () -> kept.accept(node, triplet));
        }
    }

    private static void remove(JsonNode removal, LineFile removed, Tally tally) {
        tally.add("removed by " + removal.path("filter").asText() + ": "
                + removal.path("reason").asText());
        removed.add(removal);
    }

    private static void count(Triplet triplet, Tally tally) {
        tally.add("triplets");
        tally.add("triplets, type " + triplet.attempt().type().label());
        tally.add("triplets, error of the " + triplet.attempt().source().label());
        tally.add("triplets, " + triplet.correction().strategy().label());
        tally.add("triplets, link " + triplet.reflection().style().label());
    }

    private TripletSummary summary(Tally tally) {
        TripletSummary summary = new TripletSummary(
                folder.resolve("triplets.jsonl"), Provenance.toolkitVersion(), config, tally.counts());
        LineFile.write(folder.resolve("summary.json"), Json.pretty(summary.json()) + "\n");
        return summary;
    }
}

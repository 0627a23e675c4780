package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        LongStream.Builder ranks = LongStream.builder();
        Path all = folder.resolve("kept.jsonl");
        try (LineFile kept = LineFile.create(all);
                LineFile removed = LineFile.create(folder.resolve("removed.jsonl"))) {
            Optional<NearDuplicates> near = config.filters().nearDuplicates() == 0
                    ? Optional.empty()
                    : Optional.of(new NearDuplicates(config.filters().nearDuplicates()));
            TripletRun.each(revised, record -> {
                tally.addAll(record.path("counts"));
                record.path("removed").forEach(node -> remove(node, removed, tally));
                record.path("triplets").forEach(node -> judge(node, near, kept, removed, tally, ranks));
            });
            kept.finish();
            removed.finish();
        }
        long[] sorted = ranks.build().sorted().toArray();
        LongPredicate within = within(sorted);
        if (sorted.length > 0) {
            write(all, within, tally);
        }
        tally.add(
                "triplets left out: more than the size",
                sorted.length - Arrays.stream(sorted).filter(within).count());
        return summary(tally);
    }

    private void judge(
            JsonNode node,
            Optional<NearDuplicates> near,
            LineFile kept,
            LineFile removed,
            Tally tally,
            LongStream.Builder ranks) {
        Triplet triplet = Triplet.parse(node);
        Optional<String> objection = near.flatMap(filter -> filter.objection(new Candidate(triplet, List.of())));
        if (objection.isPresent()) {
            remove(Reviser.removal(triplet, near.get().name(), objection.get()), removed, tally);
        } else {
            kept.add(node);
            ranks.add(rank(triplet.id()));
        }
    }

    private static void remove(JsonNode removal, LineFile removed, Tally tally) {
        tally.add("removed by " + removal.path("filter").asText() + ": "
                + removal.path("reason").asText());
        removed.add(removal);
    }

    /** Triplets are drawn by the hash of their id, so that a smaller size is a part of a larger one. */
    private long rank(String id) {
        return Seeds.derive(config.seed(), "size", id) >>> 1;
    }

    private LongPredicate within(long[] sorted) {
        int size = config.size().orElse(sorted.length);
        return size >= sorted.length ? rank -> true : rank -> rank < sorted[size];
    }

    private void write(Path all, LongPredicate within, Tally tally) {
        try (LineFile triplets = LineFile.create(folder.resolve("triplets.jsonl"));
                TripletExports exports = TripletExports.into(folder.resolve("export"))) {
            TripletRun.each(all, node -> {
                Triplet triplet = Triplet.parse(node);
                if (within.test(rank(triplet.id()))) {
                    triplets.add(node);
                    exports.add(triplet);
                    count(triplet, tally);
                }
            });
            triplets.finish();
            exports.finish();
        }
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

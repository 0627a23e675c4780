package org.lemmalab.notebook;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lemmalab.io.Provenance;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a notebook's results were made from and on what machine, for people. */
final class ProvenanceTable {
    private static final int SHORT_HASH = 16;

    private ProvenanceTable() {}

    static Table of(Provenance provenance) {
        return of(
                provenance,
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
    }

    static Table of(Provenance provenance, Duration sinceStart) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("toolkit", provenance.toolkit());
        rows.put("java", provenance.java());
        Provenance.libraries().forEach((name, version) -> rows.put("library, " + name, version));
        rows.put("seed", Long.toString(provenance.seed()));
        provenance.settings().forEach((name, value) -> rows.put("setting, " + name, value));
        provenance
                .dataSha256()
                .forEach((name, hash) -> rows.put("data, " + name, "SHA-256 " + hash.substring(0, SHORT_HASH) + "…"));
        rows.put("machine", machine());
        rows.put("budget", Surroundings.isQuick() ? "quick" : "standard");
        rows.put("duration", duration(sinceStart) + " since the kernel started");
        return Table.create(
                "Provenance",
                StringColumn.create("what", rows.keySet().toArray(String[]::new)),
                StringColumn.create("value", rows.values().toArray(String[]::new)));
    }

    /** The class of machine; nothing that tells one of its kind from another. */
    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%s, %s, %d threads, heap up to %.0f GiB, %s",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                runtime.availableProcessors(),
                Math.max(1, runtime.maxMemory() / (double) (1L << 30)),
                new File("/dev/nvidia0").exists() ? "with a GPU" : "no GPU");
    }

    private static String duration(Duration duration) {
        return duration.toMinutes() == 0
                ? duration.toSeconds() + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}

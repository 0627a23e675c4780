package org.lemmalab.experiment.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;

/**
 * Where a study keeps what it makes. Each artefact's folder is {@code KIND/HASH}, the hash being of what it is made from, which stands in
 * its {@code inputs.json}. A folder is filled under another name and renamed when it is whole, so that a run that was killed at any
 * point leaves no half of one, and the next run finds all that was finished. Several processes may share a store: what one of them is
 * making, the others wait for.
 */
public final class StudyStore {
    private static final String PART = ".part-";
    private static final String LOCKS = "locks";
    private static final String INPUTS = "inputs.json";
    private static final String COSTS = "costs.jsonl";
    private static final int DIGITS = 24;

    private final Path root;
    private final Map<String, Double> seconds = new TreeMap<>();
    private final Path costs;
    private int made;

    /**
     * @param root its folder, made if missing
     */
    public StudyStore(Path root) {
        this.root = root;
        this.costs = root.resolve(COSTS);
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new LabException(root + ": cannot be made: " + e, e);
        }
    }

    /**
     * @param kind for example {@code corpus}; a folder of that name
     * @param inputs everything that decides what is in it, by name; values as {@link Json} writes them
     * @param maker fills its folder
     * @return the artefact, not made yet
     */
    public Artefact artefact(String kind, Map<String, ?> inputs, Artefact.Maker maker) {
        Map<String, Object> all = new TreeMap<>(inputs);
        all.put("kind", kind);
        all.put("toolkit_version", Provenance.toolkitVersion());
        return new Artefact(this, kind, Json.pretty(all) + "\n", Hashes.sha256(Json.line(all)), maker);
    }

    /**
     * @return how many artefacts were made since this store was opened
     */
    public int made() {
        return made;
    }

    /**
     * @return seconds spent on making them, by kind; what one needs of another kind is counted there
     */
    public Map<String, Double> seconds() {
        return new TreeMap<>(seconds);
    }

    boolean holds(Artefact artefact) {
        return Files.exists(place(artefact).resolve(INPUTS));
    }

    Path folder(Artefact artefact, Artefact.Maker maker) {
        Path place = place(artefact);
        if (!holds(artefact)) {
            Path lock = lock(artefact);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                if (!holds(artefact)) {
                    make(artefact, place, maker);
                }
            } catch (IOException e) {
                throw new LabException(lock + ": cannot be locked: " + e, e);
            }
        }
        return place;
    }

    /** Whether another process is making it. */
    boolean isBeingMade(Artefact artefact) {
        Path lock = lock(artefact);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (IOException e) {
            throw new LabException(lock + ": cannot be locked: " + e, e);
        }
    }

    private Path lock(Artefact artefact) {
        Path folder = root.resolve(LOCKS);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be made: " + e, e);
        }
        return folder.resolve(artefact.kind() + "-" + artefact.hash().substring(0, DIGITS));
    }

    /**
     * @param kind whose artefacts are taken away; what needs one again makes it again
     */
    public void removeAll(String kind) {
        Path folder = root.resolve(kind);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> places = Files.list(folder)) {
            for (Path place : places.toList()) {
                // The sign that it is whole goes first.
                Files.deleteIfExists(place.resolve(INPUTS));
                Folders.remove(place);
            }
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be removed: " + e, e);
        }
    }

    private Path place(Artefact artefact) {
        return root.resolve(artefact.kind()).resolve(artefact.hash().substring(0, DIGITS));
    }

    private void make(Artefact artefact, Path place, Artefact.Maker maker) {
        long start = System.nanoTime();
        double inside = total();
        Path part = place.resolveSibling(PART + place.getFileName());
        try {
            Folders.remove(part);
            Files.createDirectories(part);
            maker.make(part);
            Files.writeString(part.resolve(INPUTS), artefact.inputs());
            Folders.remove(place);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw new LabException(place + ": another run writes into this folder", e);
        } catch (IOException e) {
            throw new LabException(place + ": cannot be written: " + e, e);
        }
        made++;
        spent(artefact.kind(), (System.nanoTime() - start) / 1e9 - (total() - inside));
    }

    /**
     * Writes down what something cost, for this run and all that come after it.
     *
     * @param what in a word
     * @param own its seconds, without those that are written down otherwise
     */
    void spent(String what, double own) {
        seconds.merge(what, own, Double::sum);
        String line = Json.line(Map.of("kind", what, "seconds", own)) + "\n";
        try {
            Files.writeString(costs, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LabException(costs + ": cannot be written: " + e, e);
        }
    }

    /**
     * @return seconds by kind, of this run and of all that came before it
     */
    public Map<String, Double> allSeconds() {
        Map<String, Double> all = new TreeMap<>();
        if (Files.exists(costs)) {
            JsonLines.readAll(costs, line -> line)
                    .forEach(line -> all.merge(
                            line.path("kind").asText(), line.path("seconds").asDouble(), Double::sum));
        }
        return all;
    }

    double total() {
        return seconds.values().stream().mapToDouble(value -> value).sum();
    }

    /**
     * @return bytes of all that it holds
     */
    public long bytes() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(StudyStore::size)
                    .sum();
        } catch (IOException e) {
            throw new LabException(root + ": cannot be read: " + e, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        }
    }
}

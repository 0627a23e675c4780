package org.lemmalab.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;

/**
 * Downloads catalogued files. A download goes to a temporary file beside its place, is held against the catalogued SHA-256, and
 * only then takes its name; whatever fails leaves nothing behind. A file that is already there is never overwritten.
 */
public final class DataFetcher {
    /** What is done about sizes and waits when nothing else is said: 64 MiB, 20 s to connect, 10 minutes a file. */
    public static final Limits DEFAULT_LIMITS = new Limits(64L << 20, Duration.ofSeconds(20), Duration.ofMinutes(10));

    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;

    private final Limits limits;
    private final HttpClient client;

    /**
     * @param bytes the largest file that is accepted
     * @param connect the longest wait for a connection
     * @param total the longest time for one file, connection included
     */
    public record Limits(long bytes, Duration connect, Duration total) {
        /** Checks that all are positive. */
        public Limits {
            if (bytes < 1 || !isPositive(connect) || !isPositive(total)) {
                throw new LabException(
                        "fetch limits: expected positive values, found " + bytes + " bytes, " + connect + ", " + total);
            }
        }

        private static boolean isPositive(Duration duration) {
            return !duration.isNegative() && !duration.isZero();
        }
    }

    /** What became of a file. */
    public enum Outcome {
        /** It was downloaded, and its hash is right. */
        FETCHED,
        /** It was there already, byte for byte. */
        ALREADY_THERE
    }

    /**
     * @param limits sizes and waits
     */
    public DataFetcher(Limits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * Brings every file of a set into a data folder; for notebooks. The first failure ends it, and what was fetched stays.
     *
     * @param set the set
     * @param folder the data folder
     * @return what became of each file, in the catalog's order
     * @throws LabException as {@link #fetch(CatalogSet, CatalogFile, Path, ObjLongConsumer)} does
     */
    public List<Outcome> fetch(CatalogSet set, Path folder) {
        return set.files().stream()
                .map(file -> fetch(set, file, folder, (each, received) -> {}))
                .toList();
    }

    /**
     * Brings one file of a set into a data folder.
     *
     * @param set the set, which says what to do by hand
     * @param file one of its files
     * @param folder the data folder, made where it is missing
     * @param progress is told the file and the bytes received so far
     * @return what became of it
     * @throws LabException if another file lies in its place, it has no address, no answer comes, the answer is not 200, it is
     *     too large or breaks off, or its hash is not the catalogued one (the message gives both)
     */
    public Outcome fetch(CatalogSet set, CatalogFile file, Path folder, ObjLongConsumer<CatalogFile> progress) {
        FileState state = FileState.of(file, folder);
        if (state instanceof FileState.Present) {
            return Outcome.ALREADY_THERE;
        }
        if (state instanceof FileState.Different different) {
            throw new LabException(file.in(folder) + ": another file is there already, expected SHA-256 "
                    + file.sha256() + ", found " + different.sha256() + "; move it away to fetch the catalogued one");
        }
        URI url = file.url().orElseThrow(() -> byHand(set, file, folder));
        Path target = file.in(folder);
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(target.getParent());
            temporary.toFile().deleteOnExit();
            download(url, file, temporary, progress);
            requireHash(file, temporary, url);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(file, target, url, reason(e), e);
        } finally {
            remove(temporary);
        }
        return Outcome.FETCHED;
    }

    private void download(URI url, CatalogFile file, Path temporary, ObjLongConsumer<CatalogFile> progress)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(limits.total()).GET().build();
        long deadline = System.nanoTime() + limits.total().toNanos();
        HttpResponse<InputStream> response = send(request);
        try (InputStream in = response.body()) {
            if (response.statusCode() != OK) {
                throw new IOException("the server answered with status " + response.statusCode());
            }
            closeAt(deadline, in);
            copy(in, temporary, file, progress);
        } catch (IOException e) {
            if (System.nanoTime() >= deadline) {
                throw new IOException("not complete after " + limits.total().toMillis() + " ms", e);
            }
            throw e;
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A request's own timeout ends with the headers; a body that stalls is ended by closing it. */
    private static void closeAt(long deadline, InputStream in) {
        long left = Math.max(1, deadline - System.nanoTime());
        CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(() -> {
            try {
                in.close();
            } catch (IOException e) {
                // The reader meets the same failure and reports it.
            }
        });
    }

    private void copy(InputStream in, Path temporary, CatalogFile file, ObjLongConsumer<CatalogFile> progress)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long received = 0;
        try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                received += n;
                if (received > limits.bytes()) {
                    throw new IOException("the file is larger than the limit of " + limits.bytes() + " bytes");
                }
                out.write(buffer, 0, n);
                progress.accept(file, received);
            }
        }
    }

    private static void requireHash(CatalogFile file, Path temporary, URI url) throws IOException {
        String found = Hashes.sha256(temporary);
        if (!found.equals(file.sha256())) {
            throw new LabException(
                    file.path() + ": refused, what " + url + " sends is not the catalogued file: expected "
                            + file.bytes() + " bytes with SHA-256 " + file.sha256() + ", found " + Files.size(temporary)
                            + " bytes with SHA-256 " + found);
        }
    }

    private static LabException byHand(CatalogSet set, CatalogFile file, Path folder) {
        return new LabException(file.path() + ": has no address to fetch it from. By hand, from " + set.page() + ": "
                + set.byHand().orElseThrow() + " Save it as " + file.in(folder));
    }

    private static LabException failed(CatalogFile file, Path target, URI url, String reason, IOException cause) {
        return new LabException(
                file.path() + ": could not be fetched: " + reason + ". By hand: download " + url + ", save it as "
                        + target + " and run 'lab data check'",
                cause);
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? "no connection (" + name + ")" : e.getMessage();
    }

    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new LabException(temporary + ": a temporary file cannot be removed: " + e.getMessage(), e);
        }
    }
}

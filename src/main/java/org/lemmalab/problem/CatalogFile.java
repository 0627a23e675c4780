package org.lemmalab.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lemmalab.io.Fields;
import org.lemmalab.io.LabException;

/**
 * One file of a public set.
 *
 * @param path where it lies under the data folder, with forward slashes, for example {@code gsm8k/test.jsonl}
 * @param rows how many records it holds
 * @param bytes its size
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 * @param url where exactly this file can be downloaded; empty where it must be had by hand
 */
public record CatalogFile(String path, long rows, long bytes, String sha256, Optional<URI> url) {
    private static final Pattern PATH = Pattern.compile("[a-z0-9_]+(/[a-z0-9_]+)*\\.jsonl?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Checks path, counts, hash and address. */
    public CatalogFile {
        if (!PATH.matcher(path).matches()) {
            throw new LabException("catalog: expected a relative path to a .jsonl or .json file, found '" + path + "'");
        }
        if (rows < 1 || bytes < 1) {
            throw new LabException(
                    "catalog, " + path + ": expected rows and bytes from 1, found " + rows + " and " + bytes);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new LabException(
                    "catalog, " + path + ": expected a SHA-256 of 64 hexadecimal digits, found '" + sha256 + "'");
        }
        url.ifPresent(address -> {
            if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
                throw new LabException("catalog, " + path + ": expected an http(s) address, found " + address);
            }
        });
    }

    static CatalogFile of(JsonNode node) {
        return new CatalogFile(
                Fields.text(node, "path"),
                Fields.integer(node, "rows"),
                Fields.integer(node, "bytes"),
                Fields.text(node, "sha256"),
                Fields.optionalText(node, "url").map(CatalogFile::address));
    }

    /**
     * @param folder a data folder
     * @return where this file belongs in it
     */
    public Path in(Path folder) {
        return folder.resolve(path);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new LabException("catalog: expected an address, found '" + text + "'", e);
        }
    }
}

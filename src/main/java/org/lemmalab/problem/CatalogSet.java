package org.lemmalab.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.io.Fields;
import org.lemmalab.io.LabException;

/**
 * One public set: what it is, where it comes from and under which licence.
 *
 * @param name its name on the command line
 * @param what what it holds, in one line
 * @param source the public repository that the files are taken from, owner/name
 * @param page that repository's page
 * @param licence its licence, or what is known of it
 * @param byHand how to make the files that have no address; empty where every file has one
 * @param files its files
 */
public record CatalogSet(
        String name,
        String what,
        String source,
        String page,
        String licence,
        Optional<String> byHand,
        List<CatalogFile> files) {
    /** Copies the files; checks that there is one, and that each can be had. */
    public CatalogSet {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new LabException("catalog, " + name + ": expected at least one file, found none");
        }
        if (byHand.isEmpty() && files.stream().anyMatch(file -> file.url().isEmpty())) {
            throw new LabException("catalog, " + name + ": a file has no address, so by_hand must say how to make it");
        }
    }

    static CatalogSet of(JsonNode node) {
        List<CatalogFile> files = new ArrayList<>();
        node.path("files").forEach(file -> files.add(CatalogFile.of(file)));
        return new CatalogSet(
                Fields.text(node, "name"),
                Fields.text(node, "what"),
                Fields.text(node, "source"),
                Fields.text(node, "page"),
                Fields.text(node, "licence"),
                Fields.optionalText(node, "by_hand"),
                files);
    }

    /**
     * @return the size of all files together, in bytes
     */
    public long bytes() {
        return files.stream().mapToLong(CatalogFile::bytes).sum();
    }

    /**
     * @return the records of all files together
     */
    public long rows() {
        return files.stream().mapToLong(CatalogFile::rows).sum();
    }
}

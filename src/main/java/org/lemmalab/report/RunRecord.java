package org.lemmalab.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import tech.tablesaw.api.Table;

/**
 * Keeps what an experiment drew and tabulated in a folder: figures as SVG and PNG, tables as CSV and Markdown, and
 * {@code record.json} with the provenance and the hash of every file. Each file is written under a temporary name and renamed.
 */
public final class RunRecord {
    private static final String NAME = "record.json";
    private static final String HASHES = "files_sha256";
    private static final Pattern PLAIN_NAME = Pattern.compile("\\w[\\w.-]*");

    private RunRecord() {}

    /**
     * Writes everything into a folder, replacing what an earlier run left there. Files that the earlier run's record names and this one
     * has not are removed, unless they were changed since.
     *
     * @param folder the folder, made if missing
     * @param tables tables by file name without its ending
     * @param figures figures, each with its own name
     * @param provenance what the results were made from
     * @return the files written, {@code record.json} last
     * @throws LabException if a file cannot be written
     */
    public static List<Path> write(
            Path folder, Map<String, Table> tables, List<Figure> figures, Provenance provenance) {
        Map<String, byte[]> contents = new TreeMap<>();
        tables.forEach((name, table) -> {
            contents.put(name + ".csv", utf8(table.write().toString("csv")));
            contents.put(name + ".md", utf8(new TableView(table).markdown()));
        });
        for (Figure figure : figures) {
            contents.put(figure.name() + ".svg", utf8(figure.svg()));
            contents.put(figure.name() + ".png", figure.png());
        }
        Map<String, String> hashes = new TreeMap<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                hashes.put(content.getKey(), Hashes.sha256(replace(folder, content.getKey(), content.getValue())));
            }
            removeObsolete(folder, hashes.keySet());
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("provenance", provenance);
            record.put(HASHES, hashes);
            contents.put(NAME, utf8(Json.pretty(record) + "\n"));
            replace(folder, NAME, contents.get(NAME));
        } catch (IOException e) {
            throw new LabException(folder + ": the record cannot be written: " + e.getMessage(), e);
        }
        hashes.put(NAME, "");
        return hashes.keySet().stream()
                .sorted((a, b) -> Boolean.compare(a.equals(NAME), b.equals(NAME)))
                .map(folder::resolve)
                .toList();
    }

    private static void removeObsolete(Path folder, Set<String> kept) throws IOException {
        Path record = folder.resolve(NAME);
        if (!Files.exists(record)) {
            return;
        }
        for (Map.Entry<String, JsonNode> file :
                Json.parse(Files.readString(record)).path(HASHES).properties()) {
            Path obsolete = folder.resolve(file.getKey());
            boolean isOwn = PLAIN_NAME.matcher(file.getKey()).matches() && Files.isRegularFile(obsolete);
            if (isOwn
                    && !kept.contains(file.getKey())
                    && Hashes.sha256(obsolete).equals(file.getValue().asText())) {
                Files.delete(obsolete);
            }
        }
    }

    private static Path replace(Path folder, String name, byte[] content) throws IOException {
        Path temporary = folder.resolve(name + ".part");
        Files.write(temporary, content);
        return Files.move(
                temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

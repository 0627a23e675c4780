package org.lemmalab.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * The public sets that the toolkit knows: source, licence, size and SHA-256 of every file. None of them ships with the
 * project; {@link DataFetcher} brings them into a data folder of the user's, and {@link #check(Path)} says what lies there.
 *
 * @param sets the sets, their names and their files' paths each unique
 */
public record DataCatalog(List<CatalogSet> sets) {
    private static final String RESOURCE = "catalog.json";

    /** Copies the sets and checks that no name and no path stands twice. */
    public DataCatalog {
        sets = List.copyOf(sets);
        Set<String> seen = new HashSet<>();
        for (CatalogSet set : sets) {
            requireNew(seen, set.name());
            set.files().forEach(file -> requireNew(seen, file.path()));
        }
    }

    /**
     * @return the catalog that comes with the toolkit
     */
    public static DataCatalog bundled() {
        try (InputStream in = DataCatalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new LabException("catalog: the resource " + RESOURCE + " is missing from the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LabException("catalog: cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @param file a catalog of the user's own, in the same form as the toolkit's
     * @return that catalog
     * @throws LabException if it cannot be read, or a field is missing or wrong, naming it
     */
    public static DataCatalog read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new LabException(file + ": the catalog cannot be read: " + e, e);
        } catch (LabException e) {
            throw new LabException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param json an object with the field {@code sets}
     * @return the catalog
     * @throws LabException if a field is missing or wrong, naming it
     */
    public static DataCatalog parse(String json) {
        JsonNode sets = Json.parse(json).path("sets");
        if (!sets.isArray() || sets.isEmpty()) {
            throw new LabException("catalog: expected an object with a list 'sets', found none");
        }
        List<CatalogSet> parsed = new ArrayList<>();
        sets.forEach(set -> parsed.add(CatalogSet.of(set)));
        return new DataCatalog(parsed);
    }

    /**
     * @param name a set's name
     * @return that set
     * @throws LabException if there is none of that name, naming those that exist
     */
    public CatalogSet named(String name) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LabException("data set: expected one of "
                        + sets.stream().map(CatalogSet::name).collect(Collectors.joining(", ")) + ", found '" + name
                        + "'"));
    }

    /**
     * Compares a data folder with the catalog.
     *
     * @param folder the data folder; it need not exist
     * @return one state a file, in the catalog's order
     */
    public List<FileState> check(Path folder) {
        return sets.stream()
                .flatMap(set -> set.files().stream())
                .map(file -> FileState.of(file, folder))
                .toList();
    }

    private static void requireNew(Set<String> seen, String name) {
        if (!seen.add(name)) {
            throw new LabException("catalog: '" + name + "' stands there twice");
        }
    }
}

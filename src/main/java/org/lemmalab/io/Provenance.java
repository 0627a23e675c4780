package org.lemmalab.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a result was made from. Two results with equal provenance on one machine are equal byte for byte, so it holds neither
 * times nor paths.
 *
 * @param toolkit the toolkit's version
 * @param java the version of the Java runtime
 * @param seed the seed that every random choice depends on
 * @param settings the settings by name
 * @param dataSha256 the SHA-256 of each input, by a name such as {@code gsm8k/test.jsonl}
 */
public record Provenance(
        String toolkit, String java, long seed, Map<String, String> settings, Map<String, String> dataSha256) {
    private static final String RESOURCE = "version.properties";
    private static final String LIBRARY = "library.";

    /** Copies the maps into the order of their keys. */
    public Provenance {
        settings = new TreeMap<>(settings);
        dataSha256 = new TreeMap<>(dataSha256);
    }

    /**
     * Provenance of a result of this toolkit on this Java.
     *
     * @param seed the seed
     * @param settings the settings by name
     * @param dataSha256 the SHA-256 of each input by name
     * @return the record
     */
    public static Provenance of(long seed, Map<String, String> settings, Map<String, String> dataSha256) {
        return new Provenance(toolkitVersion(), System.getProperty("java.version"), seed, settings, dataSha256);
    }

    /**
     * @return the version that this toolkit was built as
     */
    public static String toolkitVersion() {
        return built().getProperty("version");
    }

    /**
     * @return the versions of the libraries that its numbers and figures depend on, by name
     */
    public static Map<String, String> libraries() {
        Properties built = built();
        Map<String, String> versions = new TreeMap<>();
        for (String name : built.stringPropertyNames()) {
            if (name.startsWith(LIBRARY)) {
                versions.put(name.substring(LIBRARY.length()), built.getProperty(name));
            }
        }
        return versions;
    }

    private static Properties built() {
        Properties properties = new Properties();
        try (InputStream in = Provenance.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new LabException("resource " + RESOURCE + ": missing from the class path");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new LabException("resource " + RESOURCE + ": cannot be read: " + e.getMessage(), e);
        }
        return properties;
    }
}

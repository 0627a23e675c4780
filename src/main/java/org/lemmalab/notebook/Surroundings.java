package org.lemmalab.notebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a notebook takes from its surroundings: the data folder, and where figures are kept. */
public final class Surroundings {
    private Surroundings() {}

    /**
     * @return the folder of real data that {@code LEMMA_DATA} names; empty where it names none, and the samples are used
     */
    public static Optional<Path> data() {
        return named(System.getenv(), "LEMMA_DATA");
    }

    /**
     * @param experiment the experiment's folder, for example {@code error-types}
     * @return where its tables and figures go: below the folder that {@code LEMMA_FIGURES} names, else below the project's
     *     {@code figures}
     */
    public static Path figures(String experiment) {
        return figures(System.getenv(), System.getProperty("lemmalab.root", ".."), experiment);
    }

    static Path figures(Map<String, String> environment, String root, String experiment) {
        return named(environment, "LEMMA_FIGURES")
                .orElse(Path.of(root, "figures"))
                .resolve(experiment);
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}

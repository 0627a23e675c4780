package org.lemmalab.notebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.transformer.Students;

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
     * @return whether {@code LEMMA_BUDGET} is {@code quick}: a run that only shows that all works
     */
    public static boolean isQuick() {
        return "quick".equals(System.getenv("LEMMA_BUDGET"));
    }

    /**
     * @return the small student that comes with the project; empty where it is not there
     */
    public static Optional<Path> student() {
        return Students.first();
    }

    /**
     * @return the checkpoint folder that {@code LEMMA_CHECKPOINT} names, to be trained where there is a GPU
     */
    public static Optional<Path> checkpoint() {
        return named(System.getenv(), "LEMMA_CHECKPOINT");
    }

    /**
     * @param experiment the experiment's folder, for example {@code error-types}
     * @return where its tables and figures go: below the folder that {@code LEMMA_FIGURES} names, else below the project's
     *     {@code figures}
     */
    public static Path figures(String experiment) {
        return figures(System.getenv(), root(), experiment);
    }

    /**
     * @return the study whose outcomes are shown: the folder that {@code LEMMA_STUDY} names, else the one recorded in the project's
     *     {@code figures/study}
     */
    public static Path study() {
        return study(System.getenv(), root());
    }

    /**
     * @param name a recorded study in the project's figures, for example {@code study-standard}
     * @return its folder
     */
    public static Path study(String name) {
        return recorded(root(), name);
    }

    static Path study(Map<String, String> environment, String root) {
        return named(environment, "LEMMA_STUDY").orElse(recorded(root, "study"));
    }

    static Path figures(Map<String, String> environment, String root, String experiment) {
        return named(environment, "LEMMA_FIGURES")
                .orElse(Path.of(root, "figures"))
                .resolve(experiment);
    }

    private static Path recorded(String root, String name) {
        return Path.of(root, "figures", name);
    }

    private static String root() {
        return System.getProperty("lemmalab.root", "..");
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}

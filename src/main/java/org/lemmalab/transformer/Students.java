package org.lemmalab.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;

/** The students that ship with the project: Hugging Face checkpoint folders below {@code datasets/students}. */
public final class Students {
    private static final String FOLDER = "datasets/students";

    /** The one that everything is shown with. */
    private static final String FIRST = "small";

    private static final String TWINS_FOLDER = "twins";
    private static final List<String> TWINS = List.of("plain", "retries", "masked");

    private Students() {}

    /**
     * @param name a student's name, for example {@code small}
     * @return its checkpoint folder
     * @throws LabException if there is none of that name, naming those that there are
     */
    public static Path folder(String name) {
        return folder(root(), name);
    }

    /**
     * @return the names of the students, in order; none where the project's folder is not at hand
     */
    public static List<String> names() {
        return names(root());
    }

    /**
     * @return the checkpoint folder of the small student; empty where it is not there
     */
    public static Optional<Path> first() {
        return names().contains(FIRST) ? Optional.of(folder(FIRST)) : Optional.empty();
    }

    /**
     * @return the checkpoint folders of all students, the small one first; none where the project's folder is not at hand
     */
    public static List<Path> folders() {
        return folders(root());
    }

    /**
     * @return the checkpoint folder of the student whose weights take the fewest bytes; empty where there is none
     */
    public static Optional<Path> smallest() {
        return smallest(root());
    }

    /**
     * Students of one training that part where the rate begins to fall: what they then read has errors in it or not. They are no further
     * bases of the study.
     *
     * @return their checkpoint folders: right solutions alone, errors that are learnt, errors that are masked; those that are there
     */
    public static List<Path> twins() {
        Path twins = root().resolve(FOLDER).resolve(TWINS_FOLDER);
        return TWINS.stream().map(twins::resolve).filter(Students::isStudent).toList();
    }

    private static boolean isStudent(Path folder) {
        return Files.exists(folder.resolve("config.json"));
    }

    static Optional<Path> smallest(Path root) {
        return folders(root).stream().min(Comparator.comparingLong(Students::weightBytes));
    }

    private static long weightBytes(Path student) {
        Path weights = student.resolve(WeightFiles.SINGLE);
        try {
            return Files.size(weights);
        } catch (IOException e) {
            throw new LabException(weights + ": expected a student's weights, found none: " + e, e);
        }
    }

    static List<Path> folders(Path root) {
        return names(root).stream()
                .sorted(Comparator.comparing(name -> !name.equals(FIRST)))
                .map(root.resolve(FOLDER)::resolve)
                .toList();
    }

    static Path folder(Path root, String name) {
        List<String> names = names(root);
        if (!names.contains(name)) {
            String found = names.isEmpty() ? "no students at all" : "only " + String.join(", ", names);
            throw new LabException("student: expected '" + name + "' in " + root.resolve(FOLDER) + ", found " + found);
        }
        return root.resolve(FOLDER).resolve(name);
    }

    static List<String> names(Path root) {
        Path students = root.resolve(FOLDER);
        if (!Files.isDirectory(students)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(students)) {
            return folders.filter(Students::isStudent)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabException(students + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    /** The checkout that the launcher names; without it the current folder, or the one above where a notebook runs. */
    private static Path root() {
        return Stream.of(System.getProperty("lemmalab.root", "."), "..")
                .map(Path::of)
                .filter(root -> Files.isDirectory(root.resolve(FOLDER)))
                .findFirst()
                .orElse(Path.of(System.getProperty("lemmalab.root", ".")));
    }
}

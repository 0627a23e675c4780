package org.lemmalab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of a cell that adds to the class path: {@code %maven group:artifact:version …}, by the Maven of this machine and with what it
 * depends on, or {@code %classpath FILE …}, where {@code folder/*} means all jars of a folder.
 *
 * @param line the line
 */
record ClassPathLine(String line) {
    private static final String PROJECT = "<project><modelVersion>4.0.0</modelVersion><groupId>cell</groupId>"
            + "<artifactId>cell</artifactId><version>1</version><dependencies>%s</dependencies></project>";
    private static final String DEPENDENCY =
            "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>";
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

    /** What is added. */
    List<String> entries() throws IOException, InterruptedException, CellFailure {
        String[] words = line.substring(1).strip().split("\\s+");
        List<String> arguments = List.of(words).subList(1, words.length);
        return switch (words[0]) {
            case "maven" -> maven(arguments);
            case "classpath" -> files(arguments);
            default -> throw failure("expected %maven GROUP:ARTIFACT:VERSION or %classpath FILE, found " + line);
        };
    }

    private static List<String> files(List<String> arguments) throws IOException, CellFailure {
        List<String> all = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument.replaceFirst("\\*$", ""));
            if (!Files.exists(path)) {
                throw failure("%classpath: there is no file " + path.toAbsolutePath());
            }
            all.addAll(argument.endsWith("*") ? jars(path) : List.of(argument));
        }
        return all;
    }

    private static List<String> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> maven(List<String> coordinates) throws IOException, InterruptedException, CellFailure {
        String dependencies =
                coordinates.stream().map(ClassPathLine::dependency).collect(Collectors.joining());
        Path folder = Files.createTempDirectory("lemma-maven");
        try {
            Files.writeString(folder.resolve("pom.xml"), String.format(PROJECT, dependencies));
            return resolved(folder, String.join(" ", coordinates));
        } finally {
            delete(folder);
        }
    }

    private static String dependency(String coordinates) {
        String[] parts = coordinates.split(":");
        if (parts.length != 3) {
            throw new IllegalArgumentException("expected GROUP:ARTIFACT:VERSION, found " + coordinates);
        }
        return String.format(DEPENDENCY, (Object[]) parts);
    }

    private static List<String> resolved(Path folder, String coordinates)
            throws IOException, InterruptedException, CellFailure {
        Path found = folder.resolve("classpath.txt");
        Path said = folder.resolve("said.txt");
        // -U: what was not found yesterday is looked for again.
        Process maven = start(
                new ProcessBuilder("mvn", "-q", "-B", "-U", "-Dstyle.color=never", PLUGIN, "-Dmdep.outputFile=" + found)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile()));
        try {
            if (maven.waitFor() != 0 || !Files.exists(found)) {
                throw unresolved(coordinates, Files.readString(said));
            }
            return Engine.paths(Files.readString(found).strip());
        } finally {
            maven.destroy();
        }
    }

    private static Process start(ProcessBuilder maven) throws CellFailure {
        try {
            return maven.start();
        } catch (IOException e) {
            throw failure("%maven needs Maven: the program mvn cannot be started (" + e.getMessage()
                    + ").\nInstall Maven, or put its folder bin on the PATH that Jupyter is started with.");
        }
    }

    private static CellFailure unresolved(String coordinates, String said) {
        String reason = said.replaceAll("\u001B\\[[\\d;]*m", "")
                .lines()
                .filter(each -> each.startsWith("[ERROR] "))
                .map(each -> each.replaceAll("^\\[ERROR] (.*project cell(:cell:jar:1)?: )?| -> \\[Help \\d+]$", ""))
                .findFirst()
                .orElse(said);
        boolean isAlone = reason.contains("Could not transfer") || reason.contains("in offline mode");
        return failure("%maven could not load " + coordinates + ".\n"
                + "Maven looked in its local repository"
                + " (~/.m2/repository, unless its settings name another)"
                + " and says:\n"
                + reason
                + (isAlone
                        ? "\nWithout a network only what Maven has downloaded or installed before can be loaded."
                        : ""));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    static CellFailure failure(String message) {
        return new CellFailure("ClassPathError", message);
    }
}

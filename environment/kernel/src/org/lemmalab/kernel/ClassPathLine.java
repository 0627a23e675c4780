package org.lemmalab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String DEPENDENCY =
            "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>";
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

    /** What is added. */
    List<String> entries() throws Exception {
        String[] words = line.substring(1).strip().split("\\s+");
        List<String> arguments = List.of(words).subList(1, words.length);
        return switch (words[0]) {
            case "maven" -> maven(arguments);
            case "classpath" -> arguments.stream().flatMap(ClassPathLine::jars).toList();
            default -> throw failure("expected %maven GROUP:ARTIFACT:VERSION or %classpath FILE, found " + line);
        };
    }

    private static Stream<String> jars(String argument) {
        return argument.endsWith("*")
                ? listed(Path.of(argument.substring(0, argument.length() - 1)))
                : Stream.of(argument);
    }

    private static Stream<String> listed(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> maven(List<String> coordinates) throws IOException, InterruptedException, CellFailure {
        Path folder = Files.createTempDirectory("lemma-maven");
        Path found = folder.resolve("classpath.txt");
        String dependencies =
                coordinates.stream().map(ClassPathLine::dependency).collect(Collectors.joining());
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>cell</groupId><artifactId>cell</artifactId>"
                        + "<version>1</version><dependencies>" + dependencies + "</dependencies></project>");
        Process maven = new ProcessBuilder(
                        "mvn", "-q", "-B", "-Dstyle.color=never", PLUGIN, "-Dmdep.outputFile=" + found)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(maven.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (maven.waitFor() != 0 || !Files.exists(found)) {
            throw failure(String.join(" ", coordinates) + " could not be resolved:\n" + said);
        }
        return Engine.paths(Files.readString(found).strip());
    }

    private static String dependency(String coordinates) {
        String[] parts = coordinates.split(":");
        if (parts.length != 3) {
            throw new IllegalArgumentException("expected GROUP:ARTIFACT:VERSION, found " + coordinates);
        }
        return String.format(DEPENDENCY, (Object[]) parts);
    }

    static CellFailure failure(String message) {
        return new CellFailure("ClassPathError", message, List.of(message.split("\n")));
    }
}

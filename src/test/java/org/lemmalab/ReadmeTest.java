package org.lemmalab;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lemmalab.cli.Main;
import org.lemmalab.report.GradingReport;

/** The README and the other pages of the project say nothing that does not work. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");
    private static final Pattern LAUNCHER_COMMAND = Pattern.compile("(?m)^    ([a-z-]+(?: \\| [a-z-]+)*)\\) ");

    private static List<Path> pages() throws IOException {
        try (var files = Files.walk(Path.of("."), 3)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().matches("\\./(target|\\.venv|environment/\\.jupyter)/.*"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    @TestFactory
    List<DynamicTest> javaSnippetsRun() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            List<String> snippets = blocks(page, "java");
            for (int i = 0; i < snippets.size(); i++) {
                String snippet = snippets.get(i);
                tests.add(DynamicTest.dynamicTest(page + " snippet " + (i + 1), () -> run(snippet)));
            }
        }
        assertFalse(tests.isEmpty(), "expected Java snippets in README.md");
        return tests;
    }

    @Test
    void thePoliciesAreThoseOfTheGrader() throws IOException {
        assertTrue(
                Files.readString(Path.of("README.md")).contains(GradingReport.policyMarkdown()),
                "expected the table that GradingReport.policyMarkdown() makes");
    }

    @TestFactory
    List<DynamicTest> commandLinesParse() throws IOException {
        List<String> launcher = launcherCommands();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            for (String block : blocks(page, "bash")) {
                block.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("environment/lab "))
                        .forEach(line ->
                                tests.add(DynamicTest.dynamicTest(page + ": " + line, () -> parse(line, launcher))));
            }
        }
        assertFalse(tests.isEmpty(), "expected command lines in README.md");
        return tests;
    }

    @Test
    void linkedFilesExist() throws IOException {
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            for (MatchResult link : links.results().toList()) {
                Path folder = page.getParent() == null ? Path.of(".") : page.getParent();
                assertTrue(Files.exists(folder.resolve(link.group(1))), page + " links to " + link.group(1));
            }
        }
    }

    private static List<String> launcherCommands() throws IOException {
        List<String> commands = LAUNCHER_COMMAND
                .matcher(Files.readString(Path.of("environment/lab")))
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(" \\| ")))
                .toList();
        assertTrue(
                commands.containsAll(List.of("setup", "reproduce", "test", "notebook", "doctor")), commands::toString);
        return commands;
    }

    private static void parse(String line, List<String> launcher) {
        List<String> words = WORD.matcher(line.replaceFirst("\\s+#.*$", ""))
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
        List<String> arguments = words.subList(1, words.size());
        if (launcher.contains(arguments.get(0)) && !arguments.get(0).equals("reproduce")) {
            return;
        }
        assertDoesNotThrow(() -> Main.commandLine().parseArgs(arguments.toArray(String[]::new)), line);
    }

    private static void run(String snippet) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                    .forEach(shell::addToClasspath);
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
            String rest = snippet;
            while (!rest.isBlank()) {
                SourceCodeAnalysis.CompletionInfo next = analysis.analyzeCompletion(rest);
                for (SnippetEvent event : shell.eval(next.source())) {
                    String complaints = shell.diagnostics(event.snippet())
                            .map(diagnostic -> diagnostic.getMessage(null))
                            .toList()
                            .toString();
                    assertEquals("VALID", event.status().name(), next.source() + complaints);
                    assertEquals(null, event.exception(), next.source());
                }
                rest = next.remaining();
            }
        }
    }
}

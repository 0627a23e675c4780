package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No command writes over what it reads, whatever name leads there. */
class InputsUnharmedTest {
    private static final String CONTENT = """
            {"id":"p1","question":"Ana has 4 bags of 6 nuts. How many nuts?","answer":"24","solution":"4*6=24","prediction":"24","gold":"24",\
            "problem_id":"p1","model":"m","instruction":"q","output":"4*6=24"}
            """;

    @TempDir
    private Path folder;

    /** A command whose FILE is read and whose OUT is written, and a second file that stands by. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of("errors", "--solutions", "FILE", "--gold", "OTHER", "--out", "OUT"),
            List.of("errors", "--solutions", "OTHER", "--gold", "FILE", "--out", "OUT"),
            List.of("errors", "--solutions", "FILE", "--out", "OUT"),
            List.of("corpus", "import", "FILE", "--out", "OUT"),
            List.of("grade", "FILE", "--out", "OUT"));

    /** How the output's name leads to the input: the same, by a way round, by links, by the names of what is written beside. */
    private enum Way {
        SAME("in.jsonl", "in.jsonl"),
        ROUND("in.jsonl", "sub/../in.jsonl"),
        LINK("in.jsonl", "link.jsonl"),
        HARD_LINK("in.jsonl", "hard.jsonl"),
        REJECTED("out.rejected.jsonl", "out.jsonl"),
        PART("out.jsonl.part", "out.jsonl");

        private final String input;
        private final String output;

        Way(String input, String output) {
            this.input = input;
            this.output = output;
        }
    }

    static Stream<Arguments> all() {
        return COMMANDS.stream().flatMap(command -> Stream.of(Way.values()).map(way -> Arguments.of(command, way)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areRefusedAsOutputs(List<String> command, Way way) throws IOException {
        Path input = Files.writeString(folder.resolve(way.input), CONTENT);
        Path other = Files.writeString(folder.resolve("other.jsonl"), CONTENT);
        Files.createDirectories(folder.resolve("sub"));
        if (way == Way.LINK) {
            Files.createSymbolicLink(folder.resolve(way.output), input);
        } else if (way == Way.HARD_LINK) {
            Files.createLink(folder.resolve(way.output), input);
        }
        StringWriter messages = new StringWriter();
        String[] arguments = command.stream()
                .map(word -> switch (word) {
                    case "FILE" -> input.toString();
                    case "OTHER" -> other.toString();
                    case "OUT" -> folder.resolve(way.output).toString();
                    default -> word;
                })
                .toArray(String[]::new);
        int status = Main.commandLine().setErr(new PrintWriter(messages, true)).execute(arguments);
        assertTrue(status != 0, messages.toString());
        assertTrue(
                messages.toString().contains("expected another file than the one that is read"), messages.toString());
        assertEquals(CONTENT, Files.readString(input));
        assertEquals(CONTENT, Files.readString(other));
    }
}

package org.lemmalab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/** {@code lab problems}. */
class ProblemsCommandTest {
    private static int run(String... arguments) {
        return Main.commandLine().execute(arguments);
    }

    @Test
    void writesWhatProblemSetReads(@TempDir Path folder) {
        Path file = folder.resolve("stories.jsonl");
        assertEquals(0, run("problems", "--set", "stories", "-n", "25", "--seed", "4", "--out", file.toString()));
        ProblemSet read = ProblemSet.read(file, RejectedLines.refusing());
        assertEquals(
                WordProblemSet.STORIES.generate(25, Split.TEST, 4).stream()
                        .map(WordProblem::problem)
                        .toList(),
                List.copyOf(read.byId().values()));
    }

    @Test
    void sameSeedSameFile(@TempDir Path folder) throws IOException {
        Path first = folder.resolve("a");
        Path second = folder.resolve("b");
        run("problems", "--set", "relations", "-n", "9", "--split", "TRAIN", "--out", first.toString());
        run("problems", "--set", "relations", "-n", "9", "--split", "TRAIN", "--out", second.toString());
        assertEquals(Files.readString(first), Files.readString(second));
    }

    @Test
    void writesDialogues(@TempDir Path folder) throws IOException {
        Path talks = folder.resolve("talks.jsonl");
        assertEquals(0, run("problems", "--set", "follow-up", "-n", "5", "--out", talks.toString()));
        assertEquals(5, Files.readAllLines(talks).size());
        assertEquals(
                3, Json.parse(Files.readAllLines(talks).get(0)).path("turns").size());
        Path wrong = folder.resolve("wrong.jsonl");
        assertEquals(0, run("problems", "--set", "error-correction", "-n", "5", "--out", wrong.toString()));
        assertEquals(5, ProblemSet.read(wrong, RejectedLines.refusing()).byId().size());
        assertTrue(Json.parse(Files.readAllLines(wrong).get(0))
                        .path("first_wrong_step")
                        .asInt()
                >= 1);
    }

    @Test
    void refusesUnknownSets(@TempDir Path folder) {
        assertNotEquals(
                0,
                run("problems", "--set", "riddles", "--out", folder.resolve("x").toString()));
        assertNotEquals(
                0,
                run(
                        "problems",
                        "--set",
                        "stories",
                        "-n",
                        "0",
                        "--out",
                        folder.resolve("x").toString()));
    }
}

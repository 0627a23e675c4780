package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Files of pairs of answers by kind: "=" equal, "!" unequal, "?" undecided; both directions are tested. */
final class PairFile {
    private static final int FEWEST = 100;

    private PairFile() {}

    static Stream<DynamicTest> tests(String file, Grader grader) throws IOException {
        String text;
        try (var in = PairFile.class.getResourceAsStream(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<DynamicTest> tests = new ArrayList<>();
        String kind = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                kind = line.substring(3);
            } else if (line.matches("[=!?] .*")) {
                tests.add(DynamicTest.dynamicTest(kind + ": " + line, () -> check(line, grader)));
            }
        }
        assertTrue(tests.size() > FEWEST, "the file of pairs is read");
        return tests.stream();
    }

    private static void check(String line, Grader grader) {
        String[] pair = line.substring(2).split(" \\|\\| ", -1);
        for (Verdict verdict : List.of(grader.grade(pair[0], pair[1]), grader.grade(pair[1], pair[0]))) {
            assertEquals(line.startsWith("?"), verdict.isUndecided(), verdict.toString());
            assertEquals(line.startsWith("="), verdict.isEqual(), verdict.toString());
        }
        if (!line.startsWith("?")) {
            boolean themselves =
                    Stream.of(pair).allMatch(answer -> answer.startsWith("\\text{}") || grader.equal(answer, answer));
            assertTrue(themselves, "each equals itself");
        }
    }
}

package org.lemmalab.synthetic.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lemmalab.io.Hashes;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.Students;

/** The students that ship with the project do what their model cards say. */
class ShippedStudentsTest {
    private static final List<WordProblemSet> SETS =
            List.of(WordProblemSet.STORIES, WordProblemSet.RELATIONS, WordProblemSet.ARITHMETIC);
    private static final int PROBLEMS = 60;

    /** How far below the card's share the one of these few problems may lie: three standard deviations of 60 coins; but never below a quarter of it. */
    private static final double MARGIN = 0.2;

    private static final double MOST_LOSS = 0.4;

    static List<Path> students() {
        return Stream.concat(Students.folders().stream(), Students.twins().stream())
                .toList();
    }

    private static double onCard(Path student, WordProblemSet set) throws IOException {
        Matcher row = Pattern.compile("\\| " + set.title() + " \\(in distribution\\) \\| ([\\d.]+) % \\|")
                .matcher(Files.readString(student.resolve("README.md")));
        assertTrue(row.find(), "the card has no row for " + set.title());
        return Double.parseDouble(row.group(1)) / 100;
    }

    @ParameterizedTest
    @MethodSource("students")
    void solvesWhatTheCardSays(Path student) throws IOException {
        try (LocalModel model = LocalModel.open(student)) {
            for (WordProblemSet set : SETS) {
                StudentReport report = StudentReport.of(model, set, PROBLEMS, 2);
                double least = Math.max(onCard(student, set) - MARGIN, onCard(student, set) / 4);
                assertTrue(report.accuracy().value() >= least, report + " against " + onCard(student, set));
            }
        }
    }

    /** Right solutions are likely to it: it learnt the form and most of the content, however many answers come out right. */
    @ParameterizedTest
    @MethodSource("students")
    void findsRightSolutionsLikely(Path student) {
        List<Problem> problems = WordProblemSet.STORIES.generate(PROBLEMS, Split.TEST, 2).stream()
                .map(WordProblem::problem)
                .toList();
        try (LocalModel model = LocalModel.open(student)) {
            List<Score> scores = model.score(problems.stream()
                    .map(problem -> new ScoreRequest(
                            StudentFormat.prompt(problem.question()),
                            StudentFormat.response(problem.goldSolution(), problem.goldAnswer())))
                    .toList());
            double loss = scores.stream()
                    .mapToDouble(Score::meanNegativeLogLikelihood)
                    .average()
                    .orElseThrow();
            assertTrue(loss < MOST_LOSS, "mean loss of a token: " + loss);
        }
    }

    @ParameterizedTest
    @MethodSource("students")
    void filesAreThoseOfTheCard(Path student) throws IOException {
        String card = Files.readString(student.resolve("README.md"));
        assertTrue(card.contains(Hashes.sha256(student.resolve("model.safetensors"))), "another hash");
        long bytes = 0;
        try (var files = Files.list(student)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes < 8_000_000, bytes + " bytes");
        assertEquals(
                Files.readString(student.resolve("tokenizer.json")),
                StudentText.tokenizer().files().get("tokenizer.json"));
    }
}

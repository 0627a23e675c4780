package org.lemmalab.synthetic.student;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.training.Example;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.transformer.TextTokenizer;

/** A student of a few thousand parameters, trained for a moment. */
class StudentTrainingTest {
    private static final StudentRecipe TINY =
            StudentRecipe.SMALL.withSize(32, 1).withExamples(100).withSteps(4, 2, 2);

    private static StudentTraining training(StudentRecipe recipe, Path folder) {
        return new StudentTraining(recipe, folder, TrainingListener.SILENT);
    }

    @Test
    void aRunEndsInAStudentWithACard(@TempDir Path folder) throws IOException {
        Path student = training(TINY, folder).run(Optional.empty()).orElseThrow();
        assertEquals(
                4, Files.readAllLines(folder.resolve("steady/training.jsonl")).size());
        assertEquals(
                2, Files.readAllLines(folder.resolve("long/training.jsonl")).size());
        assertEquals(
                2, Files.readAllLines(folder.resolve("cooling/training.jsonl")).size());
        assertEquals(
                1, Files.readAllLines(folder.resolve("settling/training.jsonl")).size());
        for (String file : List.of(
                "config.json",
                "model.safetensors",
                "tokenizer.json",
                "tokenizer_config.json",
                "generation_config.json")) {
            assertTrue(Files.exists(student.resolve(file)), file);
        }
        String card = ModelCard.write(TINY, folder, student, 2);
        assertEquals(card, Files.readString(student.resolve("README.md")));
        assertTrue(card.contains("| relations (in distribution) | ") && card.contains("--steps 4"), card);

        byte[] weights = Files.readAllBytes(student.resolve("model.safetensors"));
        assertEquals(Optional.of(student), training(TINY, folder).run(Optional.empty()));
        assertArrayEquals(weights, Files.readAllBytes(student.resolve("model.safetensors")));
        assertThrows(
                LabException.class, () -> training(TINY.withSeed(2), folder).run(Optional.empty()));

        textsSurviveTheTokenizer(student);
    }

    /** What twins read before the rate falls is trained once; from there on their weights part. */
    @Test
    void aForkGoesItsOwnWayWhereTheRateFalls(@TempDir Path folder) throws IOException {
        Path plain = folder.resolve("plain");
        Path first = training(TINY, plain).run(Optional.empty()).orElseThrow();
        StudentRecipe retrying = TINY.withPractice(new StudentRecipe.Practice(0, 50, true));
        Path other = folder.resolve("retries");
        StudentTraining twin = training(retrying, other);
        twin.fork(plain);
        Path second = twin.run(Optional.empty()).orElseThrow();
        assertArrayEquals(
                Files.readAllBytes(plain.resolve("long/training.jsonl")),
                Files.readAllBytes(other.resolve("long/training.jsonl")));
        assertNotEquals(
                Hashes.sha256(first.resolve("model.safetensors")), Hashes.sha256(second.resolve("model.safetensors")));
        String card = ModelCard.write(retrying, other, second, 2);
        assertTrue(
                card.contains("before 50 % of the steps of relations one is begun too early, which is masked"), card);
        assertTrue(card.contains(" --retries 50 --mask-retries "), card);

        byte[] weights = Files.readAllBytes(second.resolve("model.safetensors"));
        training(retrying, other).fork(folder.resolve("nowhere"));
        assertArrayEquals(
                weights, Files.readAllBytes(second.resolve("model.safetensors")), "a run that has begun stays");
    }

    @Test
    void aForkOfAnotherRecipeOrOfNothingIsRefused(@TempDir Path folder) {
        Path plain = folder.resolve("plain");
        training(TINY, plain).run(Optional.of(Duration.ZERO)).orElseThrow();
        StudentTraining other = training(TINY.withSeed(2), folder.resolve("other"));
        String message =
                assertThrows(LabException.class, () -> other.fork(plain)).getMessage();
        assertTrue(message.contains("expected a run of this recipe but for its practice"), message);
        String none = assertThrows(LabException.class, () -> other.fork(folder.resolve("nowhere")))
                .getMessage();
        assertTrue(none.contains("expected the recipe of a run"), none);
    }

    @Test
    void timeEndsTheSteadyPart(@TempDir Path folder) throws IOException {
        training(TINY, folder).run(Optional.of(Duration.ZERO)).orElseThrow();
        assertEquals(
                1, Files.readAllLines(folder.resolve("steady/training.jsonl")).size());
        assertEquals(
                2, Files.readAllLines(folder.resolve("cooling/training.jsonl")).size());
    }

    /**
     * Every word of every set is one token, so that no problem falls to bytes; the s of a genitive stands alone. Two words are in the
     * vocabulary as beginnings of a question only; within one they fall to their letters.
     */
    private static void textsSurviveTheTokenizer(Path student) {
        try (TextTokenizer tokenizer = TextTokenizer.open(student)) {
            for (WordProblemSet set : WordProblemSet.values()) {
                for (WordProblem made : set.generate(20, Split.TEST, 8)) {
                    String text = StudentFormat.prompt(made.problem().question());
                    int[] tokens = tokenizer.encode(text, false);
                    assertEquals(text, tokenizer.decode(tokens));
                    long letters = Arrays.stream(tokenizer.pieces(tokens))
                            .filter(piece -> piece.matches("[a-z]"))
                            .count();
                    int known = count("'s\\b", text) + count(" Of\\b", text) + 3 * count(" Near\\b", text);
                    assertTrue(letters <= known, text + ": " + letters + " letters alone");
                }
            }
        }
    }

    private static int count(String pattern, String text) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void examplesAreRightSolutionsOfTheTrainingSplit(@TempDir Path folder) throws IOException {
        StudentText.tokenizer().files().forEach((name, text) -> write(folder.resolve(name), text));
        try (TextTokenizer tokenizer = TextTokenizer.open(folder)) {
            List<Example> examples = StudentText.examples(TINY.mixture(), 3, tokenizer, 2);
            assertEquals(100, examples.size());
            Example first = examples.get(0);
            WordProblem made =
                    WordProblemSet.RELATIONS.generate(1, Split.TRAIN, 3).get(0);
            assertEquals(StudentFormat.prompt(made.problem().question()), tokenizer.decode(first.prompt()));
            assertTrue(StudentFormat.isRight(tokenizer.decode(first.response()), made.problem()));
            assertEquals(2, first.response()[first.response().length - 1]);
            assertEquals(1, first.prompt()[0]);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be written", e);
        }
    }
}

package org.lemmalab.synthetic.student;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.io.LabException;
import org.lemmalab.synthetic.wordproblem.KnowledgeDrills;
import org.lemmalab.synthetic.wordproblem.RecitationDrills;
import org.lemmalab.synthetic.wordproblem.Relation;
import org.lemmalab.synthetic.wordproblem.RepetitionDrills;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.training.Example;
import org.lemmalab.transformer.Students;
import org.lemmalab.transformer.TextTokenizer;

/** The vocabulary has the words of all text that a student reads, and the mixtures are what they say. */
class StudentTextTest {
    private static final Path STUDENT = Students.folder("small");

    /** Every word is one token; what falls to bytes leaves letters alone, as only the s of a genitive stands. */
    private static void requireWords(String text) {
        try (TextTokenizer tokenizer = TextTokenizer.open(STUDENT)) {
            List<String> alone = Arrays.stream(tokenizer.pieces(tokenizer.encode(text.replaceAll("'s\\b", ""), false)))
                    .filter(piece -> piece.matches("[a-z]"))
                    .toList();
            assertEquals(List.of(), alone, text);
        }
    }

    @Test
    void drillsAreInKnownWords() {
        StringBuilder text = new StringBuilder();
        Stream.of(
                        RecitationDrills.generate(WordProblemSet.RELATIONS, 30, Split.TRAIN, 3),
                        KnowledgeDrills.generate(30, 6, Split.TRAIN, 3),
                        RepetitionDrills.generate(WordProblemSet.RELATIONS, 30, Split.TRAIN, 3))
                .flatMap(List::stream)
                .forEach(drill -> text.append(drill.task())
                        .append("\n")
                        .append(drill.reply())
                        .append("\n"));
        requireWords(text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wait, that should be 6*8. Let me start over.",
                "Hold on, 6*8 is not 46.",
                "Hmm, something must be worked out before that.",
                "Wait, that is not what the question says of the kites.",
                "Hold on, the lamps are not known yet."
            })
    void linksAreInKnownWords(String link) {
        requireWords(link);
    }

    @Test
    void mixturesAreWholeAndStoriesOfFullLengthComeLater() {
        StudentRecipe recipe = StudentRecipe.SMALL.withExamples(1000);
        for (TextMixture mixture : List.of(
                recipe.mixture(),
                recipe.longMixture().of(1000),
                recipe.coolingMixture().of(1000),
                recipe.settlingMixture().of(1000))) {
            assertEquals(1000, mixture.total());
            assertTrue(mixture.problems().values().stream().allMatch(count -> count > 0), mixture.toString());
        }
        assertEquals(0, recipe.mixture().problems().getOrDefault(WordProblemSet.STORIES, 0));
        assertEquals(0, recipe.mixture().repetitions());
        assertTrue(recipe.longMixture().problems().get(WordProblemSet.STORIES) > 0);
        assertTrue(asked(recipe.longMixture()) < asked(recipe.coolingMixture()));
        assertTrue(asked(recipe.coolingMixture()) < asked(recipe.settlingMixture()));
        assertTrue(recipe.settlingSteps() > 0 && recipe.settlingSteps() < recipe.coolingSteps());
        TextMixture repeating = recipe.withPractice(new StudentRecipe.Practice(14, 0, false))
                .coolingMixture()
                .of(1000);
        assertEquals(1000, repeating.total());
        assertEquals(140, repeating.repetitions());
        assertThrows(LabException.class, () -> new StudentRecipe.Practice(60, 0, false));
    }

    /** What is begun too early is left out of what is learnt, word by word, and nothing else is. */
    @Test
    void maskedRetriesAreReadAndNotLearnt() {
        TextMixture some = new TextMixture(40, 0, 0, 0, 0, 0, 0, 0);
        try (TextTokenizer tokenizer = TextTokenizer.open(STUDENT)) {
            List<Example> plain = StudentText.examples(some, new StudentRecipe.Practice(0, 25, false), 3, tokenizer, 2);
            List<Example> masked = StudentText.examples(some, new StudentRecipe.Practice(0, 25, true), 3, tokenizer, 2);
            int hidden = 0;
            for (int i = 0; i < plain.size(); i++) {
                Example whole = plain.get(i);
                assertEquals(whole.response().length, whole.learnedTokens());
                assertArrayEquals(whole.response(), masked.get(i).response());
                hidden += whole.learnedTokens() - masked.get(i).learnedTokens();
                String read = tokenizer.decode(unlearned(masked.get(i)));
                assertTrue(
                        read.isEmpty()
                                || Arrays.stream(read.split("(?<=[.])"))
                                        .allMatch(line ->
                                                Relation.said(line.strip()).isPresent()),
                        read);
            }
            assertTrue(hidden > 100, hidden + " tokens");
        }
    }

    private static int[] unlearned(Example example) {
        return IntStream.range(0, example.response().length)
                .filter(i -> !example.learned()[i])
                .map(i -> example.response()[i])
                .toArray();
    }

    /** Percent of what the student is to be asked. */
    private static int asked(TextMixture mixture) {
        return mixture.relations() + mixture.stories();
    }
}

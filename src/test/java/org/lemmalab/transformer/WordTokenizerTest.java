package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.io.LabException;

/** The small student's tokenizer gives every text back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordTokenizerTest {
    private static final List<String> CORPUS = List.of(
            "Ann has 12 pears. She gives 3 pears to Ben.\nHow many pears has Ann?",
            "12 - 3 = 9\nThe answer is 9.",
            "Ben has 9 pears and 3 apples. How many fruits has Ben?");

    private TextTokenizer tokenizer;
    private WordTokenizer words;

    @BeforeAll
    void build(@TempDir Path folder) throws IOException {
        words = WordTokenizer.fromCorpus(CORPUS, 400);
        for (Map.Entry<String, String> file : words.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        tokenizer = TextTokenizer.open(folder);
    }

    @AfterAll
    void close() {
        tokenizer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann has 12 pears.",
                " two  spaces\n\n\tand a tab ",
                "Zoë's naïve café costs 3.50€ — 20% off",
                "<<48/2=24>>48/2 = 24 clips",
                "$\\frac{1}{2} \\times x^2$",
                "数学 😀\r\n"
            })
    void everyTextComesBack(String text) {
        assertEquals(text, tokenizer.decode(tokenizer.encode(text, false)));
        assertEquals(text, tokenizer.decode(tokenizer.encode(text, true)));
    }

    @Test
    void randomTextsComeBack() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            String text = random.ints(1 + i % 40, 1, 0x2FF)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertEquals(text, tokenizer.decode(tokenizer.encode(text, false)));
        }
    }

    @Test
    void aKnownWordIsOneTokenAndADigitStandsAlone() {
        assertArrayEquals(
                new String[] {"Ann", " has", " ", "1", "2", " pears", "."},
                tokenizer.pieces(tokenizer.encode("Ann has 12 pears.", false)));
    }

    @Test
    void aWordThatIsNotKnownFallsToItsBytes() {
        assertEquals(5, tokenizer.encode(" kiwi", false).length);
    }

    @Test
    void idsAreWithinTheVocabularyAndAStartTokenIsPutFirstOnRequest() {
        int[] ids = tokenizer.encode("Ann has 9 kiwis.\n", true);
        assertEquals(1, ids[0]);
        assertEquals(
                0, IntStream.of(ids).filter(id -> id < 0 || id >= words.size()).count());
    }

    @Test
    void theSameCorpusGivesTheSameFile() {
        assertEquals(words.files(), WordTokenizer.fromCorpus(CORPUS, 400).files());
    }

    @Test
    void aSizeWithoutRoomForWordsIsRefused() {
        assertThrows(LabException.class, () -> WordTokenizer.fromCorpus(CORPUS, 259));
    }
}

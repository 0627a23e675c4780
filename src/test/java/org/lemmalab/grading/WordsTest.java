package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WordsTest {
    private final Grader grader = Grader.standard();

    @TestFactory
    Stream<DynamicTest> wordsWrappingsAndChoices() throws IOException {
        return PairFile.tests("word-pairs.txt", grader);
    }

    @Property(tries = 300)
    void wrappingChangesNoNumber(@ForAll @IntRange(min = -5000, max = 5000) int number) {
        for (String wrapping :
                new String[] {"about %s", "**%s**", "\"%s\"", "\\therefore %s", "%s \\checkmark", "= %s"}) {
            assertTrue(grader.equal(String.format(wrapping, number), Integer.toString(number)), wrapping);
            assertFalse(grader.equal(String.format(wrapping, number + 1), Integer.toString(number)), wrapping);
        }
    }

    @Property(tries = 500)
    void wordsInAnotherOrderOfLettersAreOtherWords(
            @ForAll @StringLength(min = 4, max = 9) @CharRange(from = 'a', to = 'z') String word) {
        String turned = new StringBuilder(word).reverse().toString();
        boolean meansSomething = Vocabulary.FUNCTIONS.containsKey(word) || Vocabulary.FUNCTIONS.containsKey(turned);
        assertEquals(word.equals(turned) || meansSomething, grader.equal(word, turned) || meansSomething, word);
    }
}

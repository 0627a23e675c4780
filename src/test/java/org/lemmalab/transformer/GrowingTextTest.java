package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.llm.TinyCheckpoint;

/** The tokenizer cuts what it does not know into bytes, so that most characters here come in parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrowingTextTest {
    private static final String TEXT = "Ann has ½ of 12 pears 🍐🍐.\nШесть?";

    private TextTokenizer tokenizer;

    @BeforeAll
    void open(@TempDir Path parent) {
        tokenizer = TextTokenizer.open(TinyCheckpoint.write(parent, 16));
    }

    @AfterAll
    void close() {
        tokenizer.close();
    }

    private List<String> grow(String text, String... stops) {
        GrowingText growing = new GrowingText(tokenizer, List.of(stops));
        int[] tokens = tokenizer.encode(text, false);
        List<String> parts = new ArrayList<>();
        for (int count = 1; count <= tokens.length; count++) {
            parts.add(growing.add(tokens, count));
        }
        return parts;
    }

    @Test
    void partsMakeTheTextAndNeverSplitACharacter() {
        List<String> parts = grow(TEXT);
        assertEquals(TEXT, String.join("", parts));
        assertTrue(parts.contains(""), "some tokens are parts of characters");
        for (String part : parts) {
            assertFalse(part.contains("\uFFFD"), part);
            assertFalse(!part.isEmpty() && Character.isLowSurrogate(part.charAt(0)), part);
        }
        assertTrue(parts.stream().filter(part -> !part.isEmpty()).count() > 12, parts.toString());
    }

    @Test
    void whatMayBecomeAStopTextIsHeldBackUntilItDoesNot() {
        List<String> parts = grow("Ann has 12 pears", " has 13", "zzz");
        assertEquals("Ann has 12 pears", String.join("", parts));
        assertEquals(List.of("Ann", "", "", ""), parts.subList(0, 4));
    }

    @Test
    void aStopTextAndWhatFollowsIsNotTold() {
        assertEquals("Ann", String.join("", grow("Ann has 12 pears", " has 12")));
    }
}

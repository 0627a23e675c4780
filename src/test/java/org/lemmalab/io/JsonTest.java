package org.lemmalab.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final String EMOJI = "\uD83D\uDE00";

    @Test
    void halfOfASurrogatePairIsWrittenAsAnEscapeAndAWholePairAsItIs() {
        assertEquals("\"a\\ud83d\"", Json.line("a\uD83D"));
        assertEquals("\"\\ude00\\ud83d b\"", Json.line("\uDE00\uD83D b"));
        assertEquals("\"\\ud83d" + EMOJI + "\\ude00\"", Json.line("\uD83D" + EMOJI + "\uDE00"));
        assertEquals("{\"\\ud83d\":\"" + EMOJI + "\"}", Json.line(Map.of("\uD83D", EMOJI)));
        assertEquals("\"\\\\ud83d\"", Json.line("\\ud83d"));
        assertTrue(Json.pretty(List.of("\uD83D")).contains("\"\\ud83d\""));
    }

    @Property
    void whateverIsWrittenCanBeEncodedAndReadsBackTheSame(@ForAll List<Character> units) {
        StringBuilder text = new StringBuilder();
        units.forEach(text::append);
        String line = Json.line(text.toString());
        String decoded = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(text.toString(), Json.parse(decoded).textValue());
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(line));
    }

    @Test
    void exactNumbersAreWrittenAgainAsTheyWere() {
        assertEquals(
                "[1.10,0.1000000000000000055511151231257827]",
                Json.line(Json.parseExact("[1.10, 0.1000000000000000055511151231257827]")));
    }

    @Test
    void aCutNeverHalvesAPair() {
        assertEquals("ab…", Texts.shortened("abc", 2));
        assertEquals("abc", Texts.shortened("abc", 3));
        assertEquals("a…", Texts.shortened("a" + EMOJI + "b", 2));
        assertEquals("a" + EMOJI + "…", Texts.shortened("a" + EMOJI + "b", 3));
        assertEquals("", Texts.head(EMOJI, 1));
        assertEquals("\uD83D", Texts.head("\uD83Dx", 1));
    }
}

package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TokenLogProbability;

class TokenStripTest {
    private final TokenStrip strip = new TokenStrip(
            "student",
            List.of(token("3", 0.9), token(" *", 1), token(" 5", 0.25), token("\n", 0.6), token("<b>", 0.0001)));

    @Test
    void plainTextGivesTheProbabilityOfWhatWasNotExpected() {
        assertEquals("""
                student
                3 * 5[0.250]
                <b>[0.000]
                5 tokens, 2.243 nats a token on average.
                """, strip.text());
    }

    @Test
    void htmlIsDarkerWhereLessWasExpectedAndEscapesWhatModelsWrite() {
        String html = strip.html();
        assertTrue(html.contains("rgba(213,94,0,0.15)\"> 5<sub"), html);
        assertTrue(html.contains("rgba(213,94,0,0.00)\"> *</span>"), html);
        assertTrue(html.contains("rgba(213,94,0,0.75)\">&lt;b&gt;"), html);
        assertTrue(html.contains("↵</span><br>"), html);
        assertFalse(html.contains("<b>[") || html.contains("><b></"), html);
    }

    @Test
    void whatIsNoLogProbabilityIsRefused() {
        assertThrows(LabException.class, () -> new TokenStrip("t", List.of(new TokenLogProbability("a", 0.5))));
        assertThrows(LabException.class, () -> new TokenStrip("t", List.of(new TokenLogProbability("a", Double.NaN))));
        assertTrue(new TokenStrip("t", List.of()).text().contains("0 tokens."));
    }

    private static TokenLogProbability token(String text, double probability) {
        return new TokenLogProbability(text, Math.log(probability));
    }
}

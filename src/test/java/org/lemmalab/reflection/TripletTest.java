package org.lemmalab.reflection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

class TripletTest {
    private static final Triplet SCORED = Examples.triplet(new Reflection(
            "Wait, 3 × 10 is 30 𝑎𝑛𝑑 not 33.",
            ConnectionStyle.MODEL_AWARE,
            OptionalDouble.of(1.25),
            List.of(2.5, 1.25)));

    @Test
    void aLineOfJsonGivesTheSameTripletBack() {
        for (Triplet triplet : List.of(SCORED, Examples.triplet(Reflection.abrupt()))) {
            assertEquals(triplet, Triplet.parse(Json.parse(Json.line(triplet.json()))));
        }
    }

    @Test
    void theFieldsAreThoseOfTheDesign() {
        ObjectNode line = SCORED.json();
        assertEquals("calculation", line.at("/attempt/error_type").asText());
        assertEquals("student", line.at("/attempt/source").asText());
        assertEquals("fix_and_continue", line.at("/correction/strategy").asText());
        assertEquals("model_aware", line.at("/reflection/style").asText());
        assertEquals(1.25, line.at("/reflection/student_nll").asDouble());
        assertEquals(-3, line.at("/provenance/seed").asLong());
    }

    @Test
    void aFieldThatIsMissingOrUnknownIsNamed() {
        ObjectNode line = SCORED.json();
        ((ObjectNode) line.get("correction")).put("strategy", "guess");
        String unknown =
                assertThrows(LabException.class, () -> Triplet.parse(line)).getMessage();
        assertTrue(unknown.contains("fix_and_continue") && unknown.contains("guess"), unknown);
        ObjectNode shorter = SCORED.json();
        ((ObjectNode) shorter.get("attempt")).remove("steps");
        String missing =
                assertThrows(LabException.class, () -> Triplet.parse(shorter)).getMessage();
        assertTrue(missing.contains("'steps'"), missing);
    }

    @Test
    void theRevisionIsErrorReflectionCorrectionAnswer() {
        assertEquals(
                String.join(
                        "\n",
                        "It sells 4*12=48 rolls.",
                        "The buns are 3*10=33 pieces.",
                        "Wait, 3 × 10 is 30 𝑎𝑛𝑑 not 33.",
                        "The buns are 3*10=30 pieces.",
                        "100-48-30=22 pieces are left.",
                        "They bring in 22*2=$44.",
                        "The answer is: 44"),
                SCORED.revision().text());
    }

    @Test
    void spansCountCodePointsAndCoverTheLineBreakBehind() {
        Revision revision = SCORED.revision();
        String text = revision.text();
        for (Revision.Role role : Revision.Role.values()) {
            List<Revision.Part> parts = revision.parts().stream()
                    .filter(part -> part.role() == role)
                    .toList();
            List<Revision.Span> spans = revision.spans(role);
            assertEquals(parts.size(), spans.size());
            for (int i = 0; i < spans.size(); i++) {
                String covered = text.substring(
                        text.offsetByCodePoints(0, spans.get(i).start()),
                        text.offsetByCodePoints(0, spans.get(i).end()));
                assertEquals(parts.get(i).text() + (role == Revision.Role.ANSWER ? "" : "\n"), covered);
            }
        }
    }

    @Test
    void anAttemptThatIsNotTruncatedKeepsItsStepsAndItsWrongAnswer() {
        ErroneousAttempt whole = new ErroneousAttempt(
                Examples.error(org.lemmalab.mistake.ErrorType.CALCULATION, "1+1=3.", "3+1=4.")
                        .steps(),
                1,
                org.lemmalab.mistake.ErrorType.CALCULATION,
                ErrorSource.STUDENT,
                "",
                "4");
        assertEquals("1+1=3.\n3+1=4.\nThe answer is: 4", Revision.error(whole).text());
        assertEquals("1+1=3.", Revision.error(whole.truncated()).text());
        assertEquals(2, Revision.error(whole).spans(Revision.Role.AFTER_ERROR).size());
    }
}

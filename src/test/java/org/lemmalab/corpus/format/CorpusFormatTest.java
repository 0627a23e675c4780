package org.lemmalab.corpus.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.corpus.TrainingExample.Span;

class CorpusFormatTest {
    private static final TrainingExample EXAMPLE = new TrainingExample(
            "a", "How many?", "😀 3.\nThe answer is: 3", List.of(new Span(0, 4)), Map.of("kind", "x"));

    @Test
    void instructionLinesHaveThePublicFieldsAndMasks() {
        JsonNode line = CorpusFormat.INSTRUCTION.line(EXAMPLE, PromptForm.PAPER);
        assertEquals(
                PromptForm.PAPER.prompt("How many?"), line.get("instruction").asText());
        assertEquals("", line.get("input").asText());
        assertEquals(EXAMPLE.output(), line.get("output").asText());
        assertEquals("[[0,4]]", line.get("masked").toString());
    }

    @Test
    void messagesHaveTheMaskBesideTheAnswer() {
        JsonNode messages = CorpusFormat.MESSAGES.line(EXAMPLE, PromptForm.BARE).get("messages");
        assertEquals("How many?", messages.get(0).get("content").asText());
        assertEquals("assistant", messages.get(1).get("role").asText());
        assertEquals("[[0,4]]", messages.get(1).get("masked").toString());
        TrainingExample plain = new TrainingExample("b", "q", "a", List.of(), Map.of());
        assertFalse(CorpusFormat.INSTRUCTION.line(plain, PromptForm.BARE).has("masked"));
    }

    @Test
    void thePromptAtInferenceIsTheOneOfTraining() {
        for (PromptForm form : PromptForm.values()) {
            String instruction = form.instruction("How many?");
            String trained = instruction.endsWith(" ") ? instruction : instruction + "\n";
            assertEquals(form.prompt("How many?"), trained);
        }
    }
}

package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;

/** Conversations as transformers writes them. */
class ChatTemplateTest {
    @Test
    void conversationsReadAsTransformersWritesThem() throws URISyntaxException {
        JsonNode golden = Checkpoint.json(
                Path.of(getClass().getResource("golden/chat.json").toURI()));
        assertEquals(6, golden.get("conversations").size());
        for (JsonNode conversation : golden.get("conversations")) {
            ChatTemplate template =
                    ChatTemplate.valueOf(conversation.get("template").asText());
            ChatTemplate.Message[] messages = StreamSupport.stream(
                            conversation.get("messages").spliterator(), false)
                    .map(message -> new ChatTemplate.Message(
                            message.get("role").asText(), message.get("content").asText()))
                    .toArray(ChatTemplate.Message[]::new);
            assertEquals(conversation.get("text").asText(), template.format(messages), template.name());
        }
    }

    @Test
    void aRoleThatAFormatDoesNotHaveIsRefused() {
        ChatTemplate.Message system = new ChatTemplate.Message("system", "Be brief.");
        LabException failure = assertThrows(LabException.class, () -> ChatTemplate.MISTRAL.format(system));
        assertTrue(failure.getMessage().contains("MISTRAL"), failure.getMessage());
        assertThrows(LabException.class, () -> new ChatTemplate.Message("tool", "x"));
    }
}

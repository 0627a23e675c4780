package org.lemmalab.llm.server;

import java.util.List;
import java.util.stream.Collectors;

/** How a conversation becomes the one text that a model continues. */
@FunctionalInterface
public interface ChatFormat {
    /** The turns' texts with an empty line between them; a single turn as it stands. */
    ChatFormat PLAIN = messages -> messages.stream().map(ChatMessage::text).collect(Collectors.joining("\n\n"));

    /**
     * @param messages at least one
     * @return the prompt
     * @throws org.lemmalab.io.LabException if the model knows no such conversation
     */
    String prompt(List<ChatMessage> messages);
}

package org.lemmalab.transformer;

import java.util.Arrays;
import java.util.List;
import org.lemmalab.io.LabException;

/**
 * How a family writes a conversation as one text. The start token is left to the tokenizer, except where a family writes it out
 * between the turns.
 */
public enum ChatTemplate {
    /** Llama 3 and 3.x: a header with the role, the text, an end-of-turn mark. */
    LLAMA3 {
        @Override
        String turn(Message message) {
            return header(message.role()) + message.text().strip() + "<|eot_id|>";
        }

        @Override
        String opening() {
            return header("assistant");
        }

        private String header(String role) {
            return "<|start_header_id|>" + role + "<|end_header_id|>\n\n";
        }
    },
    /** Mistral's instruction models (as version 0.2 has it): questions between [INST] marks, an end token after each answer. */
    MISTRAL {
        @Override
        String turn(Message message) {
            return switch (message.role()) {
                case "user" -> "[INST] " + message.text() + " [/INST]";
                case "assistant" -> " " + message.text() + "</s>";
                default ->
                    throw new LabException(
                            "chat template MISTRAL: expected role user or assistant, found '" + message.role() + "'");
            };
        }

        @Override
        String opening() {
            return "";
        }
    },
    /** ChatML, as Qwen2 and Qwen2.5 write it. */
    CHATML {
        @Override
        String turn(Message message) {
            return "<|im_start|>" + message.role() + "\n" + message.text() + "<|im_end|>\n";
        }

        @Override
        String opening() {
            return "<|im_start|>assistant\n";
        }
    };

    private static final List<String> ROLES = List.of("system", "user", "assistant");

    /**
     * One turn of a conversation.
     *
     * @param role system, user or assistant
     * @param text what was said
     */
    public record Message(String role, String text) {
        /** Checks the role. */
        public Message {
            if (text == null || !ROLES.contains(role)) {
                throw new LabException(
                        "message: expected a text and one of the roles " + ROLES + ", found role '" + role + "'");
            }
        }

        /**
         * @param text what the user says
         * @return the turn
         */
        public static Message user(String text) {
            return new Message("user", text);
        }
    }

    /**
     * @param messages the conversation so far
     * @return it as one text that an assistant's turn goes on from
     */
    public String format(Message... messages) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(messages).map(this::turn).forEach(text::append);
        return text.append(opening()).toString();
    }

    abstract String turn(Message message);

    abstract String opening();
}

package org.lemmalab.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.io.Fields;
import org.lemmalab.io.LabException;

/**
 * What one line of training data says, before it is tokens; in either of two forms:
 *
 * <pre>
 * {"instruction": "…", "input": "…", "output": "…", "masked": [[0, 12]]}
 * {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…", "masked": [[0, 12]]}]}
 * </pre>
 *
 * @param id where the line names one
 * @param turns in order; the assistant does not begin, and ends
 */
public record Conversation(Optional<String> id, List<Turn> turns) {
    /** Copies the list and checks who begins and ends. */
    public Conversation {
        turns = List.copyOf(turns);
        boolean ends = !turns.isEmpty() && turns.get(turns.size() - 1).isAnswer();
        if (!ends || turns.get(0).isAnswer()) {
            throw new LabException(
                    "field 'messages': expected a conversation that the assistant does not begin but ends,"
                            + " found roles " + turns.stream().map(Turn::role).toList());
        }
    }

    /**
     * One turn.
     *
     * @param role system, user or assistant
     * @param text what is said
     * @param masked spans of the text that are not learnt
     */
    public record Turn(String role, String text, List<Span> masked) {
        /** Copies the spans. */
        public Turn {
            masked = List.copyOf(masked);
        }

        /**
         * @return whether the assistant says it
         */
        public boolean isAnswer() {
            return role.equals("assistant");
        }
    }

    /**
     * A part of a text, in Unicode code points.
     *
     * @param start its first character
     * @param end one after its last
     */
    public record Span(int start, int end) {}

    /**
     * @param json an object in either form
     * @return the conversation
     * @throws LabException if it is in neither form
     */
    public static Conversation of(JsonNode json) {
        Optional<String> id = Fields.optionalText(json, "id");
        return new Conversation(id, json.has("messages") ? messages(json.get("messages")) : instruction(json));
    }

    /**
     * @return whether some of what the assistant says is not learnt
     */
    public boolean hasMasks() {
        return turns.stream().anyMatch(turn -> !turn.masked.isEmpty());
    }

    private static List<Turn> instruction(JsonNode json) {
        String input = Fields.optionalText(json, "input").orElse("");
        String prompt = Fields.text(json, "instruction") + (input.isBlank() ? "" : "\n" + input);
        String output = Fields.text(json, "output");
        return List.of(new Turn("user", prompt, List.of()), new Turn("assistant", output, masked(json, output)));
    }

    private static List<Turn> messages(JsonNode messages) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            String text = Fields.text(message, "content");
            turns.add(new Turn(Fields.text(message, "role"), text, masked(message, text)));
        }
        return turns;
    }

    private static List<Span> masked(JsonNode json, String text) {
        List<Span> spans = new ArrayList<>();
        int length = text.codePointCount(0, text.length());
        for (JsonNode span : json.path("masked")) {
            int start = span.path(0).asInt(-1);
            int end = span.path(1).asInt(-1);
            if (span.size() != 2 || start < 0 || end <= start || end > length) {
                throw new LabException("field 'masked': expected spans [start, end] within the " + length
                        + " characters of the text, found " + span);
            }
            spans.add(new Span(start, end));
        }
        return spans;
    }
}

package org.lemmalab.corpus.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/** How an example stands on a line. */
public enum CorpusFormat {
    /**
     * {@code id, instruction, input, output} and, where something is masked, {@code masked}: for {@code lab train}; the input is empty,
     * as in the public LEMMA data set.
     */
    INSTRUCTION {
        @Override
        public ObjectNode line(TrainingExample example, PromptForm form) {
            ObjectNode line = Json.mapper().createObjectNode();
            line.put("id", example.id());
            line.put("instruction", form.instruction(example.instruction()));
            line.put("input", "");
            line.put("output", example.output());
            mask(example, line);
            return line;
        }
    },
    /** {@code id} and {@code messages}, one of the user and one of the assistant, as TRL and torchtune read them. */
    MESSAGES {
        @Override
        public ObjectNode line(TrainingExample example, PromptForm form) {
            ObjectNode line = Json.mapper().createObjectNode();
            line.put("id", example.id());
            ArrayNode messages = line.putArray("messages");
            messages.addObject().put("role", "user").put("content", form.instruction(example.instruction()));
            ObjectNode answer = messages.addObject().put("role", "assistant").put("content", example.output());
            mask(example, answer);
            return line;
        }
    };

    /**
     * @param example an example
     * @param form the prompt that is put around its instruction
     * @return the object that stands on its line
     */
    public abstract ObjectNode line(TrainingExample example, PromptForm form);

    /**
     * @return the name on the command line
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param label a name as {@link #label()} gives it
     * @return the format
     * @throws LabException if there is none of that name, naming those that exist
     */
    public static CorpusFormat ofLabel(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LabException("corpus format: expected one of "
                        + Arrays.stream(values()).map(CorpusFormat::label).collect(Collectors.joining(", "))
                        + ", found '" + label + "'"));
    }

    private static void mask(TrainingExample example, ObjectNode node) {
        if (!example.masked().isEmpty()) {
            ArrayNode spans = node.putArray("masked");
            example.masked().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
        }
    }
}

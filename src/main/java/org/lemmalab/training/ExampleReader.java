package org.lemmalab.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.Conversation.Turn;
import org.lemmalab.transformer.ChatTemplate;
import org.lemmalab.transformer.ChatTemplate.Message;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.TextTokenizer;

/**
 * Reads examples from JSON Lines in either form of {@link Conversation}.
 *
 * {@code input}, {@code masked} and {@code id} may be left out. The assistant's texts are learnt, except what lies in masked
 * spans (first character and one after the last, in Unicode code points); a token that overlaps one is not learnt. Every response
 * ends with the model's end token, which is learnt always.
 *
 * <p>Without a chat template the prompt is the instruction, the input on a new line if any, and a line break; no line break where the
 * text ends in a space, as the paper's prompt does.
 */
public final class ExampleReader {
    private final TextTokenizer tokenizer;
    private final ModelConfig config;
    private final Optional<ChatTemplate> template;

    /**
     * @param tokenizer the model's tokenizer
     * @param config the model
     * @param template how a conversation is written; empty for plain texts
     * @throws LabException if the model names no end token
     */
    public ExampleReader(TextTokenizer tokenizer, ModelConfig config, Optional<ChatTemplate> template) {
        if (config.tokens().ends().isEmpty()) {
            throw new LabException("training: expected a model with an end token (eos_token_id), found none");
        }
        this.tokenizer = tokenizer;
        this.config = config;
        this.template = template;
    }

    /**
     * @param file JSON Lines
     * @param rejected takes the lines that are no examples
     * @return the examples, in order; one without an id is named after the file and its number among the lines that are JSON
     */
    public List<Example> read(Path file, RejectedLines rejected) {
        List<Example> examples = new ArrayList<>();
        int[] count = {0};
        String name = file.getFileName().toString();
        JsonLines.forEach(file, json -> example(name + ":" + ++count[0], json), examples::add, rejected);
        return examples;
    }

    /**
     * @param name used where the object has no id
     * @param json an object in either form
     * @return the example
     * @throws LabException if it is in neither, or has nothing to learn
     */
    public Example example(String name, JsonNode json) {
        Conversation conversation = Conversation.of(json);
        List<Turn> turns = turns(conversation);
        Tokens tokens = template.isPresent() ? chat(turns, template.get()) : plain(turns);
        return tokens.example(conversation.id().orElse(name));
    }

    private List<Turn> turns(Conversation conversation) {
        if (template.isEmpty() && conversation.turns().size() > 2) {
            throw new LabException(
                    "field 'messages': expected one question and one answer where there is no chat template, found "
                            + conversation.turns().size() + " turns");
        }
        return conversation.turns();
    }

    private Tokens plain(List<Turn> turns) {
        Tokens tokens = new Tokens();
        String prompt = turns.get(0).text();
        tokens.given(tokenizer.encode(prompt.endsWith(" ") ? prompt : prompt + "\n", true));
        Turn answer = turns.get(1);
        tokens.learnt(tokenizer.locate(answer.text()), 0, answer.masked());
        tokens.end();
        return tokens;
    }

    private Tokens chat(List<Turn> turns, ChatTemplate writer) {
        Tokens tokens = new Tokens();
        int written = 0;
        for (int i = 0; i < turns.size(); i++) {
            if (!turns.get(i).isAnswer()) {
                continue;
            }
            String before = writer.format(messages(turns, i));
            String after = without(writer.format(messages(turns, i + 1)), writer.format());
            tokens.given(tokenizer.encode(before.substring(written), written == 0));
            String said = after.substring(before.length());
            // A template may strip a text and put a space before it.
            String core = turns.get(i).text().strip();
            int shift = said.indexOf(core) - turns.get(i).text().indexOf(core);
            tokens.learnt(tokenizer.locate(said), shift, turns.get(i).masked());
            written = after.length();
        }
        tokens.endUnlessEnded();
        return tokens;
    }

    private static String without(String text, String ending) {
        return text.substring(0, text.length() - ending.length());
    }

    private static Message[] messages(List<Turn> turns, int count) {
        return turns.subList(0, count).stream()
                .map(turn -> new Message(turn.role(), turn.text()))
                .toArray(Message[]::new);
    }

    /** Tokens as they are put together; the prompt is what comes before the first learnt part. */
    private final class Tokens {
        private final List<Integer> tokens = new ArrayList<>();
        private final List<Boolean> learned = new ArrayList<>();
        private int prompt;

        private void given(int[] ids) {
            for (int id : ids) {
                add(id, false);
            }
            prompt = prompt == 0 ? tokens.size() : prompt;
        }

        private void learnt(List<TextTokenizer.Located> located, int shift, List<Conversation.Span> masked) {
            for (TextTokenizer.Located part : located) {
                boolean hidden = masked.stream()
                        .anyMatch(span -> part.start() < span.end() + shift && part.end() > span.start() + shift);
                add(part.token(), !hidden || isEnd(part.token()));
            }
        }

        private void end() {
            add(config.tokens().ends().get(0), true);
        }

        /** A template closes the last turn with the end token, as a rule, and perhaps a line break. */
        private void endUnlessEnded() {
            boolean ended = tokens.subList(Math.max(prompt, tokens.size() - 2), tokens.size()).stream()
                    .anyMatch(this::isEnd);
            if (!ended) {
                end();
            }
        }

        private boolean isEnd(int token) {
            return config.tokens().ends().contains(token);
        }

        private void add(int token, boolean isLearned) {
            tokens.add(token);
            learned.add(isLearned);
        }

        private Example example(String id) {
            boolean[] marks = new boolean[tokens.size() - prompt];
            IntStream.range(0, marks.length).forEach(i -> marks[i] = learned.get(prompt + i));
            return new Example(id, ints(tokens.subList(0, prompt)), ints(tokens.subList(prompt, tokens.size())), marks);
        }

        private int[] ints(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}

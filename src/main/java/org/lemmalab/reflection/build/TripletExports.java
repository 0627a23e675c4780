package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.lemmalab.io.Json;
import org.lemmalab.reflection.Triplet;

/**
 * Triplets in the forms that trainers read: {@code instruction.jsonl} (instruction, input, output, as in the public LEMMA data set) with
 * LLaMA-Factory's {@code dataset_info.json}, and {@code messages.jsonl} (chat, for TRL and torchtune).
 */
final class TripletExports implements AutoCloseable {
    private final Path folder;
    private final LineFile instructions;
    private final LineFile messages;

    private TripletExports(Path folder) {
        this.folder = folder;
        this.instructions = LineFile.create(folder.resolve("instruction.jsonl"));
        this.messages = LineFile.create(folder.resolve("messages.jsonl"));
    }

    static TripletExports into(Path folder) {
        return new TripletExports(folder);
    }

    void add(Triplet triplet) {
        String question = triplet.problem().question();
        String text = triplet.revision().text();
        ObjectNode row = Json.mapper().createObjectNode();
        instructions.add(row.put("instruction", question).put("input", "").put("output", text));
        ObjectNode chat = Json.mapper().createObjectNode();
        chat.putArray("messages")
                .add(Json.mapper().createObjectNode().put("role", "user").put("content", question))
                .add(Json.mapper().createObjectNode().put("role", "assistant").put("content", text));
        messages.add(chat);
    }

    void finish() {
        instructions.finish();
        messages.finish();
        LineFile.write(folder.resolve("dataset_info.json"), Json.pretty(info()) + "\n");
    }

    @Override
    public void close() {
        instructions.close();
        messages.close();
    }

    private static ObjectNode info() {
        ObjectNode info = Json.mapper().createObjectNode();
        info.putObject("triplets")
                .put("file_name", "instruction.jsonl")
                .putObject("columns")
                .put("prompt", "instruction")
                .put("query", "input")
                .put("response", "output");
        ObjectNode chat = info.putObject("triplets_chat").put("file_name", "messages.jsonl");
        chat.put("formatting", "sharegpt").putObject("columns").put("messages", "messages");
        chat.putObject("tags")
                .put("role_tag", "role")
                .put("content_tag", "content")
                .put("user_tag", "user")
                .put("assistant_tag", "assistant");
        return info;
    }
}

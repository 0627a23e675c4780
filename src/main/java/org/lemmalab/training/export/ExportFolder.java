package org.lemmalab.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.Conversation;
import org.lemmalab.training.export.ExportRequest.Masks;

/** The folder of an export, as it is filled. */
final class ExportFolder {
    /** Where the data lies in it. */
    static final String DATA = "data";

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    ExportFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve(DATA).getParent());
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new LabException(folder + ": expected an empty folder or none, found one with files in it");
                }
            }
            Files.createDirectories(folder.resolve(DATA));
        } catch (IOException e) {
            throw new LabException(folder + ": cannot be made: " + e, e);
        }
    }

    List<Path> files() {
        return files;
    }

    void text(String name, String content) {
        try {
            files.add(Files.writeString(folder.resolve(name), content));
        } catch (IOException e) {
            throw new LabException(folder.resolve(name) + ": cannot be written: " + e, e);
        }
    }

    void json(String name, Map<String, ?> content) {
        text(name, Json.pretty(content) + "\n");
    }

    /** Settings as YAML: numbers plain, all else as JSON, which YAML includes. */
    void yaml(String name, String comment, Map<String, ?> settings) {
        String lines = settings.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + scalar(entry.getValue()))
                .collect(Collectors.joining("\n"));
        text(name, "# " + comment.replace("\n", "\n# ") + "\n" + lines + "\n");
    }

    /** YAML readers differ on 1.0E-5; all of them read 0.00001. */
    private static String scalar(Object value) {
        return value instanceof Double number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : Json.line(value);
    }

    /** How many examples were written, and how many of them lost masks. */
    record Written(long examples, long unmasked) {}

    /** Every conversation of the request's data, one line each. */
    Written data(ExportRequest request, RejectedLines rejected, Function<Conversation, Map<String, ?>> form) {
        Path file = folder.resolve(DATA).resolve("train.jsonl");
        long[] unmasked = {0};
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            long count = JsonLines.forEach(
                    request.data(),
                    json -> checked(json, request.masks()),
                    conversation -> {
                        unmasked[0] += conversation.hasMasks() ? 1 : 0;
                        line(writer, form.apply(conversation));
                    },
                    rejected);
            if (count == 0) {
                throw new LabException(request.data() + ": expected at least one example to export, found none");
            }
            files.add(file);
            return new Written(count, unmasked[0]);
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(file + ": cannot be written: " + e, e);
        }
    }

    /** Whether every conversation of the data is one question and one answer. */
    static boolean allShort(Path data) {
        boolean[] all = {true};
        JsonLines.forEach(
                data,
                Conversation::of,
                conversation -> all[0] &= conversation.turns().size() == 2
                        && conversation.turns().get(0).role().equals("user"),
                RejectedLines.counting());
        return all[0];
    }

    private static Conversation checked(JsonNode json, Masks masks) {
        Conversation conversation = Conversation.of(json);
        if (masks == Masks.REJECT && conversation.hasMasks()) {
            throw new LabException("field 'masked': the tool cannot leave parts of an answer unlearnt");
        }
        List<Conversation.Turn> turns = conversation.turns();
        int first = turns.get(0).role().equals("system") ? 1 : 0;
        for (int i = first; i < turns.size(); i++) {
            String expected = (i - first) % 2 == 0 ? "user" : "assistant";
            if (!turns.get(i).role().equals(expected)) {
                throw new LabException("field 'messages': expected user and assistant by turns, found roles "
                        + turns.stream().map(Conversation.Turn::role).toList());
            }
        }
        return conversation;
    }

    private static void line(BufferedWriter writer, Map<String, ?> content) {
        try {
            writer.write(Json.line(content));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The conversation as a list of roles and contents. */
    static List<Map<String, String>> messages(Conversation conversation) {
        return conversation.turns().stream()
                .map(turn -> Map.of("role", turn.role(), "content", turn.text()))
                .toList();
    }
}

package org.lemmalab.llm.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Progress;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;

/**
 * A model whose exchanges are kept on disk, so that what was paid for once is never paid for again and a study can be replayed
 * without the model. The file is JSON Lines: {@code key}, {@code request} (everything that the key is the SHA-256 of: model, prompt
 * hash, prompt, sampling settings with seed, or the text that is scored) and {@code reply}, or {@code score}. Failures are not kept. A reply from the
 * record is marked as replayed: it used up nothing.
 *
 * <pre>{@code
 * TextModel model = RecordedModel.over(endpoint, Path.of("exchanges.jsonl"), RecordingMode.REPLAY_OR_RECORD);
 * TextModel same = RecordedModel.replaying("gpt-4o", Path.of("exchanges.jsonl")); // later, offline
 * }</pre>
 *
 * Threads and processes may share a file; a torn last line, left by a kill, is repaired. A long list of requests goes to the model
 * in parts of {@value #PART}, each of which is on disk before the next is sent.
 */
public final class RecordedModel implements TextModel {
    private static final int PART = 32;

    private final String name;
    private final Optional<TextModel> inner;
    private final ExchangeFile file;
    private final RecordingMode mode;
    private final String promptHash;

    private RecordedModel(RecordedModel other, String promptHash) {
        this.name = other.name;
        this.inner = other.inner;
        this.file = other.file;
        this.mode = other.mode;
        this.promptHash = promptHash;
    }

    private RecordedModel(String name, Optional<TextModel> inner, Path path, RecordingMode mode) {
        this.name = name;
        this.inner = inner;
        this.file = new ExchangeFile(path);
        this.mode = mode;
        this.promptHash = "";
    }

    /**
     * @param inner the model, which this one takes over
     * @param file the record, made if missing
     * @param mode what is done with a request
     * @return the model with its record
     * @throws LabException if the file cannot be opened or holds other lines
     */
    public static RecordedModel over(TextModel inner, Path file, RecordingMode mode) {
        return new RecordedModel(inner.name(), Optional.of(inner), file, mode);
    }

    /**
     * @param name the recorded model's name
     * @param file the record
     * @return a model that knows what was recorded and nothing else
     * @throws LabException if the file cannot be opened or holds other lines
     */
    public static RecordedModel replaying(String name, Path file) {
        return new RecordedModel(name, Optional.empty(), file, RecordingMode.REPLAY);
    }

    /**
     * @param hash SHA-256 of the prompt file that prompts are filled from
     * @return this model and record, with keys that depend on the hash too
     */
    public RecordedModel forPrompt(String hash) {
        return new RecordedModel(this, hash);
    }

    /**
     * @return how many exchanges are on record
     */
    public int recorded() {
        return file.size();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Reply> complete(List<CompletionRequest> requests, ProgressListener listener) {
        Reply[] replies = new Reply[requests.size()];
        Map<String, List<Integer>> open = new LinkedHashMap<>();
        List<ExchangeKey> keys = requests.stream()
                .map(request -> new ExchangeKey(name, promptHash, request))
                .toList();
        for (int i = 0; i < replies.length; i++) {
            Optional<JsonNode> found = mode == RecordingMode.RECORD
                    ? Optional.empty()
                    : file.find(keys.get(i).hash());
            if (found.isPresent()) {
                replies[i] = reply(found.get()).again();
            } else if (mode == RecordingMode.REPLAY) {
                replies[i] = new Reply.Failed(name + ": expected a recorded exchange, found none with key "
                        + keys.get(i).hash());
            } else {
                open.computeIfAbsent(keys.get(i).hash(), key -> new ArrayList<>())
                        .add(i);
            }
        }
        new Asking(requests, keys, replies, listener).ask(List.copyOf(open.values()));
        return List.of(replies);
    }

    /**
     * {@inheritDoc}
     *
     * @throws LabException also if a score that is to be replayed is not on record
     */
    @Override
    public List<Score> score(List<ScoreRequest> requests) {
        List<ScoreRequest> open = requests.stream()
                .distinct()
                .filter(request ->
                        mode == RecordingMode.RECORD || recorded(request).isEmpty())
                .toList();
        if (!open.isEmpty()) {
            List<Score> scores = inner.orElseThrow(
                            () -> new LabException(name + ": expected a recorded score, found none with key "
                                    + key(open.get(0)).hash()))
                    .score(open);
            for (int i = 0; i < scores.size(); i++) {
                keep(key(open.get(i)), "score", Json.mapper().valueToTree(scores.get(i)));
            }
        }
        return requests.stream()
                .map(request -> value(recorded(request).orElseThrow(), "score", Score.class))
                .toList();
    }

    @Override
    public void close() {
        file.close();
        inner.ifPresent(TextModel::close);
    }

    private ExchangeKey key(ScoreRequest request) {
        return new ExchangeKey(name, promptHash, request);
    }

    private Optional<JsonNode> recorded(ScoreRequest request) {
        return file.find(key(request).hash());
    }

    /** What counts from now on: this, or what another writer put down before. */
    private JsonNode keep(ExchangeKey key, String field, JsonNode value) {
        ObjectNode exchange = Json.mapper().createObjectNode().put("key", key.hash());
        exchange.set("request", key.request());
        exchange.set(field, value);
        return file.add(key.hash(), exchange, mode == RecordingMode.RECORD);
    }

    private static Reply.Completed reply(JsonNode exchange) {
        return value(exchange, "reply", Reply.Completed.class);
    }

    private static <T> T value(JsonNode exchange, String field, Class<T> type) {
        try {
            return Json.mapper().treeToValue(exchange.required(field), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new LabException(
                    "exchange " + exchange.path("key").asText() + ": expected a " + field + ", found other JSON: "
                            + e.getMessage(),
                    e);
        }
    }

    /** The requests that the model itself must answer; equal ones are asked once. */
    private final class Asking {
        private final List<CompletionRequest> requests;
        private final List<ExchangeKey> keys;
        private final Reply[] replies;
        private final ProgressListener listener;

        private Asking(
                List<CompletionRequest> requests, List<ExchangeKey> keys, Reply[] replies, ProgressListener listener) {
            this.requests = requests;
            this.keys = keys;
            this.replies = replies;
            this.listener = listener;
        }

        private void ask(List<List<Integer>> open) {
            int before = (int) Arrays.stream(replies).filter(Objects::nonNull).count();
            for (int from = 0; from < open.size(); from += PART) {
                List<List<Integer>> part = open.subList(from, Math.min(open.size(), from + PART));
                int done = before + from;
                ProgressListener whole = progress -> listener.onProgress(new Progress(
                        done + progress.completed(), replies.length, progress.tokens(), progress.seconds()));
                List<Reply> answers = inner.orElseThrow()
                        .complete(
                                part.stream()
                                        .map(places -> requests.get(places.get(0)))
                                        .toList(),
                                whole);
                for (int i = 0; i < answers.size(); i++) {
                    settle(part.get(i), answers.get(i));
                }
            }
        }

        /** The first of equal requests was the one that was asked; the others are told the same again. */
        private void settle(List<Integer> places, Reply answer) {
            if (!(answer instanceof Reply.Completed completed)) {
                places.forEach(place -> replies[place] = answer);
                return;
            }
            Reply.Completed kept = keep(keys.get(places.get(0)), completed);
            places.forEach(place -> replies[place] = kept.again());
            replies[places.get(0)] = kept;
        }

        private Reply.Completed keep(ExchangeKey key, Reply.Completed answer) {
            ObjectNode reply = Json.mapper().valueToTree(answer);
            reply.remove("replayed");
            return reply(RecordedModel.this.keep(key, "reply", reply));
        }
    }
}

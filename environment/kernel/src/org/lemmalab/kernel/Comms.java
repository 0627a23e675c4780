package org.lemmalab.kernel;

import com.google.gson.Gson;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.comm.CommCloseCommand;
import io.github.spencerpark.jupyter.messages.comm.CommMsgCommand;
import io.github.spencerpark.jupyter.messages.comm.CommOpenCommand;
import io.github.spencerpark.jupyter.messages.request.CommInfoRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lines to parts of the page, by which sliders and buttons talk to the kernel. */
final class Comms {
    private static final Gson GSON = new Gson();

    /** Publishes a message. */
    interface Publisher {
        void publish(MessageType<?> type, Object content, Map<String, Object> metadata);
    }

    private record Comm(String target, Function<Map<String, Object>, Runnable> onMessage) {}

    private final Map<String, Comm> open = new ConcurrentHashMap<>();
    private final Publisher publisher;

    Comms(Publisher publisher) {
        this.publisher = publisher;
    }

    Consumer<Map<String, Object>> open(
            String target,
            String id,
            Map<String, Object> data,
            Map<String, Object> metadata,
            Function<Map<String, Object>, Runnable> onMessage) {
        open.put(id, new Comm(target, onMessage));
        publisher.publish(
                MessageType.COMM_OPEN_COMMAND, Map.of("comm_id", id, "target_name", target, "data", data), metadata);
        return message ->
                publisher.publish(MessageType.COMM_MSG_COMMAND, Map.of("comm_id", id, "data", message), Map.of());
    }

    /**
     * @param message of the page
     * @return what it asks for, to be run when no cell runs; empty where nothing is left to do
     */
    @SuppressWarnings("unchecked")
    Optional<Runnable> handle(Message<?> message) {
        if (message.getContent() instanceof CommMsgCommand said && open.containsKey(said.getCommID())) {
            Map<String, Object> data = GSON.fromJson(said.getData(), Map.class);
            return Optional.ofNullable(open.get(said.getCommID()).onMessage.apply(data));
        }
        if (message.getContent() instanceof CommOpenCommand asked) {
            // Nothing here is opened by the page.
            publisher.publish(
                    MessageType.COMM_CLOSE_COMMAND, Map.of("comm_id", asked.getCommID(), "data", Map.of()), Map.of());
        } else if (message.getContent() instanceof CommCloseCommand closed) {
            open.remove(closed.getCommID());
        }
        return Optional.empty();
    }

    Map<String, Object> info(Message<?> request) {
        String wanted = ((CommInfoRequest) request.getContent()).getTargetName();
        Map<String, Object> found = new LinkedHashMap<>();
        open.forEach((id, comm) -> {
            if (wanted == null || wanted.equals(comm.target)) {
                found.put(id, Map.of("target_name", comm.target));
            }
        });
        return Map.of("status", "ok", "comms", found);
    }
}

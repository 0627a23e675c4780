package org.lemmalab.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.KernelTimestamp;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * The five sockets to Jupyter. Each is touched by one thread at a time, and a loop runs only once all handlers are there: a kernel that
 * has bound its sockets answers.
 */
final class Wire {
    private static final Logger LOG = Logger.getLogger("LemmaKernel");
    private static final String PROTOCOL = "5.3";
    private static final long PAUSE_MILLIS = 4;
    private static final int LINGER_MILLIS = 500;

    /** A socket that can be read without waiting. */
    static final class Channel extends JupyterSocket {
        Channel(ZMQ.Context context, SocketType type, HMACGenerator signature, String address) {
            super(context, type, signature, LOG);
            // No message is dropped because a page reads slowly, and the last ones leave before the process does.
            setSndHWM(0);
            setRcvHWM(0);
            setLinger(LINGER_MILLIS);
            if (type == SocketType.ROUTER) {
                // A page that comes back under its old name is heard at once, even if its old line has not yet been
                // missed.
                setRouterHandover(true);
            }
            bind(address);
        }

        @Override
        public void bind(KernelConnectionProperties properties) {
            throw new UnsupportedOperationException("bound from the start");
        }

        /** The next message; empty where none is there yet, or it cannot be read. */
        synchronized Optional<Message<?>> poll() {
            try {
                return (getEvents() & ZMQ.Poller.POLLIN) == 0 ? Optional.empty() : Optional.ofNullable(readMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a message that cannot be read is left out: {0}", e.toString());
                return Optional.empty();
            }
        }
    }

    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket heartbeat = context.socket(SocketType.REP);
    private final String session = UUID.randomUUID().toString();
    final Channel shell;
    final Channel control;
    final Channel stdin;
    private final Channel iopub;

    Wire(KernelConnectionProperties to) throws GeneralSecurityException {
        HMACGenerator signature = to.createHMACGenerator();
        String address =
                to.getTransport() + "://" + to.getIp() + (to.getTransport().equals("tcp") ? ":" : "-");
        iopub = new Channel(context, SocketType.PUB, signature, address + to.getIopubPort());
        stdin = new Channel(context, SocketType.ROUTER, signature, address + to.getStdinPort());
        control = new Channel(context, SocketType.ROUTER, signature, address + to.getControlPort());
        shell = new Channel(context, SocketType.ROUTER, signature, address + to.getShellPort());
        heartbeat.bind(address + to.getHbPort());
    }

    /** Starts to read; the handler is called by one thread a channel. */
    void serve(BiConsumer<Channel, Message<?>> handler) {
        start("heartbeat", () -> ZMQ.proxy(heartbeat, heartbeat, null));
        start("control", () -> read(control, handler));
        start("shell", () -> read(shell, handler));
    }

    private static void start(String name, Runnable body) {
        Thread thread = new Thread(body, "kernel-" + name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private static void read(Channel channel, BiConsumer<Channel, Message<?>> handler) {
        while (true) {
            try {
                Optional<Message<?>> message = channel.poll();
                if (message.isPresent()) {
                    handler.accept(channel, message.get());
                } else {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.log(Level.SEVERE, "a message could not be answered", e);
            }
        }
    }

    /** Tells all pages. */
    void publish(MessageType<?> type, Message<?> parent, Object content) {
        publish(type, parent, content, Map.of());
    }

    void publish(MessageType<?> type, Message<?> parent, Object content, Map<String, Object> metadata) {
        byte[] topic = ("kernel." + type.getName()).getBytes(StandardCharsets.UTF_8);
        send(iopub, List.of(topic), type, parent, content, metadata);
    }

    void status(String state, Message<?> parent) {
        publish(MessageType.PUBLISH_STATUS, parent, Map.of("execution_state", state));
    }

    /** Answers the page that asked. */
    void reply(Channel channel, MessageType<?> type, Message<?> request, Object content) {
        send(channel, request.getIdentities(), type, request, content, Map.of());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void send(
            Channel channel,
            List<byte[]> to,
            MessageType type,
            Message<?> parent,
            Object content,
            Map<String, Object> metadata) {
        KernelTimestamp now =
                new KernelTimestamp(Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        Header<?> header = new Header<>(UUID.randomUUID().toString(), "kernel", session, now, type, PROTOCOL);
        Header<?> parentHeader = parent == null ? null : parent.getHeader();
        channel.sendMessage(new Message(to, header, parentHeader, metadata, content, null));
    }

    /** Lets the last messages leave. */
    void close() {
        List.of(shell, control, stdin, iopub).forEach(channel -> {
            synchronized (channel) {
                channel.close();
            }
        });
    }
}

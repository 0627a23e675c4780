package org.lemmalab.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.InputReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import io.github.spencerpark.jupyter.messages.request.ShutdownRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lemma Lab's Jupyter kernel: Java cells by the JDK's JShell. One thread runs cells, one after the other; all other questions are answered at
 * once by the threads that read them.
 *
 * <p>Cells reach it by {@link #running}. All its public methods take and give types of the JDK, but for the two that display: the
 * toolkit finds them by reflection, and a cell may call them.
 */
public final class LemmaKernel {
    private static final String INFO = """
        {"status": "ok", "protocol_version": "5.3", "implementation": "lemma", "implementation_version": "0.1.0",
         "banner": "Lemma Lab, Java JAVA", "help_links": [],
         "language_info": {"name": "java", "version": "JAVA", "mimetype": "text/x-java-source", "file_extension": ".java",
                           "codemirror_mode": "java", "pygments_lexer": "java"}}
        """;
    private static final int OUTPUT_LIMIT = 1_000_000;
    private static final long FLUSH_MILLIS = 50;
    private static final long EXIT_MILLIS = 2_000;
    private static final Gson GSON = new Gson();
    private static volatile LemmaKernel running;

    private final Wire wire;
    private final Streams streams;
    private final Comms comms;
    private final History history = new History();
    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Message<?>> waiting = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, body -> {
        Thread thread = new Thread(body, "kernel-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Engine> engine;
    private CompletableFuture<Assist> assist;
    private volatile Message<?> parent;
    private volatile Message<?> executing;
    private volatile boolean mayAsk;
    private int count = 1;

    private LemmaKernel(KernelConnectionProperties connection, CompletableFuture<Engine> engine) throws Exception {
        this.engine = engine;
        wire = new Wire(connection);
        int limit = Integer.parseInt(System.getenv().getOrDefault("LEMMA_OUTPUT_LIMIT", "" + OUTPUT_LIMIT));
        streams = new Streams(limit, this::print, this::isLeft);
        comms = new Comms(this::show);
    }

    /**
     * Serves one Jupyter session.
     *
     * @param arguments the connection file
     * @throws Exception if the connection file cannot be read or its addresses are taken
     */
    public static void main(String[] arguments) throws Exception {
        CompletableFuture<Engine> engine = CompletableFuture.supplyAsync(
                () -> new Engine(Engine.paths(System.getenv("LEMMA_CLASSPATH"))),
                body -> new Thread(body, "kernel-start").start());
        Logger.getLogger("").setLevel(Level.WARNING);
        String connection = Files.readString(Path.of(arguments[0]));
        running = new LemmaKernel(KernelConnectionProperties.parse(connection), engine);
        running.serve();
    }

    /**
     * @return the kernel of this process; null outside a notebook
     */
    public static LemmaKernel running() {
        return running;
    }

    private void serve() {
        streams.install(this::ask);
        wire.status("starting", null);
        wire.serve(this::handle);
        clock.scheduleWithFixedDelay(streams::tick, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(new Orphan(), 2, 2, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(this::lastWords));
        work.add(this::warm);
        while (true) {
            try {
                work.take().run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
            }
        }
    }

    /** The compiler's first work takes a moment: it is done while the page still connects. */
    private void warm() {
        try {
            Engine ready = engine.join();
            if (waiting.isEmpty()) {
                ready.run("1 + 1", 0);
            }
        } catch (CellFailure e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- requests
    // --------------------------------------------------------------------------------------------------------

    private void handle(Wire.Channel channel, Message<?> request) {
        switch (request.getHeader().getType().getName()) {
            case "execute_request" -> {
                waiting.add(request);
                work.add(this::next);
            }
            case "interrupt_request" -> {
                engine.thenAccept(ready -> ready.control().interrupt());
                answer(channel, request, MessageType.INTERRUPT_REPLY, Map.of("status", "ok"));
            }
            case "shutdown_request" -> shutDown(channel, request);
            case "kernel_info_request" -> answer(channel, request, MessageType.KERNEL_INFO_REPLY, info());
            case "complete_request" -> help(channel, request, MessageType.COMPLETE_REPLY);
            case "inspect_request" -> help(channel, request, MessageType.INSPECT_REPLY);
            case "is_complete_request" -> help(channel, request, MessageType.IS_COMPLETE_REPLY);
            case "history_request" ->
                answer(channel, request, MessageType.HISTORY_REPLY, history.reply((HistoryRequest)
                        request.getContent()));
            case "comm_info_request" -> answer(channel, request, MessageType.COMM_INFO_REPLY, comms.info(request));
            case "comm_open", "comm_msg", "comm_close" -> {
                wire.status("busy", request);
                // Idle once the callback has run: a page takes outputs of a message until then.
                comms.handle(request)
                        .ifPresentOrElse(
                                callback -> work.add(() -> inCallback(request, callback)), () -> settle(request));
            }
            default ->
                Logger.getLogger("LemmaKernel")
                        .warning("no answer to a " + request.getHeader().getType());
        }
    }

    private void answer(Wire.Channel channel, Message<?> request, MessageType<?> type, Object content) {
        wire.status("busy", request);
        wire.reply(channel, type, request, content);
        settle(request);
    }

    /** Made when a page first asks for help, so that it is not in the way of the first cell. */
    private synchronized CompletableFuture<Assist> assist() {
        if (assist == null) {
            assist = engine.thenApplyAsync(ready -> new Assist(ready, Engine.paths(System.getenv("LEMMA_SOURCES"))));
        }
        return assist;
    }

    /** Answers once the compiler is there; not on the thread that reads, which stays free. */
    private void help(Wire.Channel channel, Message<?> request, MessageType<?> type) {
        assist().thenAcceptAsync(ready -> {
            wire.status("busy", request);
            wire.reply(channel, type, request, ready.answer(request.getContent()));
            settle(request);
        });
    }

    /** Idle again; but pages show a kernel by its last word, and a cell may still run. */
    private void settle(Message<?> request) {
        wire.status("idle", request);
        Message<?> cell = executing;
        if (cell != null) {
            wire.status("busy", cell);
        }
    }

    private static Object info() {
        return GSON.fromJson(INFO.replace("JAVA", System.getProperty("java.version")), JsonObject.class);
    }

    private void shutDown(Wire.Channel channel, Message<?> request) {
        boolean restart = ((ShutdownRequest) request.getContent()).isRestart();
        answer(channel, request, MessageType.SHUTDOWN_REPLY, Map.of("status", "ok", "restart", restart));
        executing = null;
        // Ends the process whatever else still runs in it.
        clock.schedule(() -> Runtime.getRuntime().halt(0), EXIT_MILLIS, TimeUnit.MILLISECONDS);
        new Thread(() -> System.exit(0), "kernel-exit").start();
    }

    /** As the process ends: what was printed leaves, and a cell that has ended it gets its answer. */
    private void lastWords() {
        streams.end();
        Message<?> cell = executing;
        if (cell != null) {
            fail(cell, new CellFailure("Exit", "the cell has ended the kernel"), count);
            wire.status("idle", cell);
        }
        wire.close();
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- cells
    // -----------------------------------------------------------------------------------------------------------

    private void next() {
        Message<?> request = waiting.poll();
        if (request != null) {
            executing = request;
            parent = request;
            wire.status("busy", request);
            boolean isFine = execute(request, (ExecuteRequest) request.getContent());
            executing = null;
            wire.status("idle", request);
            if (!isFine && ((ExecuteRequest) request.getContent()).shouldStopOnError()) {
                abortWaiting();
            }
        }
    }

    private boolean execute(Message<?> request, ExecuteRequest cell) {
        boolean isKept = cell.shouldStoreHistory() && !cell.isSilent();
        int number = count;
        mayAsk = cell.isStdinEnabled();
        streams.begin();
        tell(request, MessageType.PUBLISH_EXECUTE_INPUT, Map.of("code", cell.getCode(), "execution_count", number));
        try {
            Optional<JsonObject> shown = value(cell.getCode(), number);
            streams.end();
            shown.ifPresent(value -> {
                value.addProperty("execution_count", number);
                tell(request, MessageType.PUBLISH_EXECUTION_RESULT, value);
            });
            end(request, Replies.fine(number, expressions(cell.getUserExpr(), number)));
            return true;
        } catch (CellFailure | RuntimeException | Error thrown) {
            // Whatever goes wrong, the page gets an answer.
            CellFailure failure =
                    thrown instanceof CellFailure told ? told : new CellFailure("KernelError", "" + thrown);
            streams.end();
            fail(request, failure, number);
            return false;
        } finally {
            if (isKept) {
                history.add(number, cell.getCode());
                count++;
            }
        }
    }

    private void fail(Message<?> request, CellFailure failure, int number) {
        tell(request, MessageType.PUBLISH_ERROR, failure.content());
        end(request, Replies.error(failure, number));
    }

    /** Tells all pages what comes of a cell, unless it is a silent one. */
    private void tell(Message<?> request, MessageType<?> type, Object content) {
        if (!((ExecuteRequest) request.getContent()).isSilent()) {
            wire.publish(type, request, content);
        }
    }

    private void end(Message<?> request, Map<String, Object> reply) {
        wire.reply(wire.shell, MessageType.EXECUTE_REPLY, request, reply);
    }

    private Optional<JsonObject> value(String code, int number) throws CellFailure {
        Engine ready = engine.join();
        Optional<Engine.Result> result = ready.run(code, number);
        if (result.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                GSON.toJsonTree(Forms.of(ready.control(), result.get().value())).getAsJsonObject());
    }

    private Map<String, Object> expressions(Map<String, String> asked, int number) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (asked != null) {
            asked.forEach((name, code) -> {
                try {
                    JsonObject shown = value(code, number).orElse(new JsonObject());
                    shown.addProperty("status", "ok");
                    all.put(name, shown);
                } catch (CellFailure e) {
                    all.put(name, Replies.error(e, number));
                }
            });
        }
        return all;
    }

    private void abortWaiting() {
        List<Message<?>> aborted = new ArrayList<>();
        waiting.drainTo(aborted);
        for (Message<?> each : aborted) {
            wire.status("busy", each);
            end(each, Replies.aborted(count));
            wire.status("idle", each);
        }
    }

    private void inCallback(Message<?> message, Runnable callback) {
        Message<?> before = parent;
        parent = message;
        try {
            engine.join().control().begin();
            engine.join().control().run(() -> {
                callback.run();
                return null;
            });
        } catch (Exception e) {
            (e.getCause() == null ? e : e.getCause()).printStackTrace();
        } finally {
            streams.flush();
            parent = before;
            settle(message);
        }
    }

    // ---- outputs and inputs
    // ----------------------------------------------------------------------------------------------

    private boolean isLeft(Thread thread) {
        return engine.isDone() && engine.join().control().isLeft(thread);
    }

    private void print(String stream, String text) {
        wire.publish(MessageType.PUBLISH_STREAM, parent, Map.of("name", stream, "text", text));
    }

    /** Publishes something after what was printed before it. */
    private void show(MessageType<?> type, Object content, Map<String, Object> metadata) {
        streams.flush();
        wire.publish(type, parent, content, metadata);
    }

    private String ask() {
        streams.flush();
        Message<?> cell = executing;
        if (cell == null || !mayAsk) {
            System.err.println("The cell asks for a line of input; this page gives none.");
            return null;
        }
        wire.reply(wire.stdin, MessageType.INPUT_REQUEST, cell, Map.of("prompt", "", "password", false));
        try {
            while (true) {
                Optional<Message<?>> message = wire.stdin.poll();
                if (message.isPresent() && message.get().getContent() instanceof InputReply reply) {
                    return reply.getValue();
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /**
     * Shows an output of the cell that runs, or else of the last one.
     *
     * @param data its forms
     */
    public void display(DisplayData data) {
        show(MessageType.PUBLISH_DISPLAY_DATA, data, Map.of());
    }

    /**
     * Puts an output in the place of one that was shown.
     *
     * @param data its forms, with the id of that one
     */
    public void updateDisplay(DisplayData data) {
        show(MessageType.PUBLISH_UPDATE_DISPLAY_DATA, data, Map.of());
    }

    /**
     * @return by which pages know the cell that runs, or else the last one
     */
    public String messageId() {
        return parent == null ? "" : parent.getHeader().getId();
    }

    /**
     * Opens a line to a part of the page, for example a slider.
     *
     * @param target what is to be there
     * @param id by which both sides know it
     * @param data its state
     * @param metadata of the message
     * @param onMessage takes what comes at once; what it returns is run when no cell runs; it may return null
     * @return sends a message
     */
    public Consumer<Map<String, Object>> openComm(
            String target,
            String id,
            Map<String, Object> data,
            Map<String, Object> metadata,
            Function<Map<String, Object>, Runnable> onMessage) {
        return comms.open(target, id, data, metadata, onMessage);
    }
}

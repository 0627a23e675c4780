package org.lemmalab.llm.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.BatchingModel;
import org.lemmalab.llm.TextModel;

/**
 * Serves a model on this machine's loopback address behind OpenAI's interface: {@code /v1/chat/completions}, {@code
 * /v1/completions}, {@code /v1/models}.
 *
 * <pre>{@code
 * try (ModelServer server = ModelServer.start(model, ServerSettings.onPort(8000))) {
 *     System.out.println(server.baseUrl()); // http://127.0.0.1:8000/v1
 * }
 * }</pre>
 *
 * The model stays its owner's: closing the server ends what is on the way and leaves the model open.
 */
public final class ModelServer implements AutoCloseable {
    /**
     * HTTP header of a request with {@code echo}: how many characters (Unicode code points) of the prompt stand before the text that
     * is to be scored. The prompt is then cut there, as {@link TextModel#score} does; without it, it is scored as a whole. Other
     * servers leave a header aside that they do not know, and cut a prompt into tokens as it comes.
     */
    public static final String PREFIX_HEADER = "Lemma-Prefix-Characters";

    private static final int CONNECTIONS = 256;
    private static final int THREADS = 512;

    private final HttpServer http;
    private final BatchingModel batches;
    private final ExecutorService threads;

    private ModelServer(HttpServer http, TextModel model, ServerSettings settings) {
        this.http = http;
        this.batches = new BatchingModel(model, settings.mostTogether());
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "model-server");
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        http.createContext("/", new Handler(model.name(), batches, settings));
        http.start();
    }

    /**
     * @param model what is served, under its own name
     * @param settings how
     * @return the running server
     * @throws LabException if the port is taken
     */
    public static ModelServer start(TextModel model, ServerSettings settings) {
        try {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port());
            return new ModelServer(HttpServer.create(address, CONNECTIONS), model, settings);
        } catch (IOException e) {
            throw new LabException(
                    "port " + settings.port() + ": expected a free port, found that it cannot be listened on: "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * @return what clients take as base URL
     */
    public String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    /** Ends what is on the way and stops listening. */
    @Override
    public void close() {
        batches.stop();
        http.stop(0);
        threads.shutdownNow();
    }
}

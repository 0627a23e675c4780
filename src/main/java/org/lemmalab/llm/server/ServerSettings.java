package org.lemmalab.llm.server;

import java.time.Duration;
import org.lemmalab.io.LabException;

/**
 * How a model is served.
 *
 * @param port 1 to 65535; 0: any free one
 * @param chat turns conversations into prompts
 * @param largestRequest the most bytes of a request
 * @param mostTogether the most samples given to the model at a time; requests that wait are answered together
 * @param heartbeat how often a stream shows life while the model works
 */
public record ServerSettings(int port, ChatFormat chat, int largestRequest, int mostTogether, Duration heartbeat) {
    private static final int LAST_PORT = 65535;

    /** Checks the ranges. */
    public ServerSettings {
        if (port < 0 || port > LAST_PORT) {
            throw new LabException("port: expected 0 (any) to 65535, found " + port);
        }
        if (largestRequest < 1 || mostTogether < 1 || heartbeat.toMillis() < 1) {
            throw new LabException("server: expected a request size, a batch and a heartbeat above 0, found "
                    + largestRequest + ", " + mostTogether + " and " + heartbeat);
        }
    }

    /**
     * @param port 1 to 65535; 0: any free one
     * @return plain chat, requests up to 16 MiB, 256 samples together, a sign of life each second
     */
    public static ServerSettings onPort(int port) {
        return new ServerSettings(port, ChatFormat.PLAIN, 16 << 20, 256, Duration.ofSeconds(1));
    }

    /**
     * @param format turns conversations into prompts
     * @return these settings with it
     */
    public ServerSettings withChat(ChatFormat format) {
        return new ServerSettings(port, format, largestRequest, mostTogether, heartbeat);
    }
}

package org.lemmalab.llm.record;

import java.nio.file.Path;
import org.lemmalab.io.Json;

/** A process that adds exchanges to a file: FILE NAME COUNT. */
final class RecordingChild {
    private RecordingChild() {}

    public static void main(String[] arguments) {
        try (ExchangeFile file = new ExchangeFile(Path.of(arguments[0]))) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                String key = arguments[1] + i;
                file.add(key, Json.mapper().createObjectNode().put("key", key).put("text", "é".repeat(i % 500)), false);
            }
        }
    }

    static Process start(Path file, String name, int count) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingChild.class.getName(),
                        file.toString(),
                        name,
                        String.valueOf(count))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

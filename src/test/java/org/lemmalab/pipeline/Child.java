package org.lemmalab.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lemmalab.io.LabException;

/** A run in a process of its own, to be killed. Says {@code at work} when it is. */
final class Child {
    private Child() {}

    static Process start(Path input, Path folder, int delayMillis) throws IOException {
        return start(Child.class, "-Xmx256m", input.toString(), folder.toString(), String.valueOf(delayMillis));
    }

    /** A Java process with this one's class path. */
    static Process start(Class<?> main, String heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    static StageRun<JsonNode, ObjectNode> run(Path input, Path folder, int delayMillis) {
        Stage<JsonNode, ObjectNode> stage = Samples.stage(node -> {
            int n = node.path("n").intValue();
            if (delayMillis > 0) {
                Thread.sleep(new Random(n).nextInt(2 * delayMillis));
            }
            return n % 50 == 7 ? Result.failure("no luck with " + n) : Samples.square(node);
        });
        Durability durability = new Durability(200, Duration.ofMillis(100), 20_000);
        return new StageRun<>(
                stage,
                List.of(input),
                folder,
                RunSettings.standard().withWorkers(16).withDurability(durability));
    }

    public static void main(String[] arguments) {
        AtomicBoolean said = new AtomicBoolean();
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]))
                    .run(progress -> {
                        if (!said.getAndSet(true)) {
                            System.out.println("at work");
                        }
                    });
            System.out.println("complete");
        } catch (LabException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}

package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lemmalab.llm.server.ChatFormat;
import org.lemmalab.llm.server.ModelServer;
import org.lemmalab.llm.server.ServerSettings;
import org.lemmalab.transformer.ChatTemplate;
import org.lemmalab.transformer.LocalModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab serve CHECKPOINT}: a checkpoint behind OpenAI's interface, on this machine. */
@Command(
        name = "serve",
        description = "Serve a checkpoint folder behind OpenAI's interface, on this machine only, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CHECKPOINT", description = "A checkpoint folder.")
    private Path checkpoint;

    @Option(names = "--port", defaultValue = "8000", description = "0: any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--chat-template",
            description = "${COMPLETION-CANDIDATES}; none: the turns' texts with an empty line between them.")
    private ChatTemplate template;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = ServerSettings.onPort(port).withChat(chat());
        LocalModel model = LocalModel.open(checkpoint);
        ModelServer server;
        try {
            server = ModelServer.start(model, settings);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            model.close();
        }));
        PrintWriter out = spec.commandLine().getOut();
        out.println(model.name() + " at " + server.baseUrl() + " (Ctrl-C stops it)");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private ChatFormat chat() {
        if (template == null) {
            return ChatFormat.PLAIN;
        }
        return messages -> template.format(messages.stream()
                .map(message -> new ChatTemplate.Message(message.role(), message.text()))
                .toArray(ChatTemplate.Message[]::new));
    }
}

package org.lemmalab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.meter.Spending;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab ask PROMPT}: one prompt to one model. */
@Command(
        name = "ask",
        description = "Put one prompt to a checkpoint folder or an endpoint.",
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PROMPT", description = "The prompt; '-' reads it from standard input.")
    private String prompt;

    @Option(names = "-n", defaultValue = "1", description = "How many completions (default: 1).")
    private int samples;

    @Mixin
    private ModelOptions models;

    @Mixin
    private SamplingOptions sampling;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ModelOptions.Open open = models.open("")) {
            Reply reply = open.model().complete(text(), sampling.settings(samples));
            List<Completion> completions = reply.completions();
            PrintWriter out = spec.commandLine().getOut();
            for (int i = 0; i < completions.size(); i++) {
                if (completions.size() > 1) {
                    out.println("--- " + (i + 1) + " ---");
                }
                out.println(completions.get(i).text());
            }
            out.flush();
            open.meter().ifPresent(meter -> spec.commandLine().getErr().println(line(meter.total())));
        }
        return 0;
    }

    private String text() {
        if (!prompt.equals("-")) {
            return prompt;
        }
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LabException("standard input: cannot be read: " + e, e);
        }
    }

    static String line(Spending spending) {
        return String.format(
                Locale.ROOT,
                "%d tokens read, %d written, %.1f s, $%.4f",
                spending.promptTokens(),
                spending.completionTokens(),
                spending.seconds(),
                spending.dollars());
    }
}

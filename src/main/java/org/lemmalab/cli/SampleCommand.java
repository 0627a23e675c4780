package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lemmalab.evaluation.SampledProblem;
import org.lemmalab.evaluation.Sampler;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.meter.DryRun;
import org.lemmalab.pipeline.Manifest;
import org.lemmalab.pipeline.RunFolder;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.StageRun;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab sample PROBLEMS --out FOLDER}: a student's graded solutions, in a run that resumes. */
@Command(
        name = "sample",
        description = {
            "Draw a student's solutions of problems and grade them. The same call resumes a run that was stopped.",
            "Problems: one JSON object a line with question, answer (GSM8K style) and, where known, id.",
            "The folder gets output.jsonl (a problem a line), output.failed.jsonl and attempts.jsonl (a solution a line,"
                    + " as 'lab errors' reads it)."
        },
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PROBLEMS", description = "The problems (JSON Lines).")
    private Path problems;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "The run's own folder.")
    private Path out;

    @Option(names = "-k", defaultValue = "4", description = "Solutions of each problem (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--prompt",
            paramLabel = "NAME|FILE",
            defaultValue = "solve",
            description =
                    "solve (an instruction), continue (Question: … Answer:), student (the question alone) or a prompt file"
                            + " (default: solve).")
    private String prompt;

    @Option(names = "--retry-failed", description = "Also try those problems again that failed before.")
    private boolean retryFailed;

    @Option(names = "--dry-run", description = "Send nothing: show three prompts, tokens and money.")
    private boolean dryRun;

    @Mixin
    private ModelOptions models;

    @Mixin
    private SamplingOptions sampling;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Sampler sampler = new Sampler(PromptOption.template(prompt), sampling.settings(samples));
        return dryRun ? estimate(sampler) : sample(sampler);
    }

    private int sample(Sampler sampler) {
        Manifest manifest;
        try (ModelOptions.Open open = models.open(sampler.prompt().hash())) {
            StageRun<Problem, SampledProblem> run = new StageRun<>(
                    sampler.stage(open.model(), models.price()),
                    List.of(problems),
                    out,
                    RunSettings.standard().withWorkers(models.workers()));
            TerminalProgress progress = TerminalProgress.onStandardError();
            manifest = retryFailed ? run.retryFailed(progress) : run.run(progress);
        }
        Path attempts = out.resolve("attempts.jsonl");
        PrintWriter console = spec.commandLine().getOut();
        SampledAttempts.write(new RunFolder(out).output(), attempts).table().forEach(console::println);
        console.println("attempts: " + attempts);
        if (manifest.counts().failed() > 0) {
            console.println(manifest.counts().failed() + " problems failed: " + new RunFolder(out).failed()
                    + " (--retry-failed tries them again)");
        }
        console.flush();
        return manifest.counts().failed() + manifest.counts().rejected() > 0 ? 1 : 0;
    }

    private int estimate(Sampler sampler) {
        List<CompletionRequest> requests = new ArrayList<>();
        JsonLines.forEach(
                problems, Sampler::read, problem -> requests.add(sampler.request(problem)), RejectedLines.refusing());
        DryRun estimate = DryRun.of(requests, models.price());
        PrintWriter console = spec.commandLine().getOut();
        estimate.examples().forEach(example -> console.println("--- prompt ---\n" + example));
        TextTable table = new TextTable("estimate", "value");
        table.add("requests", estimate.requests());
        table.add("tokens read, about", estimate.promptTokens());
        table.add("tokens written, at most", estimate.mostCompletionTokens());
        table.add("US dollars, at least", String.format(Locale.ROOT, "%.4f", estimate.leastDollars()));
        table.add("US dollars, at most", String.format(Locale.ROOT, "%.4f", estimate.mostDollars()));
        console.println("---");
        table.lines().forEach(console::println);
        console.flush();
        return 0;
    }
}

package org.lemmalab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lemmalab.evaluation.EvaluationPrompt;
import org.lemmalab.evaluation.HarnessResults;
import org.lemmalab.evaluation.SetScore;
import org.lemmalab.evaluation.Shots;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.pipeline.RunFolder;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.StageRun;
import org.lemmalab.pipeline.TerminalProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab eval --sets NAMES --out FOLDER}: what a student reaches on the test sets. */
@Command(
        name = "eval",
        description = {
            "Measure a student on test sets: accuracy with its interval, pass@k, majority vote. The same call resumes.",
            "Greedy with -k 1 (the paper's pass@1); -k 32 --temperature 0.7 gives maj@32.",
            "The folder gets a run a set, and results.json in lm-evaluation-harness's layout."
        },
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    @Option(
            names = "--sets",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Real sets: gsm8k, math, asdiv, svamp, mawps, mathematics, college_math (paper: these seven), mawps_small,"
                            + " gsm_hard, mathchat-follow-up, mathchat-error-correction. Made ones, of the test split: those of"
                            + " 'lab problems'. Conversations are asked turn by turn.")
    private List<String> sets = List.of();

    @Option(
            names = "--problems",
            paramLabel = "FILE",
            description = "Problems of your own (JSON Lines: id, question, answer).")
    private List<Path> files = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Only the first N problems of each set (made sets: 1000).")
    private Integer limit;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "The evaluation's own folder.")
    private Path out;

    @Option(names = "-k", defaultValue = "1", description = "Solutions of each problem (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--prompt",
            paramLabel = "NAME|FILE",
            description =
                    "paper, solve, continue, student or a prompt file (default: student for made sets, else paper).")
    private String prompt;

    @Option(
            names = "--shots",
            paramLabel = "N",
            description = "Worked examples, 0 to 4 (default: as in the paper's runs).")
    private Integer shots;

    @Mixin
    private DataOption data;

    @Mixin
    private ModelOptions models;

    @Mixin
    private SamplingOptions sampling;

    @Spec
    private CommandSpec spec;

    private final ExtractionCounts extraction = new ExtractionCounts();

    @Override
    public Integer call() {
        List<EvalTask> tasks = tasks();
        List<HarnessResults.Entry> entries = new ArrayList<>();
        Map<String, String> hashes = new LinkedHashMap<>();
        String model = "";
        long failed = 0;
        for (EvalTask task : tasks) {
            String named = prompt == null ? task.standardPrompt() : prompt;
            PromptTemplate asked = EvaluationPrompt.of(PromptOption.template(named), Shots.first(task.shots()));
            Path folder = out.resolve(task.name());
            Path input = write(task, folder);
            hashes.put(task.name(), Hashes.sha256(input));
            try (ModelOptions.Open open = models.open(asked.hash())) {
                model = open.model().name();
                StageRun<?, ?> run = new StageRun<>(
                        task.stage(asked, settings(), open.model(), models.price()),
                        List.of(input),
                        folder.resolve("run"),
                        RunSettings.standard().withWorkers(models.workers()));
                failed += run.run(TerminalProgress.onStandardError()).counts().failed();
            }
            Path output = answered(task, new RunFolder(folder.resolve("run")));
            JsonLines.forEach(output, row -> row, this::count, RejectedLines.refusing());
            task.scores(output, settings().seed())
                    .forEach(score -> entries.add(new HarnessResults.Entry(score, task.shots(), task.size(), asked)));
        }
        Path results = save(HarnessResults.json(model, entries, provenance(hashes)));
        print(entries, results, failed);
        return failed > 0 ? 1 : 0;
    }

    /** Problems have samples, conversations turns. */
    private void count(JsonNode row) {
        row.path("samples").forEach(extraction::add);
        row.path("turns").forEach(extraction::add);
    }

    private static Path answered(EvalTask task, RunFolder run) {
        if (run.output().toFile().length() == 0) {
            throw new LabException("eval: expected answers to " + task.name()
                    + ", found that every problem failed; reasons: " + run.failed());
        }
        return run.output();
    }

    private SamplingSettings settings() {
        return sampling.settings(samples, samples == 1 ? 0 : 0.7, 1024);
    }

    private List<EvalTask> tasks() {
        EvalSets known = new EvalSets(data.folder(), optional(limit), optional(shots));
        List<EvalTask> tasks = new ArrayList<>();
        sets.forEach(name -> tasks.addAll(known.named(name)));
        files.forEach(file -> tasks.add(known.file(file)));
        if (tasks.isEmpty()) {
            throw new LabException("eval: expected --sets or --problems, found neither");
        }
        if (tasks.stream().map(EvalTask::name).distinct().count() < tasks.size()) {
            throw new LabException("eval: expected each set once, found "
                    + tasks.stream().map(EvalTask::name).toList());
        }
        return tasks;
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** The problems as the run reads them; the same where they do not differ, so that a run resumes. */
    private static Path write(EvalTask task, Path folder) {
        String lines = task.rows().map(row -> Json.line(row) + "\n").collect(Collectors.joining());
        return replace(folder.resolve("problems.jsonl"), lines);
    }

    private Path save(ObjectNode results) {
        return replace(out.resolve("results.json"), Json.pretty(results) + "\n");
    }

    private static Path replace(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new LabException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private Provenance provenance(Map<String, String> hashes) {
        return Provenance.of(
                settings().seed(),
                Map.of(
                        "samples",
                        String.valueOf(samples),
                        "prompt",
                        prompt == null ? "each set's own" : prompt,
                        "sampling",
                        settings().toString()),
                hashes);
    }

    private void print(List<HarnessResults.Entry> entries, Path results, long failed) {
        PrintWriter console = spec.commandLine().getOut();
        TextTable table = new TextTable(
                "set",
                "shots",
                "problems",
                "accuracy % [95 %]",
                "pass@" + samples + " %",
                "maj@" + samples + " %",
                "truncated",
                "no answer",
                "undecided",
                "tokens");
        for (HarnessResults.Entry entry : entries) {
            SetScore score = entry.score();
            table.add(
                    score.set(),
                    entry.shots(),
                    score.problems(),
                    score.accuracy().percent(),
                    percent(score.passAtK().getOrDefault(samples, Double.NaN)),
                    score.majority().map(share -> percent(share.value())).orElse("-"),
                    score.truncated(),
                    score.withoutAnswer(),
                    score.undecided(),
                    String.format(Locale.ROOT, "%.0f", score.meanTokens()));
        }
        table.lines().forEach(console::println);
        extraction.lines().forEach(console::println);
        console.println("results: " + results);
        if (failed > 0) {
            console.println(
                    failed + " problems failed and are not in the figures; see output.failed.jsonl in the runs");
        }
        console.flush();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}

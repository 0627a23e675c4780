package org.lemmalab.cli;

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
import java.util.concurrent.Callable;
import org.lemmalab.evaluation.EvaluationPrompt;
import org.lemmalab.evaluation.HarnessResults;
import org.lemmalab.evaluation.SampledProblem;
import org.lemmalab.evaluation.Sampler;
import org.lemmalab.evaluation.SetScore;
import org.lemmalab.evaluation.Shots;
import org.lemmalab.evaluation.TestProblem;
import org.lemmalab.evaluation.TestSet;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.pipeline.RunFolder;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.StageRun;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
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
                    "Of gsm8k, math, asdiv, svamp, mawps, mathematics, college_math, mawps_small, gsm_hard; or paper: the first"
                            + " seven.")
    private List<String> sets = List.of();

    @Option(
            names = "--problems",
            paramLabel = "FILE",
            description = "Problems of your own (JSON Lines: id, question, answer).")
    private List<Path> files = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N problems of each set.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "The evaluation's own folder.")
    private Path out;

    @Option(names = "-k", defaultValue = "1", description = "Solutions of each problem (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--prompt",
            paramLabel = "NAME|FILE",
            defaultValue = "paper",
            description = "paper, solve, continue or a prompt file (default: paper).")
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

    /** A set to be measured. */
    private record Task(String name, List<TestProblem> problems, int size, int shots, String sha256) {}

    @Override
    public Integer call() {
        List<Task> tasks = tasks();
        PromptTemplate template = PromptOption.template(prompt);
        List<HarnessResults.Entry> entries = new ArrayList<>();
        String model = "";
        long failed = 0;
        for (Task task : tasks) {
            PromptTemplate asked = EvaluationPrompt.of(template, Shots.first(task.shots()));
            Path folder = out.resolve(task.name());
            Path input = write(task, folder);
            try (ModelOptions.Open open = models.open(asked.hash())) {
                model = open.model().name();
                StageRun<Problem, SampledProblem> run = new StageRun<>(
                        new Sampler(asked, settings()).stage(open.model(), models.price()),
                        List.of(input),
                        folder.resolve("run"),
                        RunSettings.standard().withWorkers(models.workers()));
                failed += run.run(TerminalProgress.onStandardError()).counts().failed();
            }
            Path output = answered(task, new RunFolder(folder.resolve("run")));
            SetScore score =
                    SetScore.of(task.name(), output, task.problems(), settings().seed());
            entries.add(new HarnessResults.Entry(score, task.shots(), task.size(), asked));
        }
        Path results = save(HarnessResults.json(model, entries, provenance(tasks)));
        print(entries, results, failed);
        return failed > 0 ? 1 : 0;
    }

    private static Path answered(Task task, RunFolder run) {
        if (run.output().toFile().length() == 0) {
            throw new LabException("eval: expected answers to " + task.name()
                    + ", found that every problem failed; reasons: " + run.failed());
        }
        return run.output();
    }

    private SamplingSettings settings() {
        return sampling.settings(samples, samples == 1 ? 0 : 0.7, 1024);
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (String name : sets) {
            List<TestSet> named = name.equals("paper") ? TestSet.paperSets() : List.of(TestSet.ofLabel(name));
            named.forEach(set -> tasks.add(task(set)));
        }
        files.forEach(file -> tasks.add(task(file)));
        if (tasks.isEmpty()) {
            throw new LabException("eval: expected --sets or --problems, found neither");
        }
        if (tasks.stream().map(Task::name).distinct().count() < tasks.size()) {
            throw new LabException("eval: expected each set once, found "
                    + tasks.stream().map(Task::name).toList());
        }
        return tasks;
    }

    private Task task(TestSet set) {
        Path folder = data.folder()
                .orElseThrow(
                        () -> new LabException("--sets: expected a data folder (--data or LEMMA_DATA), found none"));
        List<TestProblem> problems = set.read(folder);
        int wanted = shots == null ? set.shots() : shots;
        return new Task(
                set.label(), limited(problems), problems.size(), wanted, Hashes.sha256(folder.resolve(set.file())));
    }

    private Task task(Path file) {
        List<TestProblem> problems = ProblemSet.read(file, RejectedLines.refusing()).byId().values().stream()
                .map(problem -> new TestProblem(problem, Map.of()))
                .toList();
        String name =
                file.getFileName().toString().replaceFirst("\\.jsonl?$", "").replaceAll("[^A-Za-z0-9_-]", "_");
        return new Task(name, limited(problems), problems.size(), shots == null ? 0 : shots, Hashes.sha256(file));
    }

    private List<TestProblem> limited(List<TestProblem> problems) {
        if (limit < 1) {
            throw new LabException("--limit: expected a number from 1, found " + limit);
        }
        return problems.subList(0, Math.min(limit, problems.size()));
    }

    /** The problems as the run reads them; written anew only where they differ, so that a run resumes. */
    private static Path write(Task task, Path folder) {
        Path file = folder.resolve("problems.jsonl");
        StringBuilder lines = new StringBuilder();
        for (TestProblem problem : task.problems()) {
            ObjectNode line = Json.mapper().createObjectNode();
            line.put("id", problem.problem().id());
            line.put("question", problem.problem().question());
            line.put("solution", problem.problem().goldSolution());
            line.put("answer", problem.problem().goldAnswer());
            lines.append(Json.line(line)).append('\n');
        }
        return replace(file, lines.toString());
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

    private Provenance provenance(List<Task> tasks) {
        Map<String, String> hashes = new LinkedHashMap<>();
        tasks.forEach(task -> hashes.put(task.name(), task.sha256()));
        return Provenance.of(
                settings().seed(),
                Map.of(
                        "samples",
                        String.valueOf(samples),
                        "prompt",
                        prompt,
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
                    String.format(Locale.ROOT, "%.0f", score.meanTokens()));
        }
        table.lines().forEach(console::println);
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

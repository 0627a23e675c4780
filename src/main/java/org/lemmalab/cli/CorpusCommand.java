package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lemmalab.corpus.DataStatistics;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.PromptedSolutionGenerator;
import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.corpus.format.CorpusFolder;
import org.lemmalab.corpus.format.CorpusFormat;
import org.lemmalab.corpus.recipe.CorpusRun;
import org.lemmalab.corpus.recipe.ProblemContext;
import org.lemmalab.corpus.recipe.ProblemContexts;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.corpus.recipe.RecipeContext;
import org.lemmalab.corpus.recipe.Recipes;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.pipeline.TerminalProgress;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.PromptedTeacher;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.report.CorpusReport;
import org.lemmalab.report.TableView;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Attempts;
import org.lemmalab.synthetic.rewriting.ProgramSolutionGenerator;
import org.lemmalab.transformer.TextTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab corpus --recipe NAME --problems FILE --out DIR}: a training set by one of the recipes. */
@Command(
        name = "corpus",
        description = {
            "Make a training set of problems by a recipe: LEMMA, its ablations or a baseline ('lab corpus list').",
            "The folder gets train.jsonl (for 'lab train' and 'lab export'), facts.jsonl and manifest.json."
        },
        subcommands = {CorpusListCommand.class, CorpusImportCommand.class},
        mixinStandardHelpOptions = true)
final class CorpusCommand implements Callable<Integer> {
    /** Who teaches. */
    enum Who {
        program,
        model
    }

    @Option(names = "--recipe", paramLabel = "NAME", description = "The recipe, as 'lab corpus list' names it.")
    private String recipe;

    @Option(
            names = "--problems",
            paramLabel = "FILE",
            description = "Problems: question, answer (GSM8K style), id if known.")
    private Path problems;

    @Option(
            names = "--attempts",
            paramLabel = "FILE",
            description = "A student's attempts, as 'lab sample' writes them.")
    private Path attempts;

    @Option(names = "--triplets", paramLabel = "FILE", description = "Triplets, as 'lab triplets' writes them.")
    private Path triplets;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the corpus goes.")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", description = "Decides every choice (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--per-problem",
            defaultValue = "" + RecipeContext.PER_PROBLEM,
            description = "How many are asked for where the recipe leaves it open (default: ${DEFAULT-VALUE}).")
    private int perProblem;

    @Option(
            names = "--prompt-form",
            defaultValue = "paper",
            description = "paper: the paper's prompt around each question; bare: the question alone (default: paper).")
    private String form;

    @Option(
            names = "--format",
            defaultValue = "instruction",
            description = "instruction (instruction, input, output) or messages (chat); default: instruction.")
    private String format;

    @Option(names = "--tokenizer", paramLabel = "FOLDER", description = "Counts tokens by it (default: counts words).")
    private Path tokenizer;

    @Option(
            names = "--teacher",
            defaultValue = "program",
            description =
                    "${COMPLETION-CANDIDATES}: exact programs, or the model of the options below (default: program).")
    private Who who;

    @Mixin
    private ModelOptions models;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Recipe chosen = Recipes.named(required("--recipe", recipe));
        required("--problems", problems);
        CorpusFolder folder =
                new CorpusFolder(required("--out", out), CorpusFormat.ofLabel(format), PromptForm.ofLabel(form));
        List<ProblemContext> materials;
        try (RejectedLines rejected = RejectedLines.beside(out.resolve("input.jsonl"))) {
            materials = materials(rejected);
            CorpusFolder.Written written = write(chosen, folder, materials);
            show(chosen, written);
            return RejectedReport.tell(rejected, false, spec.commandLine().getErr());
        }
    }

    private CorpusFolder.Written write(Recipe chosen, CorpusFolder folder, List<ProblemContext> materials) {
        if (who == Who.program) {
            Teacher teacher = ProgramTeacher.standard();
            int cores = Runtime.getRuntime().availableProcessors();
            return write(
                    chosen,
                    folder,
                    materials,
                    new RecipeContext(teacher, new ProgramSolutionGenerator(), seed, perProblem),
                    cores);
        }
        PromptedSettings settings = PromptedSettings.STANDARD.withSeed(seed);
        try (ModelOptions.Open open = models.open("corpus")) {
            Teacher teacher = PromptedTeacher.over(open.model(), models.price(), settings);
            SolutionGenerator author = PromptedSolutionGenerator.over(open.model(), models.price(), settings);
            return write(
                    chosen, folder, materials, new RecipeContext(teacher, author, seed, perProblem), models.workers());
        }
    }

    private CorpusFolder.Written write(
            Recipe chosen, CorpusFolder folder, List<ProblemContext> materials, RecipeContext staff, int workers) {
        CorpusRun run = new CorpusRun(chosen, staff, workers);
        Provenance provenance = provenance(staff);
        try (TaskProgress progress = TaskProgress.of("corpus", materials.size(), TerminalProgress.onStandardError())) {
            DataStatistics.Counter words = DataStatistics.Counter.ofWords(chosen.title());
            CorpusFolder.Written written = tokenizer == null
                    ? folder.write(chosen, run, materials, words, provenance, progress::at)
                    : counted(chosen, folder, materials, run, provenance, progress);
            progress.complete();
            return written;
        }
    }

    /** With tokens counted as a model's own tokenizer counts them. */
    private CorpusFolder.Written counted(
            Recipe chosen,
            CorpusFolder folder,
            List<ProblemContext> materials,
            CorpusRun run,
            Provenance provenance,
            TaskProgress progress) {
        String name = "tokens of " + tokenizer.toAbsolutePath().normalize().getFileName();
        try (TextTokenizer counting = TextTokenizer.open(tokenizer)) {
            DataStatistics.Counter tokens =
                    new DataStatistics.Counter(chosen.title(), name, text -> counting.encode(text, false).length);
            return folder.write(chosen, run, materials, tokens, provenance, progress::at);
        }
    }

    private Provenance provenance(RecipeContext staff) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("teacher", staff.teacher().name());
        settings.put("author", staff.author().name());
        settings.put("per_problem", String.valueOf(perProblem));
        staff.teacher().promptHashes().forEach((name, hash) -> settings.put("prompt " + name, hash));
        if (staff.author() instanceof PromptedSolutionGenerator prompted) {
            prompted.promptHashes().forEach((name, hash) -> settings.put("prompt " + name, hash));
        }
        Map<String, String> data = new TreeMap<>();
        data.put("problems", Hashes.sha256(problems));
        Optional.ofNullable(attempts).ifPresent(file -> data.put("attempts", Hashes.sha256(file)));
        Optional.ofNullable(triplets).ifPresent(file -> data.put("triplets", Hashes.sha256(file)));
        return Provenance.of(seed, settings, data);
    }

    private List<ProblemContext> materials(RejectedLines rejected) {
        Map<String, Problem> byId = new LinkedHashMap<>();
        JsonLines.forEach(
                problems,
                line -> {
                    Problem problem = ProblemSet.parseNamed(line);
                    if (byId.containsKey(problem.id())) {
                        throw new LabException("problem '" + problem.id() + "' is there already");
                    }
                    return problem;
                },
                problem -> byId.put(problem.id(), problem),
                rejected);
        ProblemSet set = new ProblemSet(byId);
        List<Attempt> sampled = new ArrayList<>();
        if (attempts != null) {
            Attempts.read(attempts, set, each -> sampled.add(each.attempt()), rejected);
        }
        List<Triplet> made = new ArrayList<>();
        if (triplets != null) {
            JsonLines.forEach(
                    triplets,
                    line -> {
                        Triplet triplet = Triplet.parse(line);
                        set.problem(triplet.problem().id());
                        return triplet;
                    },
                    made::add,
                    rejected);
        }
        return ProblemContexts.of(List.copyOf(byId.values()), sampled, made);
    }

    private void show(Recipe chosen, CorpusFolder.Written written) {
        PrintWriter console = spec.commandLine().getOut();
        console.println(new TableView(CorpusReport.dataStatistics(List.of(written.statistics()))
                        .first(1))
                .text());
        if (!written.report().refused().isEmpty()) {
            console.println(new TableView(CorpusReport.refusals(written.report().refused())).text());
        }
        chosen.inference().stop().forEach(stop -> console.println("at inference, stop at: " + stop));
        if (!chosen.inference().taskSuffix().isEmpty()) {
            console.println("at inference, behind the question: "
                    + chosen.inference().taskSuffix().strip());
        }
        console.println("corpus: " + out.resolve(CorpusFolder.TRAIN));
        console.flush();
    }

    private static <T> T required(String name, T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new LabException("lab corpus: " + name + " is missing"));
    }
}

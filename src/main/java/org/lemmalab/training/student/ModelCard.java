package org.lemmalab.training.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.llm.prompt.StudentFormat;
import org.lemmalab.mistake.Share;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.wordproblem.Split;
import org.lemmalab.problem.wordproblem.WordProblemSet;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.ModelConfig;

/** Measures a finished student from its files and writes what it is, how it was made and how it does into its {@code README.md}. */
public final class ModelCard {
    /** Points of the learning curve. */
    private static final int POINTS = 12;

    private static final long MEASURING_SEED = 1;

    private final StudentRecipe recipe;
    private final Path run;
    private final Path student;

    private ModelCard(StudentRecipe recipe, Path run, Path student) {
        this.recipe = recipe;
        this.run = run;
        this.student = student;
    }

    /**
     * @param recipe of the run
     * @param run the run's folder, with the logs of both parts
     * @param student the finished student
     * @param count problems a set
     * @return the card's text, also written into the student's folder
     */
    public static String write(StudentRecipe recipe, Path run, Path student, int count) {
        String text = new ModelCard(recipe, run, student).text(count);
        try {
            Files.writeString(student.resolve("README.md"), text);
        } catch (IOException e) {
            throw new LabException(student.resolve("README.md") + ": cannot be written: " + e, e);
        }
        return text;
    }

    private String text(int count) {
        List<Point> steady = log(run.resolve("steady"));
        List<Point> cooling = log(run.resolve("cooling"));
        String accuracy = accuracy(count);
        return String.join(
                "\n",
                "# The small student",
                "",
                "A decoder of the Llama family, trained from nothing on made word problems with right solutions",
                "(`lab problems`), to try learning from errors on. It knows nothing else.",
                "",
                "## How it is asked",
                "",
                "The prompt is the question and a line break, nothing else; the reply is one step a line, a last line",
                "`Answer: …`, and the end token. In Java: `org.lemmalab.llm.prompt.StudentFormat`; on the command line:",
                "`lab sample PROBLEMS --out FOLDER --prompt student --checkpoint DIR`.",
                "",
                "```text",
                example(),
                "```",
                "",
                "## What it is",
                "",
                table(
                        "parameters",
                        String.format(Locale.ROOT, "%,d", parameters()),
                        "width, layers",
                        recipe.width() + ", " + recipe.layers(),
                        "vocabulary",
                        Integer.toString(config().size().vocabulary()),
                        "digits",
                        "single tokens",
                        "weights",
                        "bfloat16, SHA-256 `" + weights() + "`",
                        "toolkit",
                        Provenance.toolkitVersion()),
                "",
                "## How it was made",
                "",
                table(
                        "seed of text, parameters and order",
                        Long.toString(recipe.seed()),
                        "examples",
                        recipe.mixture().entrySet().stream()
                                .map(part ->
                                        part.getValue() + " " + part.getKey().title())
                                .collect(Collectors.joining(", ")),
                        "at the full rate, " + recipe.rate(),
                        spent(steady),
                        "rate falling to zero, on new text",
                        spent(cooling),
                        "precision",
                        recipe.precision().toString()),
                "",
                "Again: `environment/lab student train --out runs/student --width " + recipe.width() + " --layers "
                        + recipe.layers() + " --examples " + recipe.examples() + " --steps "
                        + steady.get(steady.size() - 1).step + " --cooling " + recipe.coolingSteps()
                        + " --precision " + recipe.precision() + " --seed " + recipe.seed() + "`.",
                "",
                "Learning curve: mean loss of the learnt tokens (nats) by tokens read.",
                "",
                curve(steady, cooling),
                "",
                "## How it does",
                "",
                "Greedy, " + count + " problems of the test split a set (seed " + MEASURING_SEED
                        + "); no problem, template instance or combination of names",
                "and things is in the training text. *Equations that hold* are all those that the student wrote, whatever the",
                "operands.",
                "",
                accuracy,
                "");
    }

    private String accuracy(int count) {
        List<String> lines = new ArrayList<>(List.of(
                "| set | right | 95 % interval | equations that hold | ended by itself |",
                "| --- | --- | --- | --- | --- |"));
        try (LocalModel model = LocalModel.open(student)) {
            for (WordProblemSet set : WordProblemSet.values()) {
                StudentReport report = StudentReport.of(model, set, count, MEASURING_SEED);
                Share share = report.accuracy();
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s%s | %.1f %% | %.1f to %.1f %% | %.2f %% | %.1f %% |",
                        report.set(),
                        set.isInDistribution() ? " (in distribution)" : "",
                        100 * share.value(),
                        100 * share.low(),
                        100 * share.high(),
                        100 * report.arithmetic(),
                        100.0 * report.ended() / count));
            }
        }
        return String.join("\n", lines);
    }

    private String example() {
        Problem problem = WordProblemSet.RELATIONS
                .generate(1, Split.TEST, MEASURING_SEED)
                .get(0)
                .problem();
        return StudentFormat.prompt(problem.question())
                + StudentFormat.response(problem.goldSolution(), problem.goldAnswer());
    }

    private ModelConfig config() {
        return Checkpoint.open(student).config();
    }

    private String weights() {
        return Hashes.sha256(student.resolve("model.safetensors"));
    }

    private long parameters() {
        ModelConfig.Size size = config().size();
        long layer = 4L * size.width() * size.width() + 3L * size.width() * size.feedForward() + 2L * size.width();
        return (long) size.vocabulary() * size.width() + size.layers() * layer + size.width();
    }

    private record Point(int step, long tokens, double loss, double seconds) {}

    private static List<Point> log(Path part) {
        Path file = part.resolve("training.jsonl");
        try {
            return Files.readAllLines(file).stream()
                    .map(Json::parse)
                    .map(line -> new Point(
                            line.path("step").asInt(),
                            line.path("tokens").asLong(),
                            line.path("loss").asDouble(),
                            line.path("seconds").asDouble()))
                    .toList();
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        }
    }

    private static String spent(List<Point> part) {
        Point last = part.get(part.size() - 1);
        return String.format(Locale.ROOT, "%,d steps, %,d tokens", last.step, last.tokens);
    }

    private static String curve(List<Point> steady, List<Point> cooling) {
        List<String> lines = new ArrayList<>(List.of("| tokens | loss |", "| --- | --- |"));
        long before = steady.get(steady.size() - 1).tokens;
        points(steady, 0, lines);
        points(cooling, before, lines);
        return String.join("\n", lines);
    }

    private static void points(List<Point> part, long before, List<String> lines) {
        int width = Math.max(1, part.size() / POINTS);
        for (int end = width; end <= part.size(); end += width) {
            List<Point> slice = part.subList(end - width, end);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %,d | %.4f |",
                    before + slice.get(slice.size() - 1).tokens,
                    slice.stream().mapToDouble(Point::loss).average().orElseThrow()));
        }
    }

    /** Names and values, one after the other. */
    private static String table(String... cells) {
        StringBuilder text = new StringBuilder("| | |\n| --- | --- |");
        for (int i = 0; i < cells.length; i += 2) {
            text.append("\n| ")
                    .append(cells[i])
                    .append(" | ")
                    .append(cells[i + 1])
                    .append(" |");
        }
        return text.toString();
    }
}

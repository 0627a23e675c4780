package org.lemmalab.synthetic.student;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.Share;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.ModelConfig;

/** Measures a finished student from its files and writes what it is, how it was made and how it does into its {@code README.md}. */
public final class ModelCard {
    /** Points of the learning curve. */
    private static final int POINTS = 12;

    private static final long MEASURING_SEED = 1;
    private static final String TEMPLATE = "card.md";

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

    /**
     * To be asked before a student is trained.
     *
     * @param count problems a set
     * @throws LabException if a set has not as many
     */
    public static void requireProblems(int count) {
        learntFirst().forEach(set -> set.generate(count, Split.TEST, MEASURING_SEED));
    }

    private String text(int count) {
        List<Point> steady = log(run.resolve("steady"));
        List<Point> lengthy = log(run.resolve("long"));
        List<Point> cooling = log(run.resolve("cooling"));
        List<Point> settling = log(run.resolve("settling"));
        Map<String, String> values = new HashMap<>();
        values.put("example", example());
        values.put("parameters", String.format(Locale.ROOT, "%,d", parameters()));
        values.put("size", recipe.width() + ", " + recipe.layers());
        values.put("vocabulary", Integer.toString(config().size().vocabulary()));
        values.put("weights", Hashes.sha256(student.resolve("model.safetensors")));
        values.put("toolkit", Provenance.toolkitVersion());
        values.put("seed", Long.toString(recipe.seed()));
        values.put("examples", examples(recipe.mixture()));
        values.put("lengthy", examples(recipe.longMixture()));
        values.put("cooled", examples(recipe.coolingMixture()) + retries());
        values.put("settled", examples(recipe.settlingMixture()) + retries());
        values.put("rate", Double.toString(recipe.rate()));
        values.put("reading", spent(log(run.resolve("reading"))));
        values.put("knowing", spent(log(run.resolve("knowing"))));
        values.put("steady", spent(steady));
        values.put("long", spent(lengthy));
        values.put("cooling", spent(cooling));
        values.put("settling", spent(settling));
        values.put("precision", recipe.precision().toString());
        values.put("options", options(steady.get(steady.size() - 1).step));
        values.put("curve", curve(List.of(steady, lengthy, cooling, settling)));
        values.put("count", Integer.toString(count));
        values.put("measured", Long.toString(MEASURING_SEED));
        values.put("accuracy", accuracy(count));
        return template().fill(values) + "\n";
    }

    private static PromptTemplate template() {
        try (InputStream in = ModelCard.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new LabException("resource " + TEMPLATE + ": missing from the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new PromptTemplate("card", "1", text, Hashes.sha256(text));
        } catch (IOException e) {
            throw new LabException("resource " + TEMPLATE + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String examples(TextMixture mixture) {
        Stream<String> problems = mixture.problems().entrySet().stream()
                .map(part -> part.getValue() + " " + part.getKey().title());
        Map<String, Integer> drills = new LinkedHashMap<>();
        drills.put(" drills in reading", mixture.reading());
        drills.put(" in looking back", mixture.lookingBack());
        drills.put(" in saying again", mixture.repetitions());
        Stream<String> some = drills.entrySet().stream()
                .filter(drill -> drill.getValue() > 0)
                .map(drill -> drill.getValue() + drill.getKey());
        return Stream.concat(problems, some).collect(Collectors.joining(", "));
    }

    private String options(int steadySteps) {
        return "--width " + recipe.width() + " --layers " + recipe.layers() + " --examples " + recipe.examples()
                + " --steps " + steadySteps + " --long " + recipe.longSteps() + " --cooling " + recipe.coolingSteps()
                + option(" --repetitions ", recipe.practice().repetitions())
                + option(" --retries ", recipe.practice().retries())
                + (recipe.practice().masksRetries() ? " --mask-retries" : "")
                + " --precision "
                + recipe.precision() + " --seed " + recipe.seed();
    }

    private String retries() {
        int percent = recipe.practice().retries();
        return percent > 0
                ? "; before " + percent + " % of the steps of relations one is begun too early"
                        + (recipe.practice().masksRetries() ? ", which is masked," : "") + " and taken back"
                : "";
    }

    private static String option(String name, int percent) {
        return percent > 0 ? name + percent : "";
    }

    private String accuracy(int count) {
        List<String> lines = new ArrayList<>(List.of(
                "| set | right | 95 % interval | equations that hold | ended by itself |",
                "| --- | --- | --- | --- | --- |"));
        try (LocalModel model = LocalModel.open(student)) {
            for (WordProblemSet set : learntFirst()) {
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

    private static List<WordProblemSet> learntFirst() {
        return Arrays.stream(WordProblemSet.values())
                .sorted(Comparator.comparing(set -> set.isInDistribution() ? 0 : 1))
                .toList();
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

    private static String curve(List<List<Point>> parts) {
        List<String> lines = new ArrayList<>(List.of("| tokens | loss |", "| --- | --- |"));
        long before = 0;
        for (List<Point> part : parts) {
            points(part, before, lines);
            before += part.get(part.size() - 1).tokens;
        }
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
}

package org.lemmalab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.lemmalab.grading.GradedText;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.Provenance;
import org.lemmalab.problem.Samples;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.ExtractedAnswer;
import org.lemmalab.solution.ExtractionRule;
import org.lemmalab.solution.ExtractionSettings;

/**
 * How much the way of finding final answers changes an accuracy: the same texts, whole and cut off as by a token limit, graded
 * after extraction by boxes alone, by explicit markers, and by the standard way down to guesses. With a data folder it reads samples on MATH
 * and solutions of GSM8K; without one, the project's own sample attempts.
 */
public final class ExtractionStudy {
    private static final double KEPT = 0.8;
    private static final String MATH = "math/model_samples_100.jsonl";
    private static final String GSM8K = "gsm8k/example_model_solutions.jsonl";
    private static final List<String> MODELS =
            List.of("6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification");

    private ExtractionStudy() {}

    /**
     * A text and its gold answer.
     *
     * @param text a model's text
     * @param gold the gold answer
     */
    public record Output(String text, String gold) {}

    /**
     * How one set of texts fares under one way of extraction.
     *
     * @param set the texts, for people
     * @param extraction the way of extraction, for people
     * @param total how many texts
     * @param equal graded equal to gold
     * @param unequal graded unequal
     * @param undecided without a decision
     * @param noAnswer without an answer
     * @param rules how often each rule found the answer
     */
    public record Row(
            String set,
            String extraction,
            long total,
            long equal,
            long unequal,
            long undecided,
            long noAnswer,
            Map<ExtractionRule, Long> rules) {
        /** Copies the counts. */
        public Row {
            rules = Map.copyOf(rules);
        }
    }

    /**
     * What was measured.
     *
     * @param name a name for files
     * @param rows one for each set and way of extraction
     * @param provenance what it was made from
     */
    public record Result(String name, List<Row> rows, Provenance provenance) {
        /** Copies the rows. */
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Runs the study.
     *
     * @param data the data folder; the samples are used where it is empty or lacks the texts
     * @param progress takes the number of texts graded so far
     * @return what was measured
     */
    public static Result run(Optional<Path> data, LongConsumer progress) {
        boolean real = data.map(folder -> Files.exists(folder.resolve(MATH)) && Files.exists(folder.resolve(GSM8K)))
                .orElse(false);
        Map<String, List<Output>> sets = real ? real(data.orElseThrow()) : samples();
        Map<String, String> hashes = real
                ? Map.of(
                        MATH,
                        Hashes.sha256(data.orElseThrow().resolve(MATH)),
                        GSM8K,
                        Hashes.sha256(data.orElseThrow().resolve(GSM8K)))
                : Map.of("samples/attempts.jsonl", Hashes.sha256(Samples.attempts()));
        List<Row> rows = new ArrayList<>();
        sets.forEach((set, outputs) -> waysOfExtraction().forEach((name, extractor) -> {
            rows.add(row(set, name, outputs, extractor));
            progress.accept(rows.stream().mapToLong(Row::total).sum());
        }));
        Map<String, String> settings = Map.of(
                "kept of cut texts",
                String.valueOf(KEPT),
                "extraction",
                AnswerExtractor.VERSION,
                "grading",
                Grader.standard().settings().toString());
        String name = real ? "extraction" : "extraction-samples";
        return new Result(name, rows, Provenance.of(Grader.standard().settings().seed(), settings, hashes));
    }

    private static Map<String, AnswerExtractor> waysOfExtraction() {
        Map<String, AnswerExtractor> ways = new LinkedHashMap<>();
        ways.put("box only", AnswerExtractor.with(ExtractionSettings.boxes()));
        ways.put("strict: markers", AnswerExtractor.strict());
        ways.put("standard: markers, conclusions, guesses", AnswerExtractor.standard());
        return ways;
    }

    private static Row row(String set, String name, List<Output> outputs, AnswerExtractor extractor) {
        TextGrader grader = TextGrader.with(extractor, Grader.standard());
        Map<ExtractionRule, Long> rules = new TreeMap<>();
        long equal = 0;
        long undecided = 0;
        long none = 0;
        for (Output output : outputs) {
            GradedText graded = grader.grade(output.text(), output.gold());
            if (graded.extracted() instanceof ExtractedAnswer.Found found) {
                rules.merge(found.rule(), 1L, Long::sum);
                equal += graded.isRight() ? 1 : 0;
                undecided += graded.isCorrect().isEmpty() ? 1 : 0;
            } else {
                none++;
            }
        }
        long total = outputs.size();
        return new Row(set, name, total, equal, total - equal - undecided - none, undecided, none, rules);
    }

    private static Map<String, List<Output>> real(Path data) {
        Map<String, List<Output>> sets = new LinkedHashMap<>();
        withCut(sets, "MATH samples", mathOutputs(data.resolve(MATH)));
        withCut(sets, "GSM8K solutions", gsm8kOutputs(data.resolve(GSM8K)));
        return sets;
    }

    private static void withCut(Map<String, List<Output>> sets, String name, List<Output> outputs) {
        sets.put(name, outputs);
        sets.put(name + ", cut off", outputs.stream().map(ExtractionStudy::cut).toList());
    }

    /** The text as a token limit would leave it. */
    private static Output cut(Output output) {
        return new Output(output.text().substring(0, (int) (KEPT * output.text().length())), output.gold());
    }

    private static List<Output> mathOutputs(Path file) {
        List<Output> outputs = new ArrayList<>();
        for (JsonNode row : JsonLines.readAll(file, line -> line)) {
            row.path("code")
                    .forEach(text -> outputs.add(
                            new Output(text.asText(), row.path("answer").asText())));
        }
        return outputs;
    }

    private static List<Output> gsm8kOutputs(Path file) {
        List<Output> outputs = new ArrayList<>();
        for (JsonNode row : JsonLines.readAll(file, line -> line)) {
            String gold = gold(row.path("ground_truth").asText());
            MODELS.forEach(model ->
                    outputs.add(new Output(row.path(model).path("solution").asText(), gold)));
        }
        return outputs;
    }

    private static Map<String, List<Output>> samples() {
        Map<String, String> golds = new TreeMap<>();
        JsonLines.readAll(Samples.problems(), line -> line)
                .forEach(line -> golds.put(
                        line.path("id").asText(), gold(line.path("answer").asText())));
        List<Output> outputs = JsonLines.readAll(Samples.attempts(), line -> line).stream()
                .map(line -> new Output(
                        line.path("solution").asText(),
                        golds.get(line.path("problem_id").asText())))
                .toList();
        Map<String, List<Output>> sets = new LinkedHashMap<>();
        withCut(sets, "sample attempts", outputs);
        return sets;
    }

    private static String gold(String solution) {
        return AnswerExtractor.strict().extract(solution).answer().orElse(solution);
    }
}

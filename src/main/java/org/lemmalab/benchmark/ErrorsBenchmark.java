package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.AnalysisRunner;
import org.lemmalab.mistake.AnalystScore;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.mistake.KnownErrors;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.StepGuess;
import org.lemmalab.mistake.StepLabel;
import org.lemmalab.solution.Attempts;

/**
 * Accuracy of {@link ProgramAnalyst} on labelled errors and on labelled steps of real models, and its speed on real solutions. The rules were made on a random half of the
 * labelled errors (seed {@value #SEED}); the other half is reported beside it.
 */
final class ErrorsBenchmark implements Benchmark {
    /** The seed that parts the labelled errors into the half that the rules were made on and the other. */
    static final long SEED = 20_261_123L;

    private static final String LABELLED = "eic/gsm8k_labelled_errors.jsonl";
    private static final String SOLUTIONS = "gsm8k/example_model_solutions.jsonl";
    private static final int REPEATS = 3;

    @Override
    public String name() {
        return "errors";
    }

    @Override
    public String description() {
        return "error analysis: accuracy on labelled errors and on labelled steps of real models, speed on real solutions";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Path folder = data.orElseThrow(() -> new LabException(
                "bench errors: expected the data folder (--data DIR) with " + LABELLED + ", found none named"));
        ObjectNode figures = Json.mapper().createObjectNode();
        accuracy(BenchmarkInputs.existing(name(), folder, LABELLED), figures, out);
        StepsBoard.measure(folder, ProgramAnalyst.abstaining(), figures, out);
        speed(BenchmarkInputs.existing(name(), folder, SOLUTIONS), figures, out);
        return figures;
    }

    private static void accuracy(Path file, ObjectNode figures, PrintStream out) {
        List<KnownError> errors = new ArrayList<>();
        KnownErrors.eic(file, errors::add, RejectedLines.refusing());
        AnalystScore all = AnalystScore.of(new ProgramAnalyst(), errors);
        out.printf("%-24s %6s %12s %12s %10s%n", "labelled errors", "cases", "first step", "type", "undecided");
        row("all", all, out);
        List<KnownError> shuffled = new ArrayList<>(errors);
        Collections.shuffle(shuffled, new Random(SEED));
        int half = shuffled.size() / 2;
        AnalystScore made = AnalystScore.of(new ProgramAnalyst(), shuffled.subList(0, half));
        AnalystScore held = AnalystScore.of(new ProgramAnalyst(), shuffled.subList(half, shuffled.size()));
        row("  rules made on", made, out);
        row("  held out", held, out);
        out.printf("%n%s%n", all.confusion().text());
        double baseline = StepGuess.DIFFERENT_LINE.share(
                errors.stream().map(StepLabel::of).toList());
        out.printf("baseline, the first line that differs from the gold solution: first step %.1f%%%n", 100 * baseline);
        figures.put("eic_first_wrong_step", all.stepAccuracy());
        figures.put("eic_type", all.typeAccuracy());
        figures.put("eic_baseline_first_different_line", baseline);
        figures.put("labelled_cases", all.cases());
        figures.put("first_wrong_step_accuracy", all.stepAccuracy());
        figures.put("type_accuracy", all.typeAccuracy());
        figures.put("held_out_first_wrong_step_accuracy", held.stepAccuracy());
        figures.put("held_out_type_accuracy", held.typeAccuracy());
        figures.put("undecided", all.undecided());
        figures.put("seed", SEED);
        figures.put("data_sha256", Hashes.sha256(file));
    }

    private static void row(String name, AnalystScore score, PrintStream out) {
        out.printf(
                "%-24s %6d %11.1f%% %11.1f%% %10d%n",
                name, score.cases(), 100 * score.stepAccuracy(), 100 * score.typeAccuracy(), score.undecided());
    }

    private static void speed(Path file, ObjectNode figures, PrintStream out) {
        List<LabelledAttempt> labelled = new ArrayList<>();
        double[] seconds = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            labelled.clear();
            long start = System.nanoTime();
            AnalysisRunner.onAllCores(new ProgramAnalyst())
                    .run(
                            sink -> Attempts.gsm8kExamples(file, sink::accept, RejectedLines.refusing()),
                            labelled::add,
                            done -> {});
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        double median = seconds[REPEATS / 2];
        long markedCorrect = marked(labelled, true).size();
        long calledWrong = wrong(marked(labelled, true));
        long markedWrong = marked(labelled, false).size();
        long found = wrong(marked(labelled, false));
        out.printf(
                "%d real solutions: median %.2f s of %d runs, slowest %.2f s%n",
                labelled.size(), median, REPEATS, seconds[REPEATS - 1]);
        out.printf("marked correct: %d, of these called wrong %d%n", markedCorrect, calledWrong);
        out.printf("marked wrong:   %d, of these typed %d%n", markedWrong, found);
        figures.put("solutions", labelled.size());
        figures.put("solutions_per_second", labelled.size() / median);
        figures.put("slowest_seconds", seconds[REPEATS - 1]);
        figures.put("marked_correct", markedCorrect);
        figures.put("marked_correct_called_wrong", calledWrong);
        figures.put("marked_wrong", markedWrong);
        figures.put("marked_wrong_typed", found);
        figures.put("cores", Runtime.getRuntime().availableProcessors());
    }

    private static List<LabelledAttempt> marked(List<LabelledAttempt> labelled, boolean mark) {
        return labelled.stream()
                .filter(each -> each.attempt().markedCorrect().equals(Optional.of(mark)))
                .toList();
    }

    private static long wrong(List<LabelledAttempt> labelled) {
        return labelled.stream().filter(each -> each.verdict().equals("wrong")).count();
    }
}

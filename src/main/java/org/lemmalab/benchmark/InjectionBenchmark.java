package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.mistake.InjectionScore;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.ProgramInjector;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;

/**
 * One error of each type asked for in each training problem of GSM8K: how many types can be injected, and how often the analyst
 * finds step and type. First as injected, then as kept by {@link VerifiedInjector}.
 */
final class InjectionBenchmark implements Benchmark {
    private static final String PROBLEMS = "gsm8k/train.jsonl";
    private static final long SEED = 20_261_124L;
    private static final int MOST_REASONS = 12;

    @Override
    public String name() {
        return "injections";
    }

    @Override
    public String description() {
        return "errors brought into GSM8K's training problems: types for each, and how often they are found again";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Path file = data.map(folder -> folder.resolve(PROBLEMS))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new LabException("bench injections: expected the data folder (--data DIR) with "
                        + PROBLEMS + ", found " + data.map(Path::toString).orElse("none named")));
        List<Problem> problems = new ArrayList<>();
        Gsm8k.read(file, problems::add, RejectedLines.refusing());
        ObjectNode figures = Json.mapper().createObjectNode();
        long start = System.nanoTime();
        InjectionScore raw = InjectionScore.of(new ProgramInjector(), new ProgramAnalyst(), problems, SEED);
        double seconds = (System.nanoTime() - start) / 1e9;
        VerifiedInjector verifying = new VerifiedInjector(
                new ProgramInjector(), InjectionCheck.with(new ProgramAnalyst()), VerifiedInjector.ATTEMPTS);
        InjectionScore kept = InjectionScore.of(verifying, new ProgramAnalyst(), problems, SEED);
        table("as injected", raw, out);
        table("as kept", kept, out);
        reasons("not kept at first", verifying.rejections(), out);
        reasons("refused", kept.refusals(), out);
        put("injected", raw, figures);
        put("kept", kept, figures);
        figures.put("seconds", seconds);
        figures.put("injected_per_second", raw.all().given() / seconds);
        figures.put("problems", problems.size());
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        figures.put("seed", SEED);
        figures.put("data_sha256", Hashes.sha256(file));
        return figures;
    }

    private static void table(String name, InjectionScore score, PrintStream out) {
        out.printf("%-28s %9s %12s %12s%n", name, "problems", "step found", "type found");
        for (Map.Entry<ErrorType, InjectionScore.Counts> entry : score.byType().entrySet()) {
            row(entry.getKey().title(), entry.getValue(), score.problems(), out);
        }
        row("all, types a problem", score.all(), score.problems(), out);
        out.println();
    }

    private static void row(String name, InjectionScore.Counts counts, int problems, PrintStream out) {
        boolean sum = counts.given() > problems;
        String share = sum
                ? String.format("%9.2f", (double) counts.given() / problems)
                : String.format("%8.1f%%", 100.0 * counts.given() / problems);
        out.printf(
                "  %-26s %9s %11.2f%% %11.2f%%%n",
                name, share, 100.0 * counts.stepFound() / counts.given(), 100.0 * counts.typeFound() / counts.given());
    }

    private static void reasons(String name, Map<String, Long> counts, PrintStream out) {
        out.println(name);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REASONS)
                .forEach(reason -> out.printf("  %7d  %s%n", reason.getValue(), reason.getKey()));
        out.println();
    }

    private static void put(String name, InjectionScore score, ObjectNode figures) {
        InjectionScore.Counts all = score.all();
        figures.put(name, all.given());
        figures.put(name + "_types_per_problem", score.typesPerProblem());
        figures.put(name + "_step_found", (double) all.stepFound() / all.given());
        figures.put(name + "_type_found", (double) all.typeFound() / all.given());
    }
}

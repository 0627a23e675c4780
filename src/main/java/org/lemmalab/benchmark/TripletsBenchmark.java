package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.ProgramInjector;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.build.TripletComponents;
import org.lemmalab.reflection.build.TripletConfig;
import org.lemmalab.reflection.build.TripletRun;
import org.lemmalab.reflection.build.TripletSummary;

/**
 * Triplets of GSM8K's training problems by the program as teacher: how many, how fast; a sample checked by {@link TripletAudit}; and how
 * often the analyst finds an injected error again, step and type, before any check sorts injections out.
 */
final class TripletsBenchmark implements Benchmark {
    private static final String PROBLEMS = "gsm8k/train.jsonl";
    private static final int AUDITED = 300;
    private static final int PROBE_EVERY = 10;
    private static final int SHOWN = 5;
    private static final long SEED = 20_261_124L;

    @Override
    public String name() {
        return "triplets";
    }

    @Override
    public String description() {
        return "triplets of GSM8K's training problems, with an audit by a second route";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Path folder = data.orElseThrow(() -> new LabException(
                "bench triplets: expected the data folder (--data DIR) with " + PROBLEMS + ", found none named"));
        return run(folder.resolve(PROBLEMS), folder, out);
    }

    /** The same on any file of problems in GSM8K's form. */
    ObjectNode run(Path problems, Path evaluation, PrintStream out) {
        Path output = Measuring.temporaryFolder("triplets");
        try {
            ObjectNode figures = Json.mapper().createObjectNode();
            made(problems, evaluation, output, figures, out);
            audited(output.resolve("triplets.jsonl"), figures, out);
            found(problems, figures, out);
            figures.put("cores", Runtime.getRuntime().availableProcessors());
            figures.put("heap_limit_mib", Runtime.getRuntime().maxMemory() >> 20);
            figures.put("seed", SEED);
            figures.put("data_sha256", Hashes.sha256(problems));
            return figures;
        } finally {
            delete(output);
        }
    }

    private static void made(Path problems, Path evaluation, Path output, ObjectNode figures, PrintStream out) {
        TripletConfig config = TripletConfig.of(Json.mapper().createObjectNode().put("seed", SEED));
        Teacher teacher = ProgramTeacher.standard();
        VerifiedInjector injector =
                new VerifiedInjector(teacher, InjectionCheck.with(new ProgramAnalyst()), VerifiedInjector.ATTEMPTS);
        TripletComponents staff = new TripletComponents(teacher, injector, Connection.smooth(teacher), "none");
        TripletRun.Places places = new TripletRun.Places(problems, Optional.empty(), Optional.of(evaluation), output);
        long start = System.nanoTime();
        TripletSummary summary = new TripletRun(config, staff, places, RunSettings.standard()).run(progress -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        summary.counts().forEach((name, count) -> out.printf("%9d  %s%n", count, name));
        out.printf("%d triplets in %.1f s, %.0f a second%n", summary.triplets(), seconds, summary.triplets() / seconds);
        figures.put("triplets", summary.triplets());
        figures.put("seconds", seconds);
        figures.put("triplets_per_second", summary.triplets() / seconds);
        figures.put("problems_used", summary.counts().getOrDefault("problems used", 0L));
    }

    private static void audited(Path file, ObjectNode figures, PrintStream out) {
        List<Long> lines =
                LongStream.range(0, JsonLines.countLines(file)).boxed().toList();
        Set<Long> drawn = Set.copyOf(
                Seeds.shuffled(lines, Seeds.random(SEED, "audit")).subList(0, Math.min(AUDITED, lines.size())));
        TripletAudit audit = new TripletAudit();
        long[] at = {0};
        JsonLines.forEach(
                file,
                line -> line,
                line -> {
                    if (drawn.contains(at[0]++)) {
                        audit.add(Triplet.parse(line));
                    }
                },
                RejectedLines.refusing());
        audit.failures().stream().limit(SHOWN).forEach(failure -> out.println("audit: " + failure));
        out.printf(
                "audit: %d triplets, %d equalities worked out again, %d failures; %d errors have false arithmetic%n",
                audit.triplets(), audit.equalities(), audit.failures().size(), audit.falseErrors());
        figures.put("audited", audit.triplets());
        figures.put("audited_equalities", audit.equalities());
        figures.put("audit_failures", audit.failures().size());
    }

    private static void found(Path problems, ObjectNode figures, PrintStream out) {
        ProgramInjector injector = new ProgramInjector();
        ProgramAnalyst analyst = new ProgramAnalyst();
        long[] counts = new long[3];
        long[] at = {0};
        Gsm8k.read(
                problems,
                problem -> {
                    if (at[0]++ % PROBE_EVERY == 0) {
                        probe(problem, injector, analyst, counts);
                    }
                },
                RejectedLines.counting());
        double step = (double) counts[1] / counts[0];
        double type = (double) counts[2] / counts[0];
        out.printf(
                "%d injections before any check: step found again in %.1f %%, type in %.1f %%%n",
                counts[0], 100 * step, 100 * type);
        figures.put("injections", counts[0]);
        figures.put("injected_step_found", step);
        figures.put("injected_type_found", type);
    }

    private static void probe(Problem problem, ProgramInjector injector, ProgramAnalyst analyst, long[] counts) {
        for (ErrorType type : injector.injectable(problem)) {
            Optional<Injection> injection = injector.inject(problem, type, SEED).asOptional();
            if (injection.isEmpty()) {
                continue;
            }
            counts[0]++;
            Analysis analysis = analyst.analyse(problem, injection.get().solution());
            if (analysis instanceof Analysis.Wrong wrong) {
                counts[1] += wrong.firstWrongStep() == injection.get().firstWrongStep() ? 1 : 0;
                counts[2] += wrong.type() == type ? 1 : 0;
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

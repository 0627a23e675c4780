package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.lemmalab.experiment.study.BaseStudent;
import org.lemmalab.experiment.study.Contrast;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.experiment.study.Study;
import org.lemmalab.experiment.study.StudyBudget;
import org.lemmalab.experiment.study.StudyCost;
import org.lemmalab.experiment.study.StudyMethods;
import org.lemmalab.experiment.study.StudyRun;
import org.lemmalab.experiment.study.StudyStore;
import org.lemmalab.experiment.study.StudyTeachers;
import org.lemmalab.experiment.study.SyntheticProblems;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.notebook.Surroundings;
import org.lemmalab.report.study.StudyReport;
import org.lemmalab.synthetic.wordproblem.Split;

/**
 * What the study costs by stage. The quick budget is measured; the standard one, which takes three quarters of an hour, only with {@code
 * LEMMA_BUDGET=standard} in the environment, and is else read from the recorded study, as the full one always is.
 */
final class StudyBenchmark implements Benchmark {
    private static final String MAIN = "main-results";
    private static final String OWN_SETS = "in distribution";

    @Override
    public String name() {
        return "study";
    }

    @Override
    public String description() {
        return "cost of the study by stage, and LEMMA minus SFT";
    }

    /** A study's cost and its main comparison. */
    private record Found(StudyCost cost, Optional<Contrast> difference) {}

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Found quick = measured(StudyBudget.QUICK, out);
        boolean isLong = StudyBudget.STANDARD.name().equals(System.getenv("LEMMA_BUDGET"));
        Optional<Found> standard =
                isLong ? Optional.of(measured(StudyBudget.STANDARD, out)) : recorded(StudyBudget.STANDARD);
        Optional<Found> full = recorded(StudyBudget.FULL);
        Map<String, StudyCost> costs = new LinkedHashMap<>();
        costs.put("quick (s)", quick.cost());
        standard.ifPresent(
                found -> costs.put("standard, " + (isLong ? "measured" : "recorded") + " (s)", found.cost()));
        full.ifPresent(found -> costs.put("full, recorded (s)", found.cost()));
        print(costs, out);
        ObjectNode figures = Json.mapper().createObjectNode();
        figures.put("quick_seconds", quick.cost().elapsed());
        figures.put("standard_seconds", elapsed(standard));
        figures.put("full_seconds", elapsed(full));
        standard.flatMap(Found::difference).or(quick::difference).ifPresent(contrast -> {
            figures.put("student", contrast.base());
            figures.put("lemma_minus_sft", contrast.difference());
            figures.put("ci_low", contrast.low());
            figures.put("ci_high", contrast.high());
            figures.put("problems", contrast.problems());
            figures.put("seeds", contrast.seeds());
        });
        figures.put("standard_is", isLong ? "measured" : "recorded");
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        return figures;
    }

    private static Found measured(StudyBudget budget, PrintStream out) {
        Path folder = Measuring.temporaryFolder("study");
        SyntheticProblems problems = new SyntheticProblems(Split.TEST);
        try (Study study = new Study(
                budget.shippedStudents().stream().map(BaseStudent::of).toList(),
                problems,
                budget,
                StudyTeachers.againstProgram(problems.teacher()),
                new StudyStore(folder.resolve("store")),
                what -> {})) {
            StudyRun run = new StudyRun(study, "all", folder);
            out.println(budget.name() + ": " + run.plan().text());
            run.run(outcome -> out.println(budget.name() + ": " + outcome.experiment() + " " + outcome.title()));
            return new Found(run.cost(), difference(StudyRun.read(folder)));
        } finally {
            Folders.remove(folder);
        }
    }

    /** Null in the figures where a study is neither measured nor recorded. */
    private static Double elapsed(Optional<Found> found) {
        return found.map(each -> each.cost().elapsed()).orElse(null);
    }

    private static Optional<Found> recorded(StudyBudget budget) {
        Path folder = Surroundings.study(budget.recordName());
        return StudyCost.read(folder)
                .map(cost -> new Found(cost, difference(StudyReport.open(folder).outcomes())));
    }

    private static Optional<Contrast> difference(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.name().equals(MAIN))
                .flatMap(outcome -> outcome.contrasts().stream())
                .filter(each -> each.method().equals(StudyMethods.LEMMA.title())
                        && each.against().equals(StudyMethods.SFT.title())
                        && each.set().equals(OWN_SETS))
                .findFirst();
    }

    private static void print(Map<String, StudyCost> costs, PrintStream out) {
        StringBuilder head = new StringBuilder(String.format("%-14s", "stage"));
        costs.keySet().forEach(name -> head.append(String.format("%24s", name)));
        out.println(head);
        Set<String> stages = new TreeSet<>();
        costs.values().forEach(cost -> stages.addAll(cost.seconds().keySet()));
        stages.forEach(stage -> line(stage, costs, cost -> cost.seconds().get(stage), out));
        line("on the clock", costs, StudyCost::elapsed, out);
    }

    private static void line(
            String name, Map<String, StudyCost> costs, Function<StudyCost, Double> seconds, PrintStream out) {
        StringBuilder line = new StringBuilder(String.format("%-14s", name));
        costs.values().forEach(cost -> line.append(String.format("%24s", words(seconds.apply(cost)))));
        out.println(line);
    }

    private static String words(Double seconds) {
        return seconds == null ? "–" : String.format(Locale.ROOT, "%.1f", seconds);
    }
}

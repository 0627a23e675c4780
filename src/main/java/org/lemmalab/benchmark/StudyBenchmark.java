package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lemmalab.experiment.study.BaseStudent;
import org.lemmalab.experiment.study.Contrast;
import org.lemmalab.experiment.study.MadeProblems;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.experiment.study.Study;
import org.lemmalab.experiment.study.StudyBudget;
import org.lemmalab.experiment.study.StudyCost;
import org.lemmalab.experiment.study.StudyMethods;
import org.lemmalab.experiment.study.StudyRun;
import org.lemmalab.experiment.study.StudyStore;
import org.lemmalab.experiment.study.StudyTeachers;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Json;
import org.lemmalab.notebook.Surroundings;
import org.lemmalab.problem.wordproblem.Split;
import org.lemmalab.report.study.StudyReport;
import org.lemmalab.transformer.Students;

/**
 * What the study costs by stage. The quick budget is measured; the standard one, which takes two hours, only with {@code
 * LEMMA_BUDGET=standard} in the environment, and is else read from the recorded study.
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
                isLong ? Optional.of(measured(StudyBudget.STANDARD, out)) : recorded(Surroundings.study());
        print(quick, standard, isLong ? "measured" : "recorded", out);
        ObjectNode figures = Json.mapper().createObjectNode();
        figures.put("quick_seconds", quick.cost().elapsed());
        standard.ifPresentOrElse(
                found -> figures.put("standard_seconds", found.cost().elapsed()),
                () -> figures.putNull("standard_seconds"));
        standard.flatMap(Found::difference).or(quick::difference).ifPresent(contrast -> {
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
        MadeProblems problems = new MadeProblems(Split.TEST);
        try (Study study = new Study(
                Students.folders().stream().map(BaseStudent::of).toList(),
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

    private static Optional<Found> recorded(Path folder) {
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

    private static void print(Found quick, Optional<Found> standard, String origin, PrintStream out) {
        Map<String, Double> first = quick.cost().seconds();
        Map<String, Double> second =
                standard.map(found -> found.cost().seconds()).orElse(Map.of());
        out.printf("%-14s %12s %22s%n", "stage", "quick (s)", "standard, " + origin + " (s)");
        TreeSet<String> stages = new TreeSet<>(first.keySet());
        stages.addAll(second.keySet());
        for (String stage : stages) {
            out.printf("%-14s %12s %22s%n", stage, seconds(first.get(stage)), seconds(second.get(stage)));
        }
        out.printf(
                "%-14s %12s %22s%n",
                "on the clock",
                seconds(quick.cost().elapsed()),
                standard.map(found -> seconds(found.cost().elapsed())).orElse("–"));
    }

    private static String seconds(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }
}

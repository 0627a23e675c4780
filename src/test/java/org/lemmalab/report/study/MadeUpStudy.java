package org.lemmalab.report.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lemmalab.experiment.study.Case;
import org.lemmalab.experiment.study.Contrast;
import org.lemmalab.experiment.study.Finding;
import org.lemmalab.experiment.study.Finding.Verdict;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.io.Json;
import org.lemmalab.io.Provenance;
import org.lemmalab.mistake.ErrorType;

/** Outcomes with invented numbers, for tests of what is drawn of them. */
final class MadeUpStudy {
    static final String SCALE = "invented student, invented problems";
    private static final List<String> METHODS = List.of("base", "SFT", "RFT", "LEMMA");

    private MadeUpStudy() {}

    /** Writes outcomes as a study does. */
    static Path write(Path folder) throws IOException {
        Path outcomes = Files.createDirectories(folder.resolve("outcomes"));
        for (Outcome outcome : List.of(mainResults(), errors(), temperature(), dataSize(), trainingTokens(), cases())) {
            Files.writeString(outcomes.resolve(outcome.name() + ".json"), Json.pretty(outcome));
        }
        Path own = Files.createDirectories(outcomes.resolve("statistics"));
        Files.writeString(own.resolve("outcome.json"), Json.pretty(statistics()));
        return folder;
    }

    static Outcome mainResults() {
        List<Measure> measures = new ArrayList<>();
        for (String base : List.of("small", "large")) {
            for (int i = 0; i < METHODS.size(); i++) {
                for (String set : List.of("stories", "relations")) {
                    double value =
                            0.4 + 0.05 * i + (set.equals("stories") ? 0.1 : 0) + (base.equals("large") ? 0.07 : 0);
                    measures.add(measure(base, METHODS.get(i), set, "accuracy", value));
                }
            }
            measures.add(measure(base, "LEMMA", "stories", "reflection precision", 0.61));
            measures.add(new Measure(base, "LEMMA", "stories", "mean tokens", 81.25, 80, 82.5, 2000, 3));
        }
        List<Contrast> contrasts = List.of(
                new Contrast(
                        "small", "LEMMA", "SFT", "stories", "accuracy", 0.031, 0.012, 0.05, 0.0004, 0.0008, 2000, 3),
                new Contrast(
                        "small", "LEMMA", "RFT", "stories", "accuracy", -0.022, -0.04, -0.004, 0.01, 0.02, 2000, 3),
                new Contrast("large", "LEMMA", "SFT", "stories", "accuracy", 0.004, -0.012, 0.02, 0.6, 0.6, 2000, 3));
        List<Finding> findings = List.of(
                new Finding("LEMMA is above SFT.", Verdict.SUPPORTED, "Small student: +3.1 points [1.2, 5.0]."),
                new Finding("LEMMA is above RFT.", Verdict.NOT_SUPPORTED, "Small student: −2.2 points [−4.0, −0.4]."),
                new Finding(
                        "This holds for every base.",
                        Verdict.NOT_DECIDABLE,
                        "Large student: +0.4 points [−1.2, 2.0]."));
        return outcome("T2/T9", "main-results", "Main results", measures, contrasts, findings, List.of());
    }

    static Outcome errors() {
        List<Measure> measures = new ArrayList<>();
        for (String model : List.of("small", "large")) {
            for (ErrorType type :
                    List.of(ErrorType.CALCULATION, ErrorType.QUESTION_MISINTERPRETATION, ErrorType.MISSING_STEP)) {
                double value = 0.15 + 0.1 * type.ordinal() / 3 + (model.equals("large") ? 0.03 : 0);
                measures.add(measure(model, "base", "stories", "share of errors: " + type.title(), value));
            }
        }
        return outcome("F3/F7", "error-types", "Error types", measures, List.of(), List.of(), List.of());
    }

    static Outcome temperature() {
        List<Measure> measures = new ArrayList<>();
        for (double temperature : new double[] {0.3, 0.7, 1.1}) {
            for (ErrorType type : List.of(ErrorType.CALCULATION, ErrorType.NONSENSICAL_OUTPUT)) {
                measures.add(measure(
                        "small",
                        "base",
                        "stories, temperature " + temperature,
                        "share of errors: " + type.title(),
                        temperature / 3));
            }
        }
        return outcome("F4", "temperature", "Error types by temperature", measures, List.of(), List.of(), List.of());
    }

    static Outcome dataSize() {
        List<Measure> measures = new ArrayList<>();
        for (double share : new double[] {6.2, 25, 100}) {
            for (String method : List.of("LEMMA", "RefAug-90k")) {
                double value = 0.3 + 0.06 * Math.log(share) / (method.equals("LEMMA") ? 1 : 2);
                measures.add(measure(
                        "small", method + ", " + share + " % of the problems", "in distribution", "accuracy", value));
            }
        }
        return outcome("F5", "data-size", "Accuracy by data size", measures, List.of(), List.of(), List.of());
    }

    static Outcome trainingTokens() {
        List<Measure> measures = new ArrayList<>();
        for (int tokens : new int[] {200_000, 400_000}) {
            String set = "relations, " + tokens + " tokens";
            measures.add(measure("small", "SFT", set, "accuracy", 0.6));
            measures.add(measure("small", "LEMMA", set, "accuracy", tokens / 1e6));
            measures.add(measure("small", "LEMMA", set, "recall, at once or later", tokens / 2e6));
            measures.add(measure("small", "LEMMA", set, "problems without a wrong step", 0.6));
            measures.add(measure("small", "LEMMA", set, "step accuracy", 0.8));
        }
        return outcome("tokens", "training-tokens", "Training tokens", measures, List.of(), List.of(), List.of());
    }

    static Outcome statistics() {
        List<Measure> measures = List.of(
                new Measure("small", "SFT", "corpus", "solutions", 6000, 6000, 6000, 6000, 1),
                new Measure("small", "SFT", "corpus", "mean tokens", 61.5, 61, 62, 6000, 1),
                new Measure("small", "LEMMA", "corpus", "solutions", 5000, 5000, 5000, 5000, 1),
                new Measure("small", "LEMMA", "corpus", "mean tokens", 101.5, 101, 102, 5000, 1));
        return outcome("T7", "data-statistics", "Data statistics", measures, List.of(), List.of(), List.of());
    }

    static Outcome cases() {
        String text =
                "The owls are maps minus figs: 9-4=6.\nWait, 9-4 is not 6.\nThe owls are 9-4=5.\nThe answer is: 5";
        Case shown =
                new Case("Noticed and redone", "LEMMA", "relations/1", "How many owls are there?", "5", text, true);
        return outcome("F10/F11", "cases", "Case studies", List.of(), List.of(), List.of(), List.of(shown));
    }

    private static Measure measure(String base, String method, String set, String metric, double value) {
        return new Measure(base, method, set, metric, value, value - 0.02, value + 0.02, 2000, 3);
    }

    private static Outcome outcome(
            String experiment,
            String name,
            String title,
            List<Measure> measures,
            List<Contrast> contrasts,
            List<Finding> findings,
            List<Case> cases) {
        Provenance provenance = new Provenance("0", "17", 1, Map.of("problems", "2000"), Map.of());
        return new Outcome(
                experiment, name, title, SCALE, "quick", measures, contrasts, findings, cases, 12, provenance);
    }
}

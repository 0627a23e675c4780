package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.experiment.StepLabelStudy;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.mistake.KnownErrors;
import org.lemmalab.mistake.StepLabel;
import org.lemmalab.mistake.StepLabels;
import org.lemmalab.mistake.evidence.WeightsFit;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * Fits the weights of the program analyst anew and gives the object that stands in {@code weights.json}. Every second row of each set,
 * from the first on, is fitted on; the others are for {@code bench errors}.
 */
final class WeightsBenchmark implements Benchmark {
    private static final List<String> STEPS =
            StepLabelStudy.SETS.stream().map(StepLabelStudy::file).toList();
    private static final String ERRORS = "eic/gsm8k_labelled_errors.jsonl";

    @Override
    public String name() {
        return "weights";
    }

    @Override
    public String description() {
        return "error analysis: the weights of the program analyst, fitted anew";
    }

    @Override
    public ObjectNode run(Optional<Path> data, PrintStream out) {
        Path folder =
                data.orElseThrow(() -> new LabException("bench weights: expected the data folder (--data DIR) with "
                        + STEPS + " and " + ERRORS + ", found none named"));
        WeightsFit fit = new WeightsFit();
        ObjectNode figures = Json.mapper().createObjectNode();
        ArrayNode sources = figures.putArray("fitted_on");
        int rows = 0;
        for (String name : STEPS) {
            List<StepLabel> labels = new ArrayList<>();
            StepLabels.read(BenchmarkInputs.existing(name(), folder, name), labels::add, RejectedLines.refusing());
            for (StepLabel label : StepLabelStudy.half(labels, true)) {
                rows += add(label, fit);
            }
            source(folder, name, sources);
        }
        List<KnownError> errors = new ArrayList<>();
        KnownErrors.eic(BenchmarkInputs.existing(name(), folder, ERRORS), errors::add, RejectedLines.refusing());
        for (int i = 0; i < errors.size(); i += 2) {
            rows += add(errors.get(i), fit);
        }
        source(folder, ERRORS, sources);
        figures.put("rows", "every second one of each file, from the first on, that has a labelled step: " + rows);
        figures.setAll(fit.json());
        out.println(rows + " labelled solutions");
        return figures;
    }

    private static int add(StepLabel label, WeightsFit fit) {
        label.firstWrongStep()
                .ifPresent(step -> fit.add(
                        label.subject().problem(), label.subject().attempt().solution(), step));
        return label.firstWrongStep().isPresent() ? 1 : 0;
    }

    private static int add(KnownError error, WeightsFit fit) {
        Problem problem = error.subject().problem();
        Solution attempt = error.subject().attempt().solution();
        boolean inside = error.firstWrongStep() <= attempt.steps().size();
        if (inside) {
            fit.add(problem, attempt, error.firstWrongStep());
        }
        return inside ? 1 : 0;
    }

    private static void source(Path folder, String name, ArrayNode sources) {
        sources.addObject().put("file", name).put("sha256", Hashes.sha256(folder.resolve(name)));
    }
}

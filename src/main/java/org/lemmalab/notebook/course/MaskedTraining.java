package org.lemmalab.notebook.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.Json;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingSettings;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Two tiny students trained on the same revisions: one learns all of them, for the other the wrong steps are masked. Numbers are mean
 * negative log-likelihoods in nats a token, each step after what stands before it.
 *
 * @param wrongLearnt the wrong steps, where they were learnt
 * @param wrongMasked the wrong steps, where they were masked
 * @param correctionLearnt the first corrected steps, where all was learnt
 * @param correctionMasked the first corrected steps, where wrong ones were masked
 */
public record MaskedTraining(double wrongLearnt, double wrongMasked, double correctionLearnt, double correctionMasked) {
    private static final int STEPS = 120;
    private static final double CLEAR = 0.1;

    static MaskedTraining run(List<Corrected> corrected) {
        double[] learnt = trained(corrected, false);
        double[] masked = trained(corrected, true);
        return new MaskedTraining(learnt[0], masked[0], learnt[1], masked[1]);
    }

    /**
     * @return the four numbers
     */
    public Table table() {
        return Table.create(
                "How unlikely each student finds a step (nats a token, less is likelier)",
                StringColumn.create("in training, wrong steps were", "learnt", "masked"),
                DoubleColumn.create("wrong step", wrongLearnt, wrongMasked),
                DoubleColumn.create("corrected step", correctionLearnt, correctionMasked));
    }

    /** What the wrong step's likelihood says: a difference below a tenth of a nat is none. */
    LearningUnit.Prediction outcome() {
        double gain = wrongMasked - wrongLearnt;
        if (Math.abs(gain) < CLEAR) {
            return LearningUnit.Prediction.ALIKE;
        }
        return gain > 0 ? LearningUnit.Prediction.LIKELIER : LearningUnit.Prediction.LESS_LIKELY;
    }

    private static double[] trained(List<Corrected> corrected, boolean masks) {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .withEpochs(STEPS)
                .withMaxSteps(STEPS)
                .withOptimizer(TrainingSettings.Optimizer.withRate(5e-3));
        List<String> texts = corrected.stream()
                .map(each -> each.problem().question() + "\n" + each.fixed().text())
                .toList();
        List<JsonNode> lines = corrected.stream().map(each -> line(each, masks)).toList();
        return TinyStudent.trained(texts, lines, settings, TrainingListener.SILENT, student ->
                new double[] {mean(student, corrected, Role.WRONG), mean(student, corrected, Role.CORRECTION)});
    }

    private static JsonNode line(Corrected each, boolean masks) {
        List<List<Integer>> spans = masks
                ? each.fixed().spans(Role.WRONG).stream()
                        .map(span -> List.of(span.start(), span.end()))
                        .toList()
                : List.of();
        return Json.mapper()
                .valueToTree(Map.of(
                        "instruction",
                        each.problem().question(),
                        "output",
                        each.fixed().text(),
                        "masked",
                        spans));
    }

    private static double mean(TextModel student, List<Corrected> corrected, Role role) {
        List<ScoreRequest> requests =
                corrected.stream().map(each -> request(each, role)).toList();
        return student.score(requests).stream()
                .mapToDouble(score -> score.meanNegativeLogLikelihood())
                .average()
                .orElseThrow();
    }

    /** The first step of a role after all that stands before it. */
    private static ScoreRequest request(Corrected each, Role role) {
        List<String> before = new ArrayList<>();
        for (Revision.Part part : each.fixed().parts()) {
            if (part.role() == role) {
                String prefix = StudentFormat.prompt(each.problem().question());
                return new ScoreRequest(prefix + String.join("", before), part.text());
            }
            before.add(part.text() + "\n");
        }
        throw new IllegalStateException("no " + role);
    }
}

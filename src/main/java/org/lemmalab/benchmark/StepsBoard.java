package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.experiment.StepLabelStudy;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.Share;
import org.lemmalab.mistake.StepGuess;
import org.lemmalab.mistake.StepLabel;
import org.lemmalab.mistake.StepLabels;
import org.lemmalab.mistake.StepScore;

/**
 * First wrong steps in solutions of real models, as people labelled them. Every second row of each set, from the first on, is the half
 * that rules and weights may be made on; what is reported is the other half.
 */
final class StepsBoard {
    private StepsBoard() {}

    static void measure(Path folder, Analyst analyst, ObjectNode figures, PrintStream out) {
        out.printf(
                "%-28s %5s %9s %9s %9s %6s %9s %9s | %s%n",
                "labelled steps", "rows", "found", "asserted", "right", "F1", "precision", "decided", titles());
        Optional<StepScore> reported = Optional.empty();
        for (String set : StepLabelStudy.SETS) {
            Path file = folder.resolve(StepLabelStudy.file(set));
            if (!Files.isRegularFile(file)) {
                out.println(set + ": not in the data folder (" + StepLabelStudy.file(set) + "), left out");
                continue;
            }
            List<StepLabel> labels = new ArrayList<>();
            StepLabels.read(file, labels::add, RejectedLines.refusing());
            row(set + ", rules", StepLabelStudy.half(labels, true), analyst, out);
            List<StepLabel> others = StepLabelStudy.half(labels, false);
            StepScore score = row(set, others, analyst, out);
            put(set, score, others, file, figures);
            StepCounts.measure(set, others, figures, out);
            reported = reported.map(before -> before.plus(score)).or(() -> Optional.of(score));
        }
        reported.ifPresent(all -> overall(all, figures, out));
    }

    private static StepScore row(String name, List<StepLabel> labels, Analyst analyst, PrintStream out) {
        StepScore score = StepScore.of(analyst, labels);
        StringBuilder baselines = new StringBuilder();
        for (StepGuess guess : StepGuess.values()) {
            baselines.append(
                    String.format(Locale.ROOT, "%" + guess.title().length() + ".1f%% ", 100 * guess.share(labels)));
        }
        out.printf(
                Locale.ROOT,
                "%-28s %5d %8.1f%% %8.1f%% %9s %6s %8.1f%% %8.1f%% | %s%n",
                name,
                labels.size(),
                100 * score.stepAccuracy(),
                100 * score.stepAccuracyAsserted(),
                score.rightRows() == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * score.rightAccuracy()),
                score.rightRows() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100 * score.f1Asserted()),
                100 * score.wrong().map(Share::value).orElse(0.0),
                100 * score.coverage(),
                baselines);
        return score;
    }

    private static String titles() {
        return String.join(
                "  ", Arrays.stream(StepGuess.values()).map(StepGuess::title).toList());
    }

    private static void put(String set, StepScore score, List<StepLabel> labels, Path file, ObjectNode figures) {
        figures.put(set + "_found", score.stepAccuracyAsserted());
        figures.put(set + "_found_default", score.stepAccuracy());
        if (score.rightRows() > 0) {
            figures.put(set + "_f1", 100 * score.f1Asserted());
            figures.put(set + "_right_called_right", score.rightAccuracy());
        }
        score.wrong().ifPresent(share -> figures.put(set + "_wrong_precision", share.value()));
        figures.put(set + "_coverage", score.coverage());
        for (StepGuess guess : StepGuess.values()) {
            figures.put(set + "_baseline_" + guess.name().toLowerCase(Locale.ROOT), guess.share(labels));
        }
        figures.put(set + "_sha256", Hashes.sha256(file));
    }

    private static void overall(StepScore all, ObjectNode figures, PrintStream out) {
        all.wrong().ifPresent(share -> figures.put("wrong_precision", share.value()));
        figures.put("wrong_coverage", all.coverage());
        for (Map.Entry<Evidence.Kind, Share> kind : all.byKind().entrySet()) {
            Share share = kind.getValue();
            out.printf(
                    Locale.ROOT,
                    "  \"wrong\", evidence %-12s %4d of %4d at the labelled step, %.1f%% (%.1f to %.1f)%n",
                    kind.getKey().label(),
                    share.count(),
                    share.total(),
                    100 * share.value(),
                    100 * share.low(),
                    100 * share.high());
            figures.put("wrong_precision_" + kind.getKey().label(), share.value());
        }
    }
}

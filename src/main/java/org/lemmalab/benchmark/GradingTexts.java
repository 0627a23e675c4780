package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.LabException;

/**
 * The grader on texts without markers, on models' solutions whose final answers others have marked, on cases from a file, and on
 * generated variants; each beside a baseline of a few lines.
 */
final class GradingTexts {
    private static final long SEED = 20250321L;
    /** Variants of each kind. */
    private static final int EACH = 450;
    /** Where the cases are looked for, from the data folder. */
    private static final String CASES = "../cases/grading.jsonl";

    private final Grader grader;
    private final ObjectNode figures;
    private final PrintStream out;

    GradingTexts(Grader grader, ObjectNode figures, PrintStream out) {
        this.grader = grader;
        this.figures = figures;
        this.out = out;
    }

    /**
     * Measures everything.
     *
     * @param data the data folder
     * @param cases a file of cases; where none is named, the one beside the data folder if it is there
     */
    void measure(Path data, Optional<Path> cases) {
        unmarked(data);
        processBench(data, "gsm8k");
        processBench(data, "math");
        cases(data, cases);
        variants();
    }

    private void unmarked(Path data) {
        GradingBoard test =
                GradingBoard.of(grader, GradedCase.unmarkedGsm8k(data, "test"), GradingBaseline::lastNumber);
        test.print("GSM8K test, gold without marker", out);
        GradingBoard train =
                GradingBoard.of(grader, GradedCase.unmarkedGsm8k(data, "train"), GradingBaseline::lastNumber);
        train.print("GSM8K train, gold without marker", out);
        figures.put("gsm8k_unmarked", test.right());
        figures.put("gsm8k_unmarked_baseline", test.baseline());
        figures.put("gsm8k_unmarked_train", train.right());
    }

    /** The odd lines were there when rules were made; the others are reported. */
    private void processBench(Path data, String set) {
        GradingBoard tuned = GradingBoard.of(grader, GradedCase.processBench(data, set, 1), GradingBaseline::lastBox);
        tuned.print("ProcessBench " + set + ", tuned on", out);
        GradingBoard rest = GradingBoard.of(grader, GradedCase.processBench(data, set, 0), GradingBaseline::lastBox);
        rest.print("ProcessBench " + set + ", others", out);
        figures.put("processbench_" + set + "_final", rest.right());
        figures.put("processbench_" + set + "_final_baseline", rest.baseline());
        figures.put("processbench_" + set + "_final_tuned", tuned.right());
    }

    private void cases(Path data, Optional<Path> named) {
        Path file = named.orElseGet(() -> data.toAbsolutePath().resolve(CASES).normalize());
        if (!Files.isRegularFile(file)) {
            if (named.isPresent()) {
                throw new LabException("benchmark grading: expected a file of cases, found none at " + file);
            }
            out.printf("%ncases: left out, there is no %s%n", file);
            return;
        }
        List<GradedCase> all = GradedCase.file(file);
        List<GradedCase> counted = all.stream().filter(test -> !test.policy()).toList();
        GradingBoard board = GradingBoard.of(grader, counted, GradingBaseline::lastNumber);
        board.print("cases, without policy", out);
        figures.put("cases_right", board.right());
        figures.put(
                "cases_right_all",
                GradingBoard.of(grader, all, GradingBaseline::lastNumber).right());
        figures.put("cases_baseline", board.baseline());
        figures.put("cases", counted.size());
    }

    private void variants() {
        GradingBoard board = GradingBoard.of(grader, GradedCase.variants(SEED, EACH), GradingBaseline::lastNumber);
        board.print("generated variants", out);
        figures.put("variants_right", board.right());
        figures.put("variants", board.all());
        figures.put("variants_wrong_equals", board.wrongEquals());
        figures.put("variants_wrong_unequals", board.wrongUnequals());
        figures.put("variants_undecided", board.undecided());
        figures.put("variants_baseline", board.baseline());
        ObjectNode kinds = figures.putObject("variants_by_kind");
        board.rightByKind().forEach(kinds::put);
    }
}

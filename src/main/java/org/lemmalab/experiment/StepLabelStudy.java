package org.lemmalab.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.KnownErrors;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.Share;
import org.lemmalab.mistake.StepGuess;
import org.lemmalab.mistake.StepLabel;
import org.lemmalab.mistake.StepLabels;
import org.lemmalab.mistake.StepScore;
import org.lemmalab.problem.Samples;

/**
 * How well the program finds the first wrong step in solutions of real models, as people labelled them, and whether its confidence means
 * what it says. Every second row of a set, from the first on, may be used to make rules and weights; what is measured are the others.
 */
public final class StepLabelStudy {
    /** The sets of labelled steps, by the names of their files below {@code steps/} in the data folder. */
    public static final List<String> SETS =
            List.of("processbench_gsm8k", "processbench_math", "verify_then_generate", "mr_gsm8k");

    private static final int BINS = 5;

    private StepLabelStudy() {}

    /**
     * @param set one of {@link #SETS}
     * @return its file within the data folder
     */
    public static String file(String set) {
        return "steps/" + set + ".jsonl";
    }

    /**
     * What was measured on one set.
     *
     * @param set its name
     * @param score of the analyst at its default confidence; with everything asserted beside it
     * @param guesses what each trivial guess finds, as a share of the labelled wrong steps
     */
    public record SetScore(String set, StepScore score, Map<StepGuess, Double> guesses) {}

    /**
     * The steps that were named with a confidence within a range.
     *
     * @param from the least confidence of the range
     * @param to its end
     * @param mean the mean confidence of those steps
     * @param right how many of them are exactly the labelled ones
     */
    public record Bin(double from, double to, double mean, Share right) {}

    /**
     * @param sets what was measured, set by set
     * @param reliability confidence against the share of steps that are exactly the labelled ones; bins without a step are left out
     * @param provenance what the result was made from
     */
    public record Result(List<SetScore> sets, List<Bin> reliability, Provenance provenance) {
        /** Copies the lists. */
        public Result {
            sets = List.copyOf(sets);
            reliability = List.copyOf(reliability);
        }

        /**
         * @return the folder of its tables and figures
         */
        public String name() {
            return "step-labels";
        }
    }

    /**
     * @param data the data folder; the project's samples where it is empty or has none of the sets
     * @return what was measured
     */
    public static Result run(Optional<Path> data) {
        Map<String, List<StepLabel>> labels = new TreeMap<>();
        Map<String, String> hashes = new TreeMap<>();
        for (String set : SETS) {
            data.map(folder -> folder.resolve(file(set)))
                    .filter(Files::isRegularFile)
                    .ifPresent(file -> {
                        List<StepLabel> all = new ArrayList<>();
                        StepLabels.read(file, all::add, RejectedLines.refusing());
                        labels.put(set, half(all, false));
                        hashes.put(file(set), Hashes.sha256(file));
                    });
        }
        if (labels.isEmpty()) {
            labels.put(
                    "samples", KnownErrors.samples().stream().map(StepLabel::of).toList());
            hashes.put("samples", Hashes.sha256(Samples.attempts()));
        }
        List<SetScore> sets = new ArrayList<>();
        labels.forEach((set, each) -> sets.add(score(set, each)));
        List<StepLabel> all = labels.values().stream().flatMap(List::stream).toList();
        return new Result(
                sets,
                reliability(all),
                Provenance.of(0, Map.of("experiment", "labelled steps", "analyst", "ProgramAnalyst"), hashes));
    }

    /**
     * @param labels a set's labelled solutions in its order
     * @param forRules true: the half that rules and weights may be made on; false: the other
     * @return the half
     */
    public static List<StepLabel> half(List<StepLabel> labels, boolean forRules) {
        return IntStream.range(0, labels.size())
                .filter(i -> (i % 2 == 0) == forRules)
                .mapToObj(labels::get)
                .toList();
    }

    private static SetScore score(String set, List<StepLabel> labels) {
        Map<StepGuess, Double> guesses = new TreeMap<>();
        for (StepGuess guess : StepGuess.values()) {
            guesses.put(guess, guess.share(labels));
        }
        return new SetScore(set, StepScore.of(ProgramAnalyst.abstaining(), labels), guesses);
    }

    /** Of everything that the analyst names when it names a step in every attempt with a wrong answer. */
    private static List<Bin> reliability(List<StepLabel> labels) {
        long[] named = new long[BINS];
        long[] right = new long[BINS];
        double[] sum = new double[BINS];
        ProgramAnalyst analyst = new ProgramAnalyst();
        for (StepLabel label : labels) {
            Analysis analysis = analyst.analyse(
                    label.subject().problem(), label.subject().attempt().solution());
            if (analysis instanceof Analysis.Wrong wrong
                    && wrong.evidence().confidence().isPresent()) {
                double confidence = wrong.evidence().confidence().getAsDouble();
                int bin = (int) Math.min(BINS - 1, confidence * BINS);
                named[bin]++;
                sum[bin] += confidence;
                right[bin] += OptionalInt.of(wrong.firstWrongStep()).equals(label.firstWrongStep()) ? 1 : 0;
            }
        }
        return IntStream.range(0, BINS)
                .filter(bin -> named[bin] > 0)
                .mapToObj(bin -> new Bin(
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        sum[bin] / named[bin],
                        new Share(right[bin], named[bin])))
                .toList();
    }
}

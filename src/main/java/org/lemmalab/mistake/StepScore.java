package org.lemmalab.mistake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lemmalab.io.LabException;

/**
 * How well an analyst finds the first wrong steps that people have labelled. Counted twice: as the analyst decides, and with
 * everything asserted, where an undecided verdict that names a probable step stands for that step.
 *
 * @param wrongRows how many solutions have a labelled wrong step
 * @param found in how many of these the verdict is "wrong" at that very step
 * @param foundAsserted the same with everything asserted
 * @param rightRows how many solutions have none
 * @param calledRight how many of these are called right; asserting changes nothing here
 * @param byKind of the verdicts "wrong" with each kind of evidence, the share at the labelled step
 * @param undecided how many verdicts are undecided
 */
public record StepScore(
        long wrongRows,
        long found,
        long foundAsserted,
        long rightRows,
        long calledRight,
        Map<Evidence.Kind, Share> byKind,
        long undecided) {
    /** Copies the map, the most direct kind first. */
    public StepScore {
        byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    }

    /**
     * @param analyst the analyst
     * @param labels labelled solutions, at least one
     * @return the score
     * @throws LabException if there is no labelled solution
     */
    public static StepScore of(Analyst analyst, Iterable<StepLabel> labels) {
        Counts counts = new Counts();
        for (StepLabel label : labels) {
            counts.add(
                    label.firstWrongStep(),
                    analyst.analyse(
                            label.subject().problem(), label.subject().attempt().solution()));
        }
        if (counts.wrongRows + counts.rightRows == 0) {
            throw new LabException("step score: expected at least one labelled solution, found none");
        }
        return new StepScore(
                counts.wrongRows,
                counts.found,
                counts.foundAsserted,
                counts.rightRows,
                counts.calledRight,
                counts.shares(),
                counts.undecided);
    }

    /**
     * @param other the score of the same analyst on other solutions
     * @return the score on both together
     */
    public StepScore plus(StepScore other) {
        Map<Evidence.Kind, Share> shares = new TreeMap<>(byKind);
        other.byKind.forEach((kind, share) -> shares.merge(kind, share, StepScore::together));
        return new StepScore(
                wrongRows + other.wrongRows,
                found + other.found,
                foundAsserted + other.foundAsserted,
                rightRows + other.rightRows,
                calledRight + other.calledRight,
                shares,
                undecided + other.undecided);
    }

    private static Share together(Share one, Share other) {
        return new Share(one.count() + other.count(), one.total() + other.total());
    }

    /**
     * @return the share of the labelled wrong steps that are found; 0 where there are none
     */
    public double stepAccuracy() {
        return share(found, wrongRows);
    }

    /**
     * @return the same with everything asserted
     */
    public double stepAccuracyAsserted() {
        return share(foundAsserted, wrongRows);
    }

    /**
     * @return the share of solutions without a wrong step that are called right; 0 where there are none
     */
    public double rightAccuracy() {
        return share(calledRight, rightRows);
    }

    /**
     * @return ProcessBench's F1 with everything asserted: the harmonic mean of both accuracies (Zheng et al. 2024, Sec. 3.3)
     */
    public double f1Asserted() {
        double sum = stepAccuracyAsserted() + rightAccuracy();
        return sum == 0 ? 0 : 2 * stepAccuracyAsserted() * rightAccuracy() / sum;
    }

    /**
     * @return of all verdicts "wrong" the share at the labelled step; empty where there is none
     */
    public Optional<Share> wrong() {
        return byKind.values().stream().reduce(StepScore::together);
    }

    /**
     * @return the share of all verdicts that are decided
     */
    public double coverage() {
        return 1 - share(undecided, wrongRows + rightRows);
    }

    private static double share(long part, long of) {
        return of == 0 ? 0 : (double) part / of;
    }

    private static final class Counts {
        private final Map<Evidence.Kind, long[]> kinds = new EnumMap<>(Evidence.Kind.class);
        private long wrongRows;
        private long found;
        private long foundAsserted;
        private long rightRows;
        private long calledRight;
        private long undecided;

        private void add(OptionalInt labelled, Analysis analysis) {
            OptionalInt asserted = asserted(analysis);
            undecided += analysis instanceof Analysis.Undecided ? 1 : 0;
            if (analysis instanceof Analysis.Wrong wrong) {
                boolean exact = asserted.equals(labelled);
                long[] kind = kinds.computeIfAbsent(wrong.evidence().kind(), any -> new long[2]);
                kind[0]++;
                kind[1] += exact ? 1 : 0;
                found += exact ? 1 : 0;
            }
            if (labelled.isPresent()) {
                wrongRows++;
                foundAsserted += asserted.equals(labelled) ? 1 : 0;
            } else {
                rightRows++;
                calledRight += analysis instanceof Analysis.Correct ? 1 : 0;
            }
        }

        private static OptionalInt asserted(Analysis analysis) {
            if (analysis instanceof Analysis.Wrong wrong) {
                return OptionalInt.of(wrong.firstWrongStep());
            }
            return analysis instanceof Analysis.Undecided undecided ? undecided.firstWrongStep() : OptionalInt.empty();
        }

        private Map<Evidence.Kind, Share> shares() {
            Map<Evidence.Kind, Share> shares = new EnumMap<>(Evidence.Kind.class);
            kinds.forEach((kind, counts) -> shares.put(kind, new Share(counts[1], counts[0])));
            return shares;
        }
    }
}

package org.lemmalab.mistake;

import org.lemmalab.io.LabException;

/**
 * How well an analyst finds labelled errors. An undecided verdict, or one that sees no error, counts as wrong in step and type.
 *
 * @param cases how many labelled errors
 * @param stepRight how many first wrong steps were found
 * @param typeRight how many types were found
 * @param bothRight how many have step and type right
 * @param undecided how many verdicts were undecided
 * @param confusion labelled against found types
 */
public record AnalystScore(
        long cases, long stepRight, long typeRight, long bothRight, long undecided, ConfusionMatrix confusion) {
    /**
     * @param analyst the analyst
     * @param errors labelled errors, at least one
     * @return the score
     * @throws LabException if there is no labelled error
     */
    public static AnalystScore of(Analyst analyst, Iterable<KnownError> errors) {
        ConfusionMatrix confusion = new ConfusionMatrix();
        long[] counts = new long[5];
        for (KnownError error : errors) {
            Analysis found = analyst.analyse(
                    error.subject().problem(), error.subject().attempt().solution());
            confusion.add(error.type(), found);
            counts[0]++;
            counts[4] += found instanceof Analysis.Undecided ? 1 : 0;
            if (found instanceof Analysis.Wrong wrong) {
                boolean step = wrong.firstWrongStep() == error.firstWrongStep();
                boolean type = wrong.type() == error.type();
                counts[1] += step ? 1 : 0;
                counts[2] += type ? 1 : 0;
                counts[3] += step && type ? 1 : 0;
            }
        }
        if (counts[0] == 0) {
            throw new LabException("analyst score: expected at least one labelled error, found none");
        }
        return new AnalystScore(counts[0], counts[1], counts[2], counts[3], counts[4], confusion);
    }

    /**
     * @return the share of first wrong steps found
     */
    public double stepAccuracy() {
        return (double) stepRight / cases;
    }

    /**
     * @return the share of types found
     */
    public double typeAccuracy() {
        return (double) typeRight / cases;
    }
}

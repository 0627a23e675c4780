package org.lemmalab.training;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a run.
 *
 * @param complete whether all steps were taken; false where it was stopped
 * @param step optimiser steps taken in all, by earlier parts of the run too
 * @param losses of the steps taken this time
 * @param folder the finished model or adapter where complete, else the checkpoint to go on from
 * @param report how many examples were used, cut and left out
 */
public record TrainingResult(boolean complete, int step, List<Double> losses, Path folder, String report) {
    /** Copies the list. */
    public TrainingResult {
        losses = List.copyOf(losses);
    }
}

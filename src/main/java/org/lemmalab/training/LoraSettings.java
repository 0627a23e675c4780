package org.lemmalab.training;

import java.util.List;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.LowRankAdapters;

/**
 * Low-rank adaptation (Hu et al. 2021): only thin matrices beside the decoder's own are trained.
 *
 * @param rank r, columns of the thin matrices; default 8
 * @param alpha their product is multiplied by alpha / r; default 16
 * @param dropout the share of the adapters' inputs that is dropped while training; default 0
 * @param targets which matrices of every layer get adapters, out of {@link LowRankAdapters#TARGETS}; default all
 */
public record LoraSettings(int rank, double alpha, double dropout, List<String> targets) {
    /** Rank 8, alpha 16, no dropout, all matrices of the layers. */
    public static final LoraSettings DEFAULT = new LoraSettings(8, 16, 0, LowRankAdapters.TARGETS);

    /** Checks the numbers and the names. */
    public LoraSettings {
        targets = targets == null ? List.of() : List.copyOf(targets);
        if (rank < 1) {
            throw new LabException("lora: rank: expected a number from 1, found " + rank);
        }
        if (!(alpha > 0)) {
            throw new LabException("lora: alpha: expected a number above 0, found " + alpha);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new LabException("lora: dropout: expected a number from 0 to below 1, found " + dropout);
        }
        if (targets.isEmpty() || !LowRankAdapters.TARGETS.containsAll(targets)) {
            throw new LabException("lora: targets: expected some of " + LowRankAdapters.TARGETS + ", found " + targets);
        }
    }

    /**
     * @return what the product is multiplied by
     */
    public double scale() {
        return alpha / rank;
    }
}

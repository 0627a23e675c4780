package org.lemmalab.pipeline;

/**
 * A state of the output files that is on the disk for certain; the first line of a journal.
 *
 * @param phase where the run stands
 * @param next the sequence number of the next record to write
 * @param lengths of the files that the phase writes
 * @param tally of the results written
 */
record Checkpoint(Phase phase, long next, Lengths lengths, Tally tally) {
    static final Checkpoint START = new Checkpoint(Phase.RUN, 0, Lengths.ZERO, new Tally(0, 0, 0, Usage.NONE));

    /**
     * @param output bytes of the output
     * @param failed bytes of the failed file
     * @param copied bytes of the old output that a retry has copied
     * @param copiedLines lines of it
     * @param earlierLines all lines of the old output
     */
    record Lengths(long output, long failed, long copied, long copiedLines, long earlierLines) {
        static final Lengths ZERO = new Lengths(0, 0, 0, 0, 0);

        /** Those at the beginning of a retry. */
        static Lengths retrying(long earlierLines) {
            return new Lengths(0, 0, 0, 0, earlierLines);
        }
    }

    /**
     * @param succeeded lines in the output
     * @param failed lines in the failed file
     * @param rejected input lines that are no record; 0 until the inputs have been read to the end
     * @param usage of all results
     */
    record Tally(long succeeded, long failed, long rejected, Usage usage) {
        /** With one more result; in a retry it takes the place of a failure. */
        Tally with(Entry entry, boolean retried) {
            long others = failed - (retried ? 1 : 0);
            return new Tally(
                    succeeded + (entry.success() ? 1 : 0),
                    others + (entry.success() ? 0 : 1),
                    rejected,
                    usage.plus(entry.usage()));
        }
    }
}

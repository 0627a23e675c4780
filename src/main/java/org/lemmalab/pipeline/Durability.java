package org.lemmalab.pipeline;

import java.time.Duration;
import org.lemmalab.io.LabException;

/**
 * How much a power cut may cost. A killed process loses nothing that was handed over; what the operating system had not yet put
 * on the disk is at stake only when the machine itself dies.
 *
 * @param records results are forced to the disk (fsync) at the latest after so many
 * @param interval … and at the latest after so long
 * @param journalBytes size in bytes at which the journal is folded into a checkpoint
 */
public record Durability(int records, Duration interval, long journalBytes) {
    /** Checks that all are positive. */
    public Durability {
        if (records < 1 || journalBytes < 1 || interval.isNegative() || interval.isZero()) {
            throw new LabException("durability: expected positive records, interval and journal bytes, found " + records
                    + ", " + interval + " and " + journalBytes);
        }
    }

    /**
     * @return to the disk every 10,000 results or every second, whichever comes first; a checkpoint every 16 MiB
     */
    public static Durability standard() {
        return new Durability(10_000, Duration.ofSeconds(1), 16 << 20);
    }

    /**
     * @return to the disk after every result, for calls that cost more than the milliseconds that this takes
     */
    public static Durability everyRecord() {
        return new Durability(1, Duration.ofSeconds(1), 16 << 20);
    }
}

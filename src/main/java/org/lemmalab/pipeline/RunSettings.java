package org.lemmalab.pipeline;

import java.time.Duration;
import java.util.Optional;
import org.lemmalab.io.LabException;

/**
 * How a run goes about its work. None of these change a result, so they may differ from one start of a run to the next.
 *
 * @param workers stage calls at a time; hundreds are fine where the calls wait for endpoints
 * @param timeLimit the longest that one call may take; a longer one is interrupted, given up and becomes a failure
 * @param durability when results are forced to the disk
 */
public record RunSettings(int workers, Optional<Duration> timeLimit, Durability durability) {
    private static final int MOST_WORKERS = 10_000;

    /** Checks the ranges. */
    public RunSettings {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new LabException("workers: expected 1 to " + MOST_WORKERS + ", found " + workers);
        }
        if (timeLimit.isPresent() && timeLimit.get().compareTo(Duration.ofMillis(1)) < 0) {
            throw new LabException("time limit: expected at least 1 ms, found " + timeLimit.get());
        }
    }

    /**
     * @return one worker for each processor, no time limit, the standard durability
     */
    public static RunSettings standard() {
        return new RunSettings(Runtime.getRuntime().availableProcessors(), Optional.empty(), Durability.standard());
    }

    /**
     * @param count stage calls at a time
     * @return these settings with that
     */
    public RunSettings withWorkers(int count) {
        return new RunSettings(count, timeLimit, durability);
    }

    /**
     * @param limit the longest that one call may take
     * @return these settings with that
     */
    public RunSettings withTimeLimit(Duration limit) {
        return new RunSettings(workers, Optional.of(limit), durability);
    }

    /**
     * @param rhythm when results are forced to the disk
     * @return these settings with that
     */
    public RunSettings withDurability(Durability rhythm) {
        return new RunSettings(workers, timeLimit, rhythm);
    }

    /** How far the workers may run ahead of the oldest unfinished record. */
    int window() {
        return Math.max(1024, 16 * workers);
    }
}

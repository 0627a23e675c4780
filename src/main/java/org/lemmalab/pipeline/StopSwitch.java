package org.lemmalab.pipeline;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops a run in good order when its thread is interrupted or the process is asked to end. */
final class StopSwitch implements AutoCloseable {
    private static final long LONGEST_SECONDS = 15;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::processEnds, "pipeline-stop");
    private volatile String reason;
    private boolean interrupted;

    StopSwitch() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            reason = "the process is ending";
        }
    }

    /** Why to stop; empty where the run may go on. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Called by the run's thread when it finds itself interrupted. */
    void interrupted() {
        interrupted = true;
        reason = "interrupted";
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and waits for the hook, which waits no more.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void processEnds() {
        reason = "the process is ending";
        try {
            finished.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.lemmalab.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a run to end: by {@link #raise}, by the thread's interruption, or as the process is asked to end (Ctrl-C). */
final class StopSignal {
    private static final long LONGEST_WAIT_MINUTES = 10;

    private volatile boolean raised;

    void raise() {
        raised = true;
    }

    /** Starts to listen, on the thread of the run. */
    Watch watch() {
        raised = false;
        return new Watch();
    }

    /** Listens while a run goes on; the end of the process waits for the run's last checkpoint. */
    final class Watch implements AutoCloseable {
        private final CountDownLatch finished = new CountDownLatch(1);
        private final Thread hook = new Thread(this::await, "training-stop");
        private boolean interrupted;

        private Watch() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        boolean stopped() {
            // Cleared, since an interrupted thread cannot write files; set again at the end.
            interrupted |= Thread.interrupted();
            return raised || interrupted;
        }

        private void await() {
            raise();
            try {
                finished.await(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            finished.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending, and the hook is what let this run come to its end.
                raised = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

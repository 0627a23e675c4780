package org.lemmalab.kernel;

import java.util.Optional;

/** Ends a kernel whose Jupyter is gone, which tells its process id in an environment variable. */
final class Orphan implements Runnable {
    private final Optional<Long> jupyter =
            parent().filter(id -> Long.toString(id).equals(System.getenv("JPY_PARENT_PID")));

    private static Optional<Long> parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }

    @Override
    public void run() {
        if (jupyter.isPresent() && !parent().equals(jupyter)) {
            System.exit(1);
        }
    }
}

package org.rapaio.jupyter.kernel.channels;

/**
 * Stands in for the class of the same name in rapaio-jupyter-kernel 3.0.1, ahead of it on the kernel's class path. That one lets
 * its thread start before it marks it as running: a thread that is quick enough finds that it should not run, ends at once, and
 * the notebook waits for its kernel for ever. Here the mark comes first. Everything else is as the kernel expects it: the body is
 * run again and again, with a pause after each time, until the thread is shut down or interrupted.
 */
public final class LoopThread extends Thread {
    private final long pauseMillis;
    private final Runnable body;
    private volatile boolean wanted = true;

    public LoopThread(String name, long pauseMillis, Runnable body) {
        super(name);
        this.pauseMillis = pauseMillis;
        this.body = body;
    }

    @Override
    public void run() {
        try {
            while (wanted) {
                body.run();
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            wanted = false;
        }
    }

    public void shutdown() {
        wanted = false;
    }
}

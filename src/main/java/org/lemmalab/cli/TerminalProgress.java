package org.lemmalab.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error: done, rate and time left; without a terminal it stays silent. */
final class TerminalProgress implements AutoCloseable {
    private static final int WIDTH = 100;

    private final ProgressBar bar;

    /**
     * @param task what is done, in a word or two
     * @param total how much there is to do
     */
    TerminalProgress(String task, long total) {
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed();
        boolean terminal = System.console() != null;
        bar = (terminal
                        ? builder.setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                        : builder.setConsumer(new SilentConsumer()))
                .build();
    }

    /**
     * @param done how much is done so far
     */
    void at(long done) {
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }

    private static final class SilentConsumer implements me.tongfei.progressbar.ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            // No terminal to draw on.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}

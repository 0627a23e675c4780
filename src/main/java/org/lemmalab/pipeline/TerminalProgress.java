package org.lemmalab.pipeline;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress for a terminal: a bar that redraws itself, or, where standard error goes to a file, a plain line every ten seconds and
 * one at the end.
 */
public final class TerminalProgress implements ProgressListener {
    private static final int WIDTH = 110;
    private static final long PLAIN_NANOS = 10_000_000_000L;

    private final PrintStream out;
    private final boolean bar;
    private Optional<ProgressBar> shown = Optional.empty();
    private Optional<Long> printedAt = Optional.empty();

    TerminalProgress(PrintStream out, boolean bar) {
        this.out = out;
        this.bar = bar;
    }

    /**
     * @return progress on standard error
     */
    public static TerminalProgress onStandardError() {
        return new TerminalProgress(System.err, isTerminal(System.console()));
    }

    @Override
    public void update(Progress progress) {
        if (bar) {
            draw(progress);
        } else {
            print(progress);
        }
    }

    private void draw(Progress progress) {
        ProgressBar drawn = shown.orElseGet(() -> start(progress));
        shown = Optional.of(drawn);
        progress.total().ifPresent(drawn::maxHint);
        drawn.stepTo(progress.done());
        drawn.setExtraMessage(ProgressText.extras(progress));
        if (progress.state() != Progress.State.RUNNING) {
            drawn.close();
            shown = Optional.empty();
        }
    }

    private ProgressBar start(Progress progress) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(progress.stage())
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(progress.total().orElse(-1))
                .startsFrom(progress.done(), java.time.Duration.ZERO)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH));
        return builder.build();
    }

    private void print(Progress progress) {
        long now = System.nanoTime();
        boolean due = printedAt.map(before -> now - before >= PLAIN_NANOS).orElse(true);
        if (due || progress.state() != Progress.State.RUNNING) {
            out.println(ProgressText.line(progress));
            printedAt = Optional.of(now);
        }
    }

    /** From JDK 22 on there is a console without a terminal, too, which then says so. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}

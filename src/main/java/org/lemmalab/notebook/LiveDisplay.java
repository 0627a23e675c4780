package org.lemmalab.notebook;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.lemmalab.io.LabException;

/**
 * An output of a cell that its next state replaces: progress, a chart that grows. States may come as fast as they like; one is drawn
 * only when it is due, and the last one always. Outside a notebook, and in a kernel that replaces nothing, the plain form of a state
 * is printed now and then.
 *
 * <pre>{@code
 * try (LiveDisplay live = LiveDisplay.open()) {
 *     trainer.run(step -> live.show(() -> Shown.figure(chart(step))));
 * }
 * }</pre>
 *
 * <p>To be used by the thread of the cell. A display that fails ends nothing: it goes on in plain lines.
 */
public final class LiveDisplay implements AutoCloseable {
    private static final Duration DRAWN_EVERY = Duration.ofMillis(500);
    private static final Duration PRINTED_EVERY = Duration.ofSeconds(10);

    private final String id = KernelDisplay.newId();
    private final PrintStream out;
    private final LongSupplier nanos;
    private Optional<KernelDisplay> kernel;
    private Optional<Long> drawnAt = Optional.empty();
    private Optional<Supplier<Shown>> waiting = Optional.empty();

    LiveDisplay(Optional<KernelDisplay> kernel, PrintStream out, LongSupplier nanos) {
        this.kernel = kernel.filter(KernelDisplay::canReplace);
        this.out = out;
        this.nanos = nanos;
    }

    /**
     * @return a display in the cell that runs; nothing is to be seen before its first state
     */
    public static LiveDisplay open() {
        return new LiveDisplay(KernelDisplay.ofRunningKernel(), System.out, System::nanoTime);
    }

    /**
     * Shows a state in place of the one before, now or, where that one is too young, unless a newer comes first.
     *
     * @param state draws it; called only if it is shown, at the latest by {@link #close}
     */
    public void show(Supplier<Shown> state) {
        Duration every = kernel.isPresent() ? DRAWN_EVERY : PRINTED_EVERY;
        long now = nanos.getAsLong();
        if (drawnAt.map(before -> now - before < every.toNanos()).orElse(false)) {
            waiting = Optional.of(state);
            return;
        }
        waiting = Optional.empty();
        draw(state.get());
        drawnAt = Optional.of(now);
    }

    /** Shows the last state, if it has been waiting. */
    @Override
    public void close() {
        waiting.ifPresent(state -> draw(state.get()));
        waiting = Optional.empty();
    }

    private void draw(Shown shown) {
        if (kernel.isPresent()) {
            try {
                drawIn(kernel.get(), shown);
                return;
            } catch (LabException e) {
                kernel = Optional.empty();
                out.println(e.getMessage());
            }
        }
        out.println(shown.plain());
    }

    private void drawIn(KernelDisplay display, Shown shown) {
        if (drawnAt.isEmpty()) {
            display.show(id, shown);
        } else {
            display.replace(id, shown);
        }
    }
}

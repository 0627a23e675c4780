package org.lemmalab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lemmalab.report.Figure;
import org.lemmalab.report.TrainingCurves;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingProgress;

/**
 * A training run as it goes: loss, learning rate and tokens a second, redrawn in place where the kernel can do that; else a line of
 * text now and then.
 *
 * <pre>{@code
 * try (var live = Show.training("LoRA")) {
 *     new SupervisedTrainer(decoder, settings).withListener(live).train(examples, folder);
 * }
 * }</pre>
 */
public final class LiveTraining implements TrainingListener, AutoCloseable {
    private final String title;
    private final LiveDisplay display;
    private final List<TrainingProgress> steps = new ArrayList<>();

    LiveTraining(String title, LiveDisplay display) {
        this.title = title;
        this.display = display;
    }

    @Override
    public void onStep(TrainingProgress progress) {
        steps.add(progress);
        display.show(this::state);
    }

    private Shown state() {
        Figure figure = TrainingCurves.live(title, steps);
        return new Shown(Shown.figure(figure).rich(), line(steps.get(steps.size() - 1)));
    }

    private String line(TrainingProgress progress) {
        return String.format(
                Locale.ROOT,
                "%s: step %d of %d, loss %.3f, rate %.2e, %.0f tokens/s, %.0f s left",
                title,
                progress.step(),
                progress.steps(),
                progress.loss(),
                progress.learningRate(),
                progress.tokensPerSecond(),
                progress.secondsLeft());
    }

    /** Shows the last step, if it has been waiting. */
    @Override
    public void close() {
        display.close();
    }
}

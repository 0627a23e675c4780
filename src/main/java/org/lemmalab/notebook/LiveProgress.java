package org.lemmalab.notebook;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.lemmalab.pipeline.Progress;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.pipeline.ProgressText;
import org.lemmalab.report.Html;

/**
 * Progress under the cell that works: a bar with what is done, the rate, the time left, failures, tokens and money; plain lines
 * outside a notebook. Whatever it is told of next, after an end, gets a bar of its own.
 */
final class LiveProgress implements ProgressListener {
    private static final String TRACK =
            "width:100%;max-width:40em;height:.6em;border-radius:.3em;background:rgba(128,128,128,.25);overflow:hidden";

    private final Supplier<LiveDisplay> displays;
    private Optional<LiveDisplay> open = Optional.empty();

    LiveProgress(Supplier<LiveDisplay> displays) {
        this.displays = displays;
    }

    @Override
    public synchronized void update(Progress progress) {
        LiveDisplay display = open.orElseGet(displays);
        open = Optional.of(display);
        display.show(() -> shown(progress));
        if (progress.state() != Progress.State.RUNNING) {
            display.close();
            open = Optional.empty();
        }
    }

    static Shown shown(Progress progress) {
        String line = ProgressText.line(progress);
        return Shown.html(bar(progress) + "<div>" + Html.escape(line) + "</div>", line);
    }

    private static String bar(Progress progress) {
        OptionalLong total = progress.total();
        if (total.isEmpty()) {
            return "";
        }
        double share = total.getAsLong() == 0 ? 1 : Math.min(1, (double) progress.done() / total.getAsLong());
        return String.format(
                Locale.ROOT,
                "<div style=\"%s\"><div style=\"width:%.1f%%;height:100%%;background:%s\"></div></div>",
                TRACK,
                100 * share,
                colour(progress));
    }

    /** Of the figures' palette: blue while it runs, green when complete, orange when stopped. */
    private static String colour(Progress progress) {
        return switch (progress.state()) {
            case RUNNING -> "#0072B2";
            case COMPLETE -> "#009E73";
            case STOPPED -> "#E69F00";
        };
    }
}

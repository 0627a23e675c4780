package org.lemmalab.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Progress in words. */
public final class ProgressText {
    private ProgressText() {}

    /**
     * @param progress how far a run has come
     * @return one line, such as {@code analyse: 1,200 of 5,000 (24 %), 35.2/s, 1 min 48 s left, 3 failed, 120,000 tokens}
     */
    public static String line(Progress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(share(progress));
        if (progress.pace().perSecond() > 0) {
            parts.add(String.format(Locale.ROOT, "%,.1f/s", progress.pace().perSecond()));
        }
        if (progress.state() == Progress.State.RUNNING) {
            progress.pace().left().ifPresent(left -> parts.add(duration(left) + " left"));
        } else {
            parts.add((progress.state() == Progress.State.COMPLETE ? "complete after " : "stopped after ")
                    + duration(progress.pace().elapsed()));
        }
        parts.addAll(extraParts(progress));
        return progress.stage() + ": " + String.join(", ", parts);
    }

    /**
     * @param progress how far a run has come
     * @return failures, rejected lines, tokens and money, as far as there are any
     */
    public static String extras(Progress progress) {
        return String.join(", ", extraParts(progress));
    }

    /**
     * @param time any time
     * @return it in words, such as {@code 1 h 2 min} or {@code 3.4 s}
     */
    public static String duration(Duration time) {
        if (time.toSeconds() < 10) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 1
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    /**
     * @param dollars a sum in US dollars
     * @return it with cents, or with four decimals below a dollar
     */
    public static String money(double dollars) {
        return String.format(Locale.ROOT, dollars >= 1 ? "$%,.2f" : "$%.4f", dollars);
    }

    private static String share(Progress progress) {
        if (progress.total().isEmpty()) {
            return String.format(Locale.ROOT, "%,d", progress.done());
        }
        long total = progress.total().getAsLong();
        return String.format(
                Locale.ROOT,
                "%,d of %,d (%d %%)",
                progress.done(),
                total,
                total == 0 ? 100 : 100 * progress.done() / total);
    }

    private static List<String> extraParts(Progress progress) {
        List<String> parts = new ArrayList<>();
        Usage usage = progress.usage();
        add(parts, progress.counts().failed(), "failed");
        add(parts, progress.counts().rejected(), "rejected");
        add(parts, usage.tokens(), "tokens");
        if (usage.dollars() > 0) {
            parts.add(money(usage.dollars()));
        }
        return parts;
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(String.format(Locale.ROOT, "%,d %s", count, what));
        }
    }
}

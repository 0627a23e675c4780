package org.lemmalab.experiment.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.experiment.study.Finding.Verdict;

/** Reads verdicts off intervals. */
final class Verdicts {
    /** A difference that matters, in shares: one point. */
    static final double MATTERS = 0.01;

    private static final double LEVEL = 0.05;

    private Verdicts() {}

    /**
     * The claim is that the difference is above zero. It is supported where the interval lies above zero and holds after correction for
     * many comparisons; not supported where the interval lies below zero or below a difference that matters.
     */
    static Verdict better(Contrast contrast) {
        if (contrast.low() > 0 && contrast.adjusted() < LEVEL) {
            return Verdict.SUPPORTED;
        }
        return contrast.high() < MATTERS ? Verdict.NOT_SUPPORTED : Verdict.NOT_DECIDABLE;
    }

    /** All contrasts must bear the claim out; one that speaks against it is enough to reject it. */
    static Finding better(String claim, List<Contrast> contrasts) {
        if (contrasts.isEmpty()) {
            return new Finding(claim, Verdict.NOT_DECIDABLE, "Nothing could be compared.");
        }
        List<Verdict> verdicts = contrasts.stream().map(Verdicts::better).toList();
        Verdict verdict = verdicts.contains(Verdict.NOT_SUPPORTED)
                ? Verdict.NOT_SUPPORTED
                : verdicts.contains(Verdict.NOT_DECIDABLE) ? Verdict.NOT_DECIDABLE : Verdict.SUPPORTED;
        return new Finding(
                claim, verdict, contrasts.stream().map(Verdicts::words).collect(Collectors.joining("; ")) + ".");
    }

    /** In points. */
    static String words(Contrast contrast) {
        return String.format(
                Locale.ROOT,
                "%s: %s - %s on %s: %+.1f points [%+.1f, %+.1f], adjusted p = %.3f, %d problems x %d seeds",
                contrast.base(),
                contrast.method(),
                contrast.against(),
                contrast.set(),
                100 * contrast.difference(),
                100 * contrast.low(),
                100 * contrast.high(),
                contrast.adjusted(),
                contrast.problems(),
                contrast.seeds());
    }
}

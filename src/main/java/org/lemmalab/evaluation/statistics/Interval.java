package org.lemmalab.evaluation.statistics;

import java.util.Locale;
import org.lemmalab.io.LabException;

/**
 * An estimate with its confidence interval.
 *
 * @param estimate the estimate
 * @param low lower end
 * @param high upper end
 * @param level how often such an interval holds the true value, for example 0.95
 */
public record Interval(double estimate, double low, double high, double level) {
    /** Checks the order of the ends and the level. */
    public Interval {
        if (!(low <= high) || !(level > 0 && level < 1)) {
            throw new LabException("interval: expected low <= high and a level between 0 and 1, found " + low + ", "
                    + high + " and " + level);
        }
    }

    /**
     * @return whether zero lies outside: a difference is then significant at 1 - level
     */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /**
     * @return estimate and interval in percent, for people: {@code 41.2 [38.9, 43.5]}
     */
    public String percent() {
        return String.format(Locale.ROOT, "%.1f [%.1f, %.1f]", 100 * estimate, 100 * low, 100 * high);
    }
}

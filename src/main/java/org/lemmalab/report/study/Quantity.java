package org.lemmalab.report.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lemmalab.experiment.study.Contrast;
import org.lemmalab.experiment.study.Measure;

/** Whether a metric is a share, shown in per cent, or a plain number; and its digits. */
enum Quantity {
    SHARE(100, "%"),
    NUMBER(1, "");

    private static final Pattern NUMBERS = Pattern.compile(
            "(?i).*\\b(tokens?|steps?|solutions|samples|examples|words|numbers|size|nats|seconds|loss|counts?|epochs)\\b.*");
    private static final Pattern SHARES = Pattern.compile(
            "(?i).*\\b(accuracy|share|rate|precision|recall|without a wrong step|pass@\\d+|maj@\\d+)\\b.*");
    private static final double FEW = 100;

    private final double factor;
    private final String unit;

    Quantity(double factor, String unit) {
        this.factor = factor;
        this.unit = unit;
    }

    static Quantity of(String metric) {
        return NUMBERS.matcher(metric).matches() && !SHARES.matcher(metric).matches() ? NUMBER : SHARE;
    }

    /** The value as it is drawn. */
    double shown(double value) {
        return factor * value;
    }

    String unit() {
        return unit;
    }

    /** The metric with its unit, for an axis. */
    String axis(String metric) {
        return unit.isEmpty() ? metric : metric + " (" + unit + ")";
    }

    static String text(Measure measure) {
        Quantity quantity = of(measure.metric());
        String form = quantity.form(measure.value(), measure.low(), measure.high());
        String value = number(form, quantity.shown(measure.value()));
        return measure.low() == measure.high()
                ? value
                : value + " [" + number(form, quantity.shown(measure.low())) + ", "
                        + number(form, quantity.shown(measure.high())) + "]";
    }

    /** Difference and interval, in percentage points where the metric is a share. */
    static String text(Contrast contrast) {
        Quantity quantity = of(contrast.metric());
        String form = quantity.form(contrast.difference(), contrast.low(), contrast.high());
        return signed(form, quantity.shown(contrast.difference())) + " ["
                + signed(form, quantity.shown(contrast.low())) + ", "
                + signed(form, quantity.shown(contrast.high())) + "]";
    }

    /** The same digits for a value and its interval. */
    private String form(double... values) {
        boolean isWhole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        boolean isLarge = Math.abs(values[0]) >= FEW;
        return this == SHARE ? "%.1f" : isWhole || isLarge ? "%,.0f" : "%.2f";
    }

    private static String number(String form, double shown) {
        String text = String.format(Locale.ROOT, form, shown);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text.replace("-", "−");
    }

    private static String signed(String form, double shown) {
        String text = number(form, shown);
        return shown > 0 && !text.matches("0(\\.0+)?") ? "+" + text : text;
    }
}

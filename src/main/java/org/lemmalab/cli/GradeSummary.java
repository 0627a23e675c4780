package org.lemmalab.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lemmalab.cli.GradedSample.Outcome;
import org.lemmalab.mistake.Share;

/** What {@code lab grade} counts, and the tables that it ends with. */
final class GradeSummary {
    private static final double QUANTILE = 1.959964;

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final ExtractionCounts extractions = new ExtractionCounts();
    private long lines;
    private long samples;
    private long solved;
    private double sum;
    private double sumOfSquares;
    private boolean several;
    private long renamed;

    /** Counts one line. */
    void add(GradedRow.Done line) {
        List<GradedSample> graded = line.samples();
        lines++;
        samples += graded.size();
        several |= graded.size() > 1;
        renamed += line.isRenamed() ? 1 : 0;
        double share = GradeColumns.passAt1(graded);
        solved += share > 0 ? 1 : 0;
        sum += share;
        sumOfSquares += share * share;
        graded.forEach(this::add);
    }

    private void add(GradedSample sample) {
        outcomes.merge(sample.outcome(), 1L, Long::sum);
        sample.extraction()
                .ifPresent(read -> extractions.add(read.text(), read.answer(), sample.outcome() == Outcome.EQUAL));
    }

    long lineCount() {
        return lines;
    }

    /** The tables and remarks. */
    List<String> report() {
        TextTable table = new TextTable("verdict", several ? "samples" : "lines", "share");
        for (Outcome outcome : Outcome.values()) {
            long count = outcomes.getOrDefault(outcome, 0L);
            table.add(name(outcome), count, percent((double) count / Math.max(1, samples)));
        }
        List<String> report = new ArrayList<>(table.lines());
        if (several) {
            report.add(lines + " lines with " + samples + " samples: pass@1 " + passAt1() + "; at least one equal "
                    + share(new Share(solved, lines)));
        } else if (lines > 0) {
            report.add("equal: " + share(new Share(solved, lines)));
        }
        report.addAll(extractions.lines());
        if (renamed > 0) {
            report.add("note: " + renamed + " lines have fields named like results; there the results are named "
                    + GradeColumns.PREFIX + "verdict and so on");
        }
        return report;
    }

    /** Lines are independent, samples of one line are not: the interval is that of a mean over lines. */
    private String passAt1() {
        double mean = sum / lines;
        double variance = lines < 2 ? 0 : Math.max(0, sumOfSquares - lines * mean * mean) / (lines - 1);
        double half = QUANTILE * Math.sqrt(variance / lines);
        return lines < 2 ? percent(mean) : interval(mean, Math.max(0, mean - half), Math.min(1, mean + half));
    }

    private static String share(Share share) {
        return interval(share.value(), share.low(), share.high());
    }

    private static String interval(double value, double low, double high) {
        return percent(value) + " (95 % interval " + percent(low) + " to " + percent(high) + ")";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

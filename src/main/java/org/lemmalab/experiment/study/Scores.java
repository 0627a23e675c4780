package org.lemmalab.experiment.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.evaluation.statistics.McNemar;
import org.lemmalab.io.Json;

/**
 * What one method reached on the same problems with several seeds.
 *
 * @param base the student that it started from
 * @param method the method's title
 * @param set what it was measured on
 * @param metric what was measured
 * @param runs for each seed a score a problem, from 0 to 1
 */
record Scores(String base, String method, String set, String metric, List<double[]> runs) {
    /** Resamples; the ends of an interval move by about a twentieth of its width with the seed. */
    private static final int RESAMPLES = 2_000;

    private static final Bootstrap BOOTSTRAP = new Bootstrap(RESAMPLES, 0.95, 1);

    Scores {
        runs = List.copyOf(runs);
    }

    /** Of answers: a list a seed, all to the same problems. */
    static Scores of(Row row, String set, String metric, List<List<Answer>> answers, ToDoubleFunction<Answer> score) {
        return new Scores(
                row.base(),
                row.method(),
                set,
                metric,
                answers.stream()
                        .map(run -> run.stream().mapToDouble(score).toArray())
                        .toList());
    }

    /**
     * Who was measured.
     *
     * @param base the student
     * @param method the method's title
     */
    record Row(String base, String method) {}

    /** The same under another name, to be compared with what else goes by its own. */
    Scores labelled(String newMethod, String newSet) {
        return new Scores(base, newMethod, newSet, metric, runs);
    }

    Measure measure() {
        Interval interval = BOOTSTRAP.mean(runs.toArray(double[][]::new));
        return new Measure(
                base,
                method,
                set,
                metric,
                interval.estimate(),
                interval.low(),
                interval.high(),
                runs.get(0).length,
                runs.size());
    }

    /** This minus another, on the seeds that both have; p is not adjusted yet. */
    Contrast against(Scores other) {
        int seeds = Math.min(runs.size(), other.runs.size());
        double[][] mine = runs.subList(0, seeds).toArray(double[][]::new);
        double[][] others = other.runs.subList(0, seeds).toArray(double[][]::new);
        Interval interval = BOOTSTRAP.difference(mine, others);
        double p = seeds == 1 && isBinary(mine[0]) && isBinary(others[0])
                ? McNemar.of(marks(mine[0]), marks(others[0])).exactPValue()
                : BOOTSTRAP.pValue(mine, others);
        return new Contrast(
                base,
                method,
                other.method,
                set,
                metric,
                interval.estimate(),
                interval.low(),
                interval.high(),
                p,
                p,
                mine[0].length,
                seeds);
    }

    /** One line a seed: marks as digits where they are 0 or 1, else numbers. */
    List<String> lines() {
        return IntStream.range(0, runs.size())
                .mapToObj(i -> Json.line(Map.of(
                        "base", base,
                        "method", method,
                        "set", set,
                        "metric", metric,
                        "seed", i + 1,
                        "scores", isBinary(runs.get(i)) ? digits(runs.get(i)) : runs.get(i))))
                .toList();
    }

    private static String digits(double[] run) {
        StringBuilder digits = new StringBuilder();
        Arrays.stream(run).forEach(value -> digits.append(value == 1 ? '1' : '0'));
        return digits.toString();
    }

    private static boolean isBinary(double[] run) {
        return Arrays.stream(run).allMatch(value -> value == 0 || value == 1);
    }

    private static boolean[] marks(double[] run) {
        boolean[] marks = new boolean[run.length];
        for (int i = 0; i < run.length; i++) {
            marks[i] = run[i] == 1;
        }
        return marks;
    }
}

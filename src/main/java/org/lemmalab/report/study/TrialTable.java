package org.lemmalab.report.study;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.lemmalab.evaluation.SetScore;
import org.lemmalab.mistake.Share;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Scores of one student on several sets. */
public final class TrialTable {
    private TrialTable() {}

    /**
     * @param title the caption
     * @param scores a set each
     * @return accuracy of single solutions, pass@k, majority vote, and what went wrong before any answer; per cent
     */
    public static Table of(String title, List<SetScore> scores) {
        Table table = Table.create(title);
        table.addColumns(
                column("set", scores, SetScore::set),
                column("problems × solutions", scores, score -> score.problems() + " × " + score.samples()),
                column("accuracy, % [95 %]", scores, score -> score.accuracy().percent()));
        TreeSet<Integer> sizes = new TreeSet<>();
        scores.forEach(score -> sizes.addAll(score.passAtK().keySet()));
        sizes.remove(1);
        for (int k : sizes) {
            table.addColumns(column(
                    "pass@" + k + ", %",
                    scores,
                    score -> score.passAtK().containsKey(k)
                            ? percent(score.passAtK().get(k))
                            : "–"));
        }
        return table.addColumns(
                column(
                        "majority, % [95 %]",
                        scores,
                        score -> score.majority().map(TrialTable::percent).orElse("–")),
                column("no answer, %", scores, score -> percent(share(score, score.withoutAnswer()))),
                column("cut off, %", scores, score -> percent(share(score, score.truncated()))));
    }

    private static double share(SetScore score, long count) {
        return count / ((double) score.problems() * score.samples());
    }

    private static String percent(Share share) {
        return String.format(
                Locale.ROOT, "%.1f [%.1f, %.1f]", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static StringColumn column(String name, List<SetScore> scores, Function<SetScore, String> part) {
        return StringColumn.create(name, scores.stream().map(part));
    }
}

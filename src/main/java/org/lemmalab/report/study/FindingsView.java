package org.lemmalab.report.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lemmalab.experiment.study.Finding;
import org.lemmalab.report.Html;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Claims and what was found. A verdict is told by its words, by a sign, by the line around it and by its colour, so that it reads in grey,
 * on dark pages and for colour-blind people.
 *
 * @param title above the claims
 * @param lines sentences under the title
 * @param rows the claims
 */
public record FindingsView(String title, List<String> lines, List<Row> rows) {
    private static final String CELL = "padding:.35em .8em .35em 0;vertical-align:top;text-align:left;"
            + "border-bottom:1px solid rgba(128,128,128,.3);";

    /** Copies the lists. */
    public FindingsView {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /**
     * A claim.
     *
     * @param experiment the id of the experiment that it belongs to
     * @param claim a sentence
     * @param verdict what was found; empty where there is none
     * @param why the numbers that the verdict rests on, or why there is none
     */
    public record Row(String experiment, String claim, Optional<Finding.Verdict> verdict, String why) {
        private Look look() {
            return verdict.map(Look::of).orElse(Look.ABSENT);
        }

        /** The verdict's sign and words. */
        String label() {
            return look().sign + " " + words(this);
        }
    }

    /** How a verdict looks. */
    private enum Look {
        SUPPORTED("▲", "0,114,178", "solid"),
        NOT_SUPPORTED("▼", "213,94,0", "double"),
        NOT_DECIDABLE("◇", "150,150,150", "dashed"),
        ABSENT("–", "150,150,150", "dotted");

        private final String sign;
        private final String colour;
        private final String line;

        Look(String sign, String colour, String line) {
            this.sign = sign;
            this.colour = colour;
            this.line = line;
        }

        static Look of(Finding.Verdict verdict) {
            return switch (verdict) {
                case SUPPORTED -> SUPPORTED;
                case NOT_SUPPORTED -> NOT_SUPPORTED;
                case NOT_DECIDABLE -> NOT_DECIDABLE;
            };
        }
    }

    /**
     * @return how many claims came out in which way, in a sentence
     */
    public String tally() {
        List<String> counts = Arrays.stream(Finding.Verdict.values())
                .map(verdict -> count(row -> row.verdict().equals(Optional.of(verdict))) + " " + verdict.title())
                .collect(Collectors.toList());
        counts.add(count(row -> row.verdict().isEmpty()) + " without a verdict");
        return String.join(", ", counts) + ".";
    }

    /**
     * @return HTML without scripts or style sheets
     */
    public String html() {
        String head = "<div style=\"font-weight:600\">" + Html.escape(title) + "</div>"
                + lines.stream()
                        .map(line -> "<div>" + Html.escape(line) + "</div>")
                        .collect(Collectors.joining("\n"));
        String body = rows.stream().map(this::htmlRow).collect(Collectors.joining("\n"));
        return "<div style=\"max-width:68em;margin:.4em 0\">" + head
                + (rows.isEmpty() ? "" : "<table style=\"border-collapse:collapse\">\n" + body + "</table>") + "</div>";
    }

    /**
     * @return the same for a terminal
     */
    public String text() {
        String claims = rows.stream()
                .map(row -> "  " + row.look().sign + " " + words(row) + ": "
                        + (names(row) ? row.experiment() + ", " : "") + row.claim() + "\n      " + row.why() + "\n")
                .collect(Collectors.joining());
        return title + "\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining()) + claims;
    }

    /**
     * @return the claims as a table, for files
     */
    public Table table() {
        return Table.create(
                title,
                strings("experiment", Row::experiment),
                strings("claim", Row::claim),
                strings("verdict", Row::label),
                strings("why", Row::why));
    }

    private StringColumn strings(String name, Function<Row, String> part) {
        return StringColumn.create(name, rows.stream().map(part));
    }

    private long count(Predicate<Row> which) {
        return rows.stream().filter(which).count();
    }

    /** Whether the rows are of several experiments, so that each says which. */
    private boolean names(Row row) {
        return rows.stream().anyMatch(each -> !each.experiment().equals(row.experiment()));
    }

    private String htmlRow(Row row) {
        String label = "<span style=\"white-space:nowrap;color:inherit;background:rgba(" + row.look().colour
                + ",.18);border:3px " + row.look().line + " rgb(" + row.look().colour
                + ");border-radius:.5em;padding:.05em .5em\">" + row.look().sign + " " + Html.escape(words(row))
                + "</span>";
        String id = names(row) ? cell("white-space:nowrap;font-weight:600", Html.escape(row.experiment())) : "";
        return "<tr>" + id + cell("min-width:16em", Html.escape(row.claim())) + cell("", label)
                + cell("min-width:18em", Html.escape(row.why())) + "</tr>";
    }

    private static String cell(String style, String content) {
        return "<td style=\"" + CELL + style + "\">" + content + "</td>";
    }

    private static String words(Row row) {
        return row.verdict().map(Finding.Verdict::title).orElse("no verdict");
    }
}

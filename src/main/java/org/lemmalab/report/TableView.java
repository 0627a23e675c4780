package org.lemmalab.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table for people: numbers aligned to the right and rounded, whole numbers grouped by thousands, nothing printed as a
 * raw float.
 *
 * @param table the table; its name is the caption
 * @param groups titles over neighbouring columns, from the left; none where the columns speak for themselves
 */
public record TableView(Table table, List<Group> groups) {
    private static final int FOLD_ABOVE = 25;
    private static final int DECIMALS = 3;
    private static final int LONGEST_UNWRAPPED = 40;
    private static final String EDGE = "border-left:2px solid rgba(128,128,128,.6);";
    private static final String CELL = "padding:.25em .75em;border-bottom:1px solid rgba(128,128,128,.3);";

    /** Checks that there is something to show, and that the groups cover it. */
    public TableView {
        if (table == null || table.columnCount() == 0) {
            throw new LabException("table: expected at least one column, found none");
        }
        groups = List.copyOf(groups);
        int covered = groups.stream().mapToInt(Group::columns).sum();
        if (!groups.isEmpty() && covered != table.columnCount()) {
            throw new LabException("table '" + table.name() + "': expected groups of " + table.columnCount()
                    + " columns in all, found " + covered);
        }
    }

    /**
     * Neighbouring columns with something in common.
     *
     * @param title what it is; empty for none
     * @param columns how many
     */
    public record Group(String title, int columns) {}

    /**
     * @param table a table whose columns stand alone
     */
    public TableView(Table table) {
        this(table, List.of());
    }

    /**
     * @return an HTML table with its caption; one of more than 25 rows is folded
     */
    public String html() {
        String head = IntStream.range(0, table.columnCount())
                .mapToObj(i -> "<th style=\"" + CELL + edge(i) + align(table.column(i)) + "\">"
                        + Html.escape(table.column(i).name()) + "</th>")
                .collect(Collectors.joining());
        String body =
                IntStream.range(0, table.rowCount()).mapToObj(this::htmlRow).collect(Collectors.joining("\n"));
        String html = "<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">"
                + "<caption style=\"text-align:left;font-weight:600;padding:.25em 0\">" + Html.escape(table.name())
                + "</caption>\n<thead>" + groupRow() + "<tr>" + head + "</tr></thead>\n<tbody>\n" + body
                + "\n</tbody></table>";
        return table.rowCount() <= FOLD_ABOVE
                ? html
                : "<details><summary>" + Html.escape(table.name()) + " (" + table.rowCount() + " rows)</summary>" + html
                        + "</details>";
    }

    /**
     * @return aligned columns for a terminal, the caption above
     */
    public String text() {
        List<List<String>> columns = table.columns().stream()
                .map(column -> IntStream.range(-1, table.rowCount())
                        .mapToObj(row -> row < 0 ? column.name() : cell(column, row))
                        .toList())
                .toList();
        List<Integer> widths = columns.stream()
                .map(cells -> cells.stream().mapToInt(String::length).max().orElse(0))
                .toList();
        String lines = IntStream.rangeClosed(0, table.rowCount())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> padded(columns.get(i).get(row), widths.get(i), isNumber(table.column(i))))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
        return table.name() + "\n" + lines + "\n";
    }

    /**
     * @return a Markdown table
     */
    public String markdown() {
        String head = row(table.columnNames());
        String rule = row(table.columns().stream()
                .map(column -> isNumber(column) ? "---:" : ":---")
                .toList());
        String body = IntStream.range(0, table.rowCount())
                .mapToObj(r -> row(table.columns().stream()
                        .map(column -> cell(column, r).replace("|", "\\|"))
                        .toList()))
                .collect(Collectors.joining());
        return "**" + table.name() + "**\n\n" + head + rule + body;
    }

    private String htmlRow(int row) {
        return "<tr>"
                + IntStream.range(0, table.columnCount())
                        .mapToObj(i -> htmlCell(i, cell(table.column(i), row)))
                        .collect(Collectors.joining())
                + "</tr>";
    }

    private String groupRow() {
        if (groups.isEmpty()) {
            return "";
        }
        StringBuilder row = new StringBuilder("<tr>");
        int column = 0;
        for (Group group : groups) {
            row.append("<th colspan=\"" + group.columns() + "\" style=\"" + CELL + edge(column) + "text-align:left\">"
                    + Html.escape(group.title()) + "</th>");
            column += group.columns();
        }
        return row.append("</tr>").toString();
    }

    /** A line before the first column of a group, but not before the first of all. */
    private String edge(int column) {
        int start = 0;
        for (Group group : groups) {
            if (start == column && start > 0) {
                return EDGE;
            }
            start += group.columns();
        }
        return "";
    }

    /** A short text stays on one line; a long one may wrap. */
    private String htmlCell(int column, String text) {
        String wrap = text.length() <= LONGEST_UNWRAPPED ? "white-space:nowrap;" : "min-width:14em;";
        return "<td style=\"" + CELL + edge(column) + wrap + align(table.column(column)) + "\">" + Html.escape(text)
                + "</td>";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "–";
        }
        if (!(column instanceof NumericColumn<?> numbers)) {
            return column.getString(row);
        }
        double value = numbers.getDouble(row);
        return value == Math.rint(value) && isWhole(column)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,." + DECIMALS + "f", value);
    }

    private static boolean isWhole(Column<?> column) {
        return !column.type().name().equals("DOUBLE") && !column.type().name().equals("FLOAT");
    }

    private static boolean isNumber(Column<?> column) {
        return column instanceof NumericColumn<?>;
    }

    private static String align(Column<?> column) {
        return isNumber(column) ? "text-align:right" : "text-align:left";
    }

    private static String padded(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }
}

package org.lemmalab.notebook;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.IChart;
import org.lemmalab.report.Figure;
import org.lemmalab.report.LearntTokensView;
import org.lemmalab.report.TableView;
import org.lemmalab.report.TokenStrip;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.report.study.FindingsView;
import tech.tablesaw.api.Table;

/**
 * Something to look at in its forms; a page picks the richest that it can show.
 *
 * @param rich content by MIME type, text or Base64
 * @param plain its text
 */
public record Shown(Map<String, String> rich, String plain) {
    /** Copies the map. */
    public Shown {
        rich = Map.copyOf(rich);
    }

    /**
     * @param html a fragment of a page
     * @param plain the same in text
     * @return both
     */
    public static Shown html(String html, String plain) {
        return new Shown(Map.of("text/html", html), plain);
    }

    /**
     * @param text any text
     * @return it as it is
     */
    public static Shown text(String text) {
        return new Shown(Map.of(), text);
    }

    /**
     * @param table any table
     * @return it as HTML, numbers aligned
     */
    public static Shown table(Table table) {
        return table(new TableView(table));
    }

    /**
     * @param view a table with its groups of columns
     * @return it as HTML, numbers aligned
     */
    public static Shown table(TableView view) {
        return html(view.html(), view.text());
    }

    /**
     * @param findings claims with their verdicts
     * @return them with labels for the verdicts
     */
    public static Shown findings(FindingsView findings) {
        return html(findings.html(), findings.text());
    }

    /**
     * @param figure any figure
     * @return it as SVG, with a PNG for pages that show none
     */
    public static Shown figure(Figure figure) {
        return chart(figure.chart(), "[figure " + figure.name() + ": " + figure.caption() + "]");
    }

    /** A page holds the drawing inside: without the line that makes it a document of its own, which some pages refuse. */
    static Shown chart(IChart chart, String plain) {
        String svg = Figure.svg(chart).replaceFirst("^\\s*<\\?xml[^>]*\\?>\\s*", "");
        String png = Base64.getEncoder().encodeToString(Figure.png(chart));
        return new Shown(Map.of("image/svg+xml", svg, "image/png", png), plain);
    }

    /**
     * What is shown of a cell's last value.
     *
     * @param value any value
     * @return its forms; empty where its text says all that there is
     */
    public static Optional<Shown> of(Object value) {
        return LastValue.shown(value);
    }

    /**
     * The same for the kernel, which knows none of the toolkit's types.
     *
     * @param value any value
     * @return its forms by MIME type; empty where its text says all that there is
     */
    public static Map<String, String> forms(Object value) {
        return of(value).map(Shown::contents).orElse(Map.of());
    }

    /**
     * @param trajectory a solution
     * @return it with its steps highlighted
     */
    public static Shown trajectory(TrajectoryView trajectory) {
        return html(trajectory.html(), trajectory.text());
    }

    /**
     * @param trajectories solutions to compare
     * @return them side by side where the page is wide enough, else one below the other
     */
    public static Shown trajectories(List<TrajectoryView> trajectories) {
        String html = trajectories.stream()
                .map(each -> "<div style=\"flex:1 1 24em\">" + each.html() + "</div>")
                .collect(Collectors.joining("\n", "<div style=\"display:flex;flex-wrap:wrap;gap:0 .8em\">", "</div>"));
        return html(html, trajectories.stream().map(TrajectoryView::text).collect(Collectors.joining("\n")));
    }

    /**
     * @param strip a text token by token
     * @return it shaded by probability
     */
    public static Shown strip(TokenStrip strip) {
        return html(strip.html(), strip.text());
    }

    /**
     * @param tokens an example's
     * @return them with those that are learnt marked
     */
    public static Shown learnt(LearntTokensView tokens) {
        return html(tokens.html(), tokens.text());
    }

    /** All forms by MIME type. */
    Map<String, String> contents() {
        Map<String, String> all = new LinkedHashMap<>(rich);
        all.put("text/plain", plain);
        return all;
    }
}

package org.lemmalab.notebook;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.report.Figure;
import org.lemmalab.report.TableView;
import org.lemmalab.report.TokenStrip;
import org.lemmalab.report.TrajectoryView;
import tech.tablesaw.api.Table;

/**
 * Shows things in a notebook, the same in every Java kernel of the IJava family; outside a notebook it prints their plain form.
 *
 * <pre>{@code Show.table(table); Show.figure(figure); Show.trajectory(view);}</pre>
 */
public final class Show {
    private Show() {}

    /**
     * @param table shown as HTML, numbers aligned
     */
    public static void table(Table table) {
        TableView view = new TableView(table);
        contents(Map.of("text/html", view.html()), view.text());
    }

    /**
     * @param figure shown as SVG, with a PNG for pages that show none
     */
    public static void figure(Figure figure) {
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("image/svg+xml", figure.svg());
        contents.put("image/png", Base64.getEncoder().encodeToString(figure.png()));
        contents(contents, "[figure " + figure.name() + ": " + figure.caption() + "]");
    }

    /**
     * @param trajectory shown with its steps highlighted
     */
    public static void trajectory(TrajectoryView trajectory) {
        contents(Map.of("text/html", trajectory.html()), trajectory.text());
    }

    /**
     * @param strip shown token by token, shaded by probability
     */
    public static void strip(TokenStrip strip) {
        contents(Map.of("text/html", strip.html()), strip.text());
    }

    /**
     * @param text shown as it is
     */
    public static void text(String text) {
        contents(Map.of(), text);
    }

    private static void contents(Map<String, String> rich, String plain) {
        Optional<KernelDisplay> display = KernelDisplay.ofRunningKernel();
        if (display.isEmpty()) {
            System.out.println(plain);
            return;
        }
        Map<String, String> all = new LinkedHashMap<>(rich);
        all.put("text/plain", plain);
        display.get().show(all);
    }
}

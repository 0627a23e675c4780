package org.lemmalab.notebook;

import java.util.Optional;
import org.lemmalab.report.Figure;
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
        show(Shown.table(table));
    }

    /**
     * @param figure shown as SVG, with a PNG for pages that show none
     */
    public static void figure(Figure figure) {
        show(Shown.figure(figure));
    }

    /**
     * @param trajectory shown with its steps highlighted
     */
    public static void trajectory(TrajectoryView trajectory) {
        show(Shown.trajectory(trajectory));
    }

    /**
     * @param text shown as it is
     */
    public static void text(String text) {
        show(Shown.text(text));
    }

    private static void show(Shown shown) {
        Optional<KernelDisplay> display = KernelDisplay.ofRunningKernel();
        if (display.isEmpty()) {
            System.out.println(shown.plain());
        } else {
            display.get().show(KernelDisplay.newId(), shown);
        }
    }
}

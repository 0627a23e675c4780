package org.lemmalab.notebook;

import java.util.List;
import java.util.Optional;
import org.lemmalab.io.Provenance;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.pipeline.TaskProgress;
import org.lemmalab.report.Figure;
import org.lemmalab.report.LearntTokensView;
import org.lemmalab.report.TableView;
import org.lemmalab.report.TokenStrip;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.report.study.FindingsView;
import org.lemmalab.report.study.StudySection;
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
     * @param view a table with its groups of columns
     */
    public static void table(TableView view) {
        show(Shown.table(view));
    }

    /**
     * @param findings claims with their verdicts
     */
    public static void findings(FindingsView findings) {
        show(Shown.findings(findings));
    }

    /**
     * An experiment from claim to cases: what was found, the tables beside the paper's numbers, figures, comparisons and trajectories.
     *
     * @param section the experiment; where nothing was recorded, what the paper prints and how to run it
     */
    public static void experiment(StudySection section) {
        findings(section.findings());
        section.tables().forEach(Show::table);
        section.figures().forEach(Show::figure);
        section.differences().forEach(Show::table);
        section.further().forEach(Show::table);
        section.cases().forEach(Show::trajectory);
        section.printed().ifPresent(Show::table);
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
     * @param trajectories shown side by side, to compare them
     */
    public static void trajectories(List<TrajectoryView> trajectories) {
        show(Shown.trajectories(trajectories));
    }

    /**
     * @param strip shown token by token, shaded by probability
     */
    public static void strip(TokenStrip strip) {
        show(Shown.strip(strip));
    }

    /**
     * @param text shown as it is
     */
    public static void text(String text) {
        show(Shown.text(text));
    }

    /**
     * @param tokens an example's, shown with those that are learnt marked
     */
    public static void learnt(LearntTokensView tokens) {
        show(Shown.learnt(tokens));
    }

    /**
     * What the results above were made from: versions, seed, settings, data, class of machine, duration. The last cell of a notebook.
     *
     * @param provenance of the results
     */
    public static void provenance(Provenance provenance) {
        show(Shown.table(ProvenanceTable.of(provenance)));
    }

    /**
     * A training run, live under the cell.
     *
     * @param title of the run
     * @return to be told of its steps, and closed at the end
     */
    public static LiveTraining training(String title) {
        return new LiveTraining(title, LiveDisplay.open());
    }

    /**
     * Progress of a pipeline run, live under the cell.
     *
     * <pre>{@code run.run(Show.progress());}</pre>
     *
     * @return to be told of it
     */
    public static ProgressListener progress() {
        return new LiveProgress(LiveDisplay::open);
    }

    /**
     * Progress of any other long work, live under the cell.
     *
     * <pre>{@code
     * try (TaskProgress progress = Show.progress("grading", texts.size())) {
     *     texts.forEach(text -> { grade(text); progress.step(); });
     * }
     * }</pre>
     *
     * @param task what is done, in a word or two
     * @param total how much there is to do
     * @return to be told of it, and closed at the end
     */
    public static TaskProgress progress(String task, long total) {
        return TaskProgress.of(task, total, progress());
    }

    /**
     * Progress of a model's completions, live under the cell.
     *
     * <pre>{@code model.complete(requests, Show.completions("student"));}</pre>
     *
     * @param task what is done, in a word or two
     * @return to be told of it; for one call
     */
    public static org.lemmalab.llm.ProgressListener completions(String task) {
        return new CompletionProgress(task, progress());
    }

    static void show(Shown shown) {
        Optional<KernelDisplay> display = KernelDisplay.ofRunningKernel();
        if (display.isEmpty()) {
            System.out.println(shown.plain());
        } else {
            display.get().show(KernelDisplay.newId(), shown);
        }
    }
}

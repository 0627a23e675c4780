package org.lemmalab.notebook.course;

import java.util.List;
import java.util.Optional;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.reflection.Revision;
import org.lemmalab.report.TrajectoryView;

/** Revisions to look at. */
final class CourseViews {
    private CourseViews() {}

    /** A revision with its parts marked, without a word on how it was made. */
    static TrajectoryView of(String title, String question, Revision revision) {
        List<TrajectoryView.Part> parts = revision.parts().stream()
                .map(part -> new TrajectoryView.Part(
                        TrajectoryView.Role.valueOf(part.role().name()),
                        EquationReader.withoutAnnotations(part.text())))
                .toList();
        return new TrajectoryView(title, question, List.of(), parts, Optional.empty());
    }
}

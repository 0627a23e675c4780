package org.lemmalab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.report.TrajectoryView.Part;
import org.lemmalab.report.TrajectoryView.Role;
import org.lemmalab.solution.AnswerExtractor;

/** Trajectory views of triplets and of what models write. */
public final class TripletViews {
    private TripletViews() {}

    /**
     * @param triplet a triplet
     * @return its revised text, with error type, source, strategy and style as badges
     */
    public static TrajectoryView of(Triplet triplet) {
        List<Part> parts = triplet.revision().parts().stream()
                .map(part -> new Part(role(part.role()), part.text()))
                .toList();
        List<String> badges = List.of(
                triplet.attempt().type().title(),
                "error: " + triplet.attempt().source().label(),
                words(triplet.correction().strategy().label()),
                words(triplet.reflection().style().label()));
        String note = triplet.correction().note();
        return new TrajectoryView(
                triplet.id(),
                triplet.problem().question(),
                badges,
                parts,
                note.isBlank() ? Optional.empty() : Optional.of(note));
    }

    /**
     * What a model wrote, with its reflections marked. Lines before the first reflection stand as they are; those behind one count as
     * its correction.
     *
     * @param title for example the model's name
     * @param question the question
     * @param output what the model wrote
     * @return the view; the number of reflections is a badge
     */
    public static TrajectoryView ofOutput(String title, String question, String output) {
        List<Part> parts = new ArrayList<>();
        Role step = Role.STEP;
        for (ReflectionFinder.Line line : ReflectionFinder.lines(output)) {
            boolean answers =
                    AnswerExtractor.strict().extract(line.text()).answer().isPresent();
            parts.add(new Part(line.reflects() ? Role.REFLECTION : answers ? Role.ANSWER : step, line.text()));
            step = line.reflects() ? Role.CORRECTION : step;
        }
        String badge = reflections(ReflectionFinder.count(output));
        return new TrajectoryView(title, question, List.of(badge), parts, Optional.empty());
    }

    /** A badge. */
    static String reflections(long count) {
        return count == 1 ? "1 reflection" : count + " reflections";
    }

    private static Role role(Revision.Role role) {
        return switch (role) {
            case GOOD -> Role.GOOD;
            case WRONG -> Role.WRONG;
            case AFTER_ERROR -> Role.AFTER_ERROR;
            case REFLECTION -> Role.REFLECTION;
            case CORRECTION -> Role.CORRECTION;
            case ANSWER -> Role.ANSWER;
        };
    }

    private static String words(String label) {
        return label.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}

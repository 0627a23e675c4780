package org.lemmalab.notebook;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.report.Html;

/**
 * Checks answers in a course's notebook: a right one passes, a wrong one gets a hint, and progress is counted by unit as long as the kernel
 * runs.
 *
 * <pre>{@code
 * var unit = new ErrorsUnit();
 * Check.that(unit.firstWrongSteps(), List.of(1, 2, 1, 4));
 * Check.summary(unit);
 * }</pre>
 */
public final class Check {
    private static final Map<String, SortedSet<Integer>> PASSED = new ConcurrentHashMap<>();
    private static final String RIGHT = "#009E73";
    private static final String OPEN = "#E69F00";

    private Check() {}

    /**
     * Shows whether an answer is right, with a hint where it is not. It never throws for a wrong answer.
     *
     * @param <T> what an answer is
     * @param exercise the exercise
     * @param answer your answer
     */
    public static <T> void that(Exercise<T> exercise, T answer) {
        Show.show(outcome(exercise, answer));
    }

    /**
     * Shows which exercises of a unit are still open.
     *
     * @param unit the unit
     */
    public static void summary(CourseUnit unit) {
        String open = open(unit);
        String text = unit.title() + ": " + progress(unit) + " done"
                + (open.isEmpty() ? ". That was all of it." : ", still open: " + open + ".");
        Show.show(box(open.isEmpty() ? RIGHT : OPEN, "<b>" + Html.escape(text) + "</b> " + dots(unit), text));
    }

    /**
     * Shows the same and insists: for notebooks of solutions, whose run must fail where one does not hold.
     *
     * @param unit the unit
     * @throws LabException if an exercise is open
     */
    public static void requireAll(CourseUnit unit) {
        summary(unit);
        if (!open(unit).isEmpty()) {
            throw new LabException(unit.title() + ": expected all exercises solved, found " + progress(unit)
                    + ", still open: " + open(unit));
        }
    }

    /**
     * @param unit a unit whose progress is forgotten
     */
    public static void restart(CourseUnit unit) {
        PASSED.remove(unit.title());
    }

    /** Judges and counts. */
    static <T> Shown outcome(Exercise<T> exercise, T answer) {
        Optional<String> hint = exercise.hint(answer);
        SortedSet<Integer> passed = passed(exercise.unit());
        if (hint.isEmpty()) {
            passed.add(exercise.number());
        } else {
            passed.remove(exercise.number());
        }
        String name = "Exercise " + exercise.number() + ", " + exercise.title() + ": ";
        String head = hint.isEmpty() ? "✓ " + name + "right." : "↺ " + name + "not yet.";
        String body = hint.map(text -> " " + text).orElse("");
        String html = "<b>" + Html.escape(head) + "</b>" + Html.escape(body).replace("\n", "<br>")
                + "<div style=\"font-size:85%;opacity:.85\">" + progress(exercise.unit()) + " "
                + dots(exercise.unit()) + "</div>";
        return box(hint.isEmpty() ? RIGHT : OPEN, html, head + body + " [" + progress(exercise.unit()) + "]");
    }

    /** For example {@code 3 of 6}. */
    static String progress(CourseUnit unit) {
        return passed(unit).size() + " of " + unit.exercises();
    }

    private static String open(CourseUnit unit) {
        return IntStream.rangeClosed(1, unit.exercises())
                .filter(number -> !passed(unit).contains(number))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private static SortedSet<Integer> passed(CourseUnit unit) {
        return PASSED.computeIfAbsent(unit.title(), title -> new TreeSet<>());
    }

    private static String dots(CourseUnit unit) {
        return IntStream.rangeClosed(1, unit.exercises())
                .mapToObj(number -> passed(unit).contains(number) ? "●" : "○")
                .collect(Collectors.joining(" "));
    }

    private static Shown box(String colour, String html, String text) {
        return Shown.html(
                "<div style=\"max-width:52em;margin:.4em 0;padding:.4em .9em;border:1px solid rgba(128,128,128,.35);"
                        + "border-left:5px solid " + colour + ";border-radius:.4em\">" + html + "</div>",
                text);
    }
}

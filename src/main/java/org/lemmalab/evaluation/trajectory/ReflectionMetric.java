package org.lemmalab.evaluation.trajectory;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory.Stop;

/**
 * What is counted over trajectories. Each metric is a ratio of two sums over problems: what a trajectory adds to the numerator, and what
 * to the denominator.
 */
public enum ReflectionMetric {
    /** Share of problems whose solution reflects at least once. */
    REFLECTING(
            "problems with a reflection",
            true,
            trajectory -> one(!trajectory.stops().isEmpty())),
    /** Reflections a problem. */
    REFLECTIONS(
            "reflections a problem",
            false,
            trajectory -> new Part(trajectory.stops().size(), 1)),
    /** Share of reflections that stand directly behind a wrong step (or wrong answer); only where that line is decided. */
    PRECISION(
            "reflection precision",
            true,
            trajectory -> among(
                    trajectory,
                    stop -> stop.isPlaced().isPresent(),
                    stop -> stop.isPlaced().orElseThrow())),
    /** Share of first wrong steps with a reflection directly behind them. */
    RECALL_AT_ONCE("recall, at once", true, trajectory -> firstError(trajectory, true)),
    /** Share of first wrong steps with a reflection anywhere behind them. */
    RECALL("recall, at once or later", true, trajectory -> firstError(trajectory, false)),
    /** Share of rightly placed reflections whose next line is right; only where that line is decided. */
    NEXT_STEP_RIGHT(
            "correction: next step right",
            true,
            trajectory -> among(
                    trajectory,
                    stop -> isPlaced(stop) && stop.isFollowedByRight().isPresent(),
                    stop -> stop.isFollowedByRight().orElseThrow())),
    /** Of the problems with a rightly placed reflection, the share with a right final answer. */
    ANSWER_RIGHT(
            "correction: answer right",
            true,
            trajectory -> one(trajectory.stops().stream().anyMatch(ReflectionMetric::isPlaced), trajectory.isRight())),
    /** Of the problems with a wrong step and no reflection behind the first one, the share with a right answer all the same. */
    ANSWER_RIGHT_WITHOUT(
            "answer right without reflecting",
            true,
            trajectory -> one(
                    trajectory.firstWrongStep().isPresent()
                            && !trajectory.reflectsAfter(
                                    trajectory.firstWrongStep().getAsInt()),
                    trajectory.isRight())),
    /**
     * Of the reflections that take back a right step while no error stands, the share after which the next line or the final answer is
     * wrong.
     */
    HARM(
            "harm: wrong after a right step was taken back",
            true,
            trajectory -> among(trajectory, Stop::isFalseAlarm, stop -> harms(trajectory, stop))),
    /** Share of problems with such harm. */
    HARMED(
            "problems harmed",
            true,
            trajectory ->
                    one(trajectory.stops().stream().anyMatch(stop -> stop.isFalseAlarm() && harms(trajectory, stop)))),
    /** Tokens a problem in reflections and in the lines directly before them. */
    TOKENS("tokens in reflected text a problem", false, trajectory -> new Part(reflected(trajectory), 1)),
    /** Those tokens as a share of all. */
    TOKEN_SHARE(
            "tokens in reflected text, share",
            true,
            trajectory -> new Part(reflected(trajectory), trajectory.tokens())),
    /** Share of decided steps that are right. */
    STEP_ACCURACY(
            "step accuracy",
            true,
            trajectory -> new Part(
                    trajectory.steps().filter(JudgedLine::isRight).count(),
                    trajectory.steps().filter(step -> step.right().isPresent()).count())),
    /** Share of problems without any step that is known to be wrong. */
    ERROR_FREE(
            "problems without a wrong step",
            true,
            trajectory -> one(trajectory.firstWrongStep().isEmpty()));

    private final String title;
    private final boolean share;
    private final Function<JudgedTrajectory, Part> part;

    ReflectionMetric(String title, boolean share, Function<JudgedTrajectory, Part> part) {
        this.title = title;
        this.share = share;
        this.part = part;
    }

    /**
     * What one trajectory adds.
     *
     * @param numerator to what is counted
     * @param denominator to of how many
     */
    public record Part(double numerator, double denominator) {}

    /**
     * @param trajectory a trajectory
     * @return what it adds to this metric
     */
    public Part of(JudgedTrajectory trajectory) {
        return part.apply(trajectory);
    }

    /**
     * @return the name for people
     */
    public String title() {
        return title;
    }

    /**
     * @return the name in files: {@code recall_at_once}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return whether it lies from 0 to 1; the others are means
     */
    public boolean isShare() {
        return share;
    }

    private static Part one(boolean counts) {
        return one(true, counts);
    }

    private static Part one(boolean belongs, boolean counts) {
        return new Part(belongs && counts ? 1 : 0, belongs ? 1 : 0);
    }

    private static Part among(JudgedTrajectory trajectory, Predicate<Stop> belongs, Predicate<Stop> counts) {
        List<Stop> stops = trajectory.stops().stream().filter(belongs).toList();
        return new Part(stops.stream().filter(counts).count(), stops.size());
    }

    private static Part firstError(JudgedTrajectory trajectory, boolean atOnce) {
        if (trajectory.firstWrongStep().isEmpty()) {
            return new Part(0, 0);
        }
        int place = trajectory.firstWrongStep().getAsInt();
        return one(atOnce ? trajectory.isReflection(place + 1) : trajectory.reflectsAfter(place));
    }

    private static boolean isPlaced(Stop stop) {
        return stop.isPlaced().orElse(false);
    }

    private static boolean harms(JudgedTrajectory trajectory, Stop stop) {
        return !trajectory.isRight() || stop.next().filter(JudgedLine::isWrong).isPresent();
    }

    private static int reflected(JudgedTrajectory trajectory) {
        return trajectory.stops().stream().mapToInt(Stop::tokens).sum();
    }
}

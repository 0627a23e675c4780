package org.lemmalab.evaluation.trajectory;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory.Stop;
import org.lemmalab.io.Extensions;
import org.lemmalab.io.LabException;

/**
 * What is counted over trajectories. Each metric is a ratio of two sums over problems: what a trajectory adds to the numerator, and what
 * to the denominator. Others add metrics of their own by a {@link Provider} that they name in {@code
 * META-INF/services/org.lemmalab.evaluation.trajectory.ReflectionMetric$Provider}.
 *
 * @param label the name in files: {@code recall_at_once}
 * @param title the name for people
 * @param isShare whether it lies from 0 to 1; the others are means
 * @param part what a trajectory adds
 */
public record ReflectionMetric(String label, String title, boolean isShare, Function<JudgedTrajectory, Part> part) {
    /** Share of problems whose solution reflects at least once. */
    public static final ReflectionMetric REFLECTING = new ReflectionMetric(
            "reflecting",
            "problems with a reflection",
            true,
            trajectory -> one(!trajectory.stops().isEmpty()));
    /** Reflections a problem. */
    public static final ReflectionMetric REFLECTIONS = new ReflectionMetric(
            "reflections",
            "reflections a problem",
            false,
            trajectory -> new Part(trajectory.stops().size(), 1));
    /** Share of reflections that stand directly after a wrong step (or wrong answer); only where that line is decided. */
    public static final ReflectionMetric PRECISION = new ReflectionMetric(
            "precision",
            "reflection precision",
            true,
            trajectory -> among(
                    trajectory,
                    stop -> stop.isPlaced().isPresent(),
                    stop -> stop.isPlaced().orElseThrow()));
    /** Share of first wrong steps with a reflection directly after them. */
    public static final ReflectionMetric RECALL_AT_ONCE =
            new ReflectionMetric("recall_at_once", "recall, at once", true, trajectory -> firstError(trajectory, true));
    /** Share of first wrong steps with a reflection anywhere after them. */
    public static final ReflectionMetric RECALL = new ReflectionMetric(
            "recall", "recall, at once or later", true, trajectory -> firstError(trajectory, false));
    /** Share of rightly placed reflections whose next line is right; only where that line is decided. */
    public static final ReflectionMetric NEXT_STEP_RIGHT = new ReflectionMetric(
            "next_step_right",
            "correction: next step right",
            true,
            trajectory -> among(
                    trajectory,
                    stop -> isPlaced(stop) && stop.isFollowedByRight().isPresent(),
                    stop -> stop.isFollowedByRight().orElseThrow()));
    /** Of the problems with a rightly placed reflection, the share with a right final answer. */
    public static final ReflectionMetric ANSWER_RIGHT = new ReflectionMetric(
            "answer_right",
            "correction: answer right",
            true,
            trajectory -> one(trajectory.stops().stream().anyMatch(ReflectionMetric::isPlaced), trajectory.isRight()));
    /** Of the problems with a wrong step and no reflection after the first one, the share with a right answer all the same. */
    public static final ReflectionMetric ANSWER_RIGHT_WITHOUT = new ReflectionMetric(
            "answer_right_without",
            "answer right without reflecting",
            true,
            trajectory -> one(
                    trajectory.firstWrongStep().isPresent()
                            && !trajectory.reflectsAfter(
                                    trajectory.firstWrongStep().getAsInt()),
                    trajectory.isRight()));
    /**
     * Of the reflections that take back a right step while no error stands, the share after which the next line or the final answer is
     * wrong.
     */
    public static final ReflectionMetric HARM = new ReflectionMetric(
            "harm",
            "harm: wrong after a right step was taken back",
            true,
            trajectory -> among(trajectory, Stop::isFalseAlarm, stop -> harms(trajectory, stop)));
    /** Share of problems with such harm. */
    public static final ReflectionMetric HARMED = new ReflectionMetric(
            "harmed",
            "problems harmed",
            true,
            trajectory ->
                    one(trajectory.stops().stream().anyMatch(stop -> stop.isFalseAlarm() && harms(trajectory, stop))));
    /** Tokens a problem in reflections and in the lines directly before them. */
    public static final ReflectionMetric TOKENS = new ReflectionMetric(
            "tokens", "tokens in reflected text a problem", false, trajectory -> new Part(reflected(trajectory), 1));
    /** Those tokens as a share of all. */
    public static final ReflectionMetric TOKEN_SHARE = new ReflectionMetric(
            "token_share",
            "tokens in reflected text, share",
            true,
            trajectory -> new Part(reflected(trajectory), trajectory.tokens()));
    /** Share of decided steps that are right. */
    public static final ReflectionMetric STEP_ACCURACY = new ReflectionMetric(
            "step_accuracy",
            "step accuracy",
            true,
            trajectory -> new Part(
                    trajectory.steps().filter(JudgedLine::isRight).count(),
                    trajectory.steps().filter(step -> step.right().isPresent()).count()));
    /** Share of problems without any step that is known to be wrong. */
    public static final ReflectionMetric ERROR_FREE = new ReflectionMetric(
            "error_free",
            "problems without a wrong step",
            true,
            trajectory -> one(trajectory.firstWrongStep().isEmpty()));

    private static final List<ReflectionMetric> OWN = List.of(
            REFLECTING,
            REFLECTIONS,
            PRECISION,
            RECALL_AT_ONCE,
            RECALL,
            NEXT_STEP_RIGHT,
            ANSWER_RIGHT,
            ANSWER_RIGHT_WITHOUT,
            HARM,
            HARMED,
            TOKENS,
            TOKEN_SHARE,
            STEP_ACCURACY,
            ERROR_FREE);

    /**
     * What one trajectory adds.
     *
     * @param numerator to what is counted
     * @param denominator to of how many
     */
    public record Part(double numerator, double denominator) {}

    /** Further metrics. */
    public interface Provider {
        /**
         * @return the metrics, their labels not among the toolkit's own
         */
        List<ReflectionMetric> metrics();
    }

    /** Checks the fields. */
    public ReflectionMetric {
        if (!label.matches("[a-z0-9_]+") || title.isBlank()) {
            throw new LabException("metric: expected a label of small letters, digits and _ and a title, found '"
                    + label + "' and '" + title + "'");
        }
    }

    /**
     * @return the toolkit's own metrics, then those of others
     * @throws LabException if two have one label
     */
    public static List<ReflectionMetric> all() {
        List<ReflectionMetric> others = Extensions.of(Provider.class).stream()
                .flatMap(provider -> provider.metrics().stream())
                .toList();
        return Extensions.joined(OWN, others, ReflectionMetric::label);
    }

    /**
     * @param trajectory a trajectory
     * @return what it adds to this metric
     */
    public Part of(JudgedTrajectory trajectory) {
        return part.apply(trajectory);
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

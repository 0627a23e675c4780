package org.lemmalab.reflection.build;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.TypeDistribution;
import org.lemmalab.problem.Problem;

/**
 * Draws types from each question's own distribution, smoothed towards the student's overall one (paper Sec. 3.3). Where no type that can
 * be brought in has any probability, each is as likely.
 */
final class QuestionTypes implements TypeChoice {
    /** The overall distribution counts like this many errors of a question's own. */
    static final double STRENGTH = 2;

    private final TypeDistribution overall;
    private final Map<String, Map<ErrorType, Long>> counts;

    private QuestionTypes(TypeDistribution overall, Map<String, Map<ErrorType, Long>> counts) {
        this.overall = overall;
        this.counts = counts;
    }

    /** Counts the types of analysed attempts; uniform where none is wrong. */
    static TypeChoice read(Path analysed) {
        Map<ErrorType, Long> all = new EnumMap<>(ErrorType.class);
        Map<String, Map<ErrorType, Long>> counts = new HashMap<>();
        TripletRun.each(analysed, line -> {
            Task task = Task.parse(line);
            for (LabelledAttempt wrong : task.wrong()) {
                ErrorType type = ((Analysis.Wrong) wrong.analysis()).type();
                all.merge(type, 1L, Long::sum);
                counts.computeIfAbsent(task.problem().id(), id -> new EnumMap<>(ErrorType.class))
                        .merge(type, 1L, Long::sum);
            }
        });
        return all.isEmpty() ? TypeChoice.uniform() : new QuestionTypes(TypeDistribution.ofCounts(all), counts);
    }

    @Override
    public ErrorType draw(Problem problem, List<ErrorType> injectable, long seed) {
        return overall.smoothing(counts.getOrDefault(problem.id(), Map.of()), STRENGTH)
                .restrictedTo(Set.copyOf(injectable))
                .map(types -> types.draw(Seeds.random(seed, "type", problem.id())))
                .orElseGet(() -> TypeChoice.uniform().draw(problem, injectable, seed));
    }
}

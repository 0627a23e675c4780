package org.lemmalab.notebook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lemmalab.notebook.course.Hinted.right;
import static org.lemmalab.notebook.course.Hinted.wrong;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.notebook.course.ErrorsUnit.Labels;

class ErrorsUnitTest {
    private final ErrorsUnit unit = new ErrorsUnit();

    @Test
    void trajectoriesDoNotTellTheirErrors() {
        assertEquals(4, unit.trajectories().size());
        unit.trajectories().forEach(view -> {
            assertFalse(view.text().contains("✗"), view.text());
            assertEquals(List.of(), view.badges());
        });
    }

    @Test
    void firstWrongSteps() {
        right(unit.firstWrongSteps(), List.of(2, 2, 3, 3));
        wrong(unit.firstWrongSteps(), List.of(), "Expected 4 numbers");
        wrong(unit.firstWrongSteps(), List.of(0, 0, 0, 0), "from 1 to 4, found 0");
        wrong(
                unit.firstWrongSteps(),
                List.of(1, 2, 3, 3),
                "A: step 1 holds. All that it uses stands in the question or follows"
                        + " from it. Go on reading. (3 of 4 are right.)");
        wrong(unit.firstWrongSteps(), List.of(2, 2, 4, 3), "C: before step 4 something was wrong");
    }

    @Test
    void types() {
        List<ErrorType> sound = List.of(
                ErrorType.UNIT_CONVERSION,
                ErrorType.HALLUCINATION,
                ErrorType.CONTRADICTORY_STEP,
                ErrorType.CALCULATION);
        right(unit.types(), sound);
        wrong(unit.types(), List.of(), "found 0");
        wrong(
                unit.types(),
                List.of(sound.get(0), sound.get(1), ErrorType.CONTEXT_VALUE, sound.get(3)),
                "C: you say Context value, which means");
    }

    @Test
    void shares() {
        Function<List<KnownError>, Map<ErrorType, Long>> counts =
                errors -> errors.stream().collect(Collectors.groupingBy(KnownError::type, Collectors.counting()));
        right(unit.shares(), errors -> scaled(counts.apply(errors), 1.0 / errors.size()));
        wrong(unit.shares(), errors -> Map.of(), "holds no type");
        wrong(unit.shares(), errors -> scaled(counts.apply(errors), 1), "these are counts");
        wrong(unit.shares(), errors -> scaled(counts.apply(errors), 100.0 / errors.size()), "add up to 100.000");
        wrong(unit.shares(), errors -> scaled(counts.apply(errors), 1.0 / 194), "For 10 errors");
        wrong(unit.shares(), errors -> Map.of(ErrorType.CALCULATION, 1.0), "Count those by hand");
    }

    @Test
    void subTrajectories() {
        right(
                unit.subTrajectory(),
                error -> error.subject().attempt().solution().steps().subList(0, error.firstWrongStep()));
        wrong(
                unit.subTrajectory(),
                error -> error.subject().attempt().solution().steps(),
                "only build on the error");
        wrong(
                unit.subTrajectory(),
                error -> error.subject().attempt().solution().steps().subList(0, error.firstWrongStep() - 1),
                "the error itself is not in the text");
    }

    @Test
    void agreement() {
        List<Labels> labels = unit.labels();
        double same = labels.stream()
                .filter(label -> label.analyst().equals(Optional.of(label.person())))
                .count();
        long decided =
                labels.stream().filter(label -> label.analyst().isPresent()).count();
        assertFalse(decided == labels.size(), "the hint about undecided ones needs some");
        right(unit.agreement(), same / labels.size());
        wrong(unit.agreement(), same / decided, "saying nothing");
        wrong(unit.agreement(), 1 - same / labels.size(), "differ");
        wrong(unit.agreement(), same, "between 0 and 1");
        wrong(unit.agreement(), 0.0, "how many do both name");
    }

    @Test
    void kappa() {
        right(unit.kappa(), table -> (observed(table) - expected(table)) / (1 - expected(table)));
        wrong(unit.kappa(), ErrorsUnitTest::observed, "the raw agreement");
        wrong(unit.kappa(), ErrorsUnitTest::expected, "by chance");
        wrong(unit.kappa(), table -> observed(table) - expected(table), "at most");
        wrong(unit.kappa(), table -> 0, "row sums");
    }

    static double observed(long[][] table) {
        return (table[0][0] + table[1][1]) / total(table);
    }

    static double expected(long[][] table) {
        double first = (table[0][0] + table[0][1]) * (double) (table[0][0] + table[1][0]);
        double second = (table[1][0] + table[1][1]) * (double) (table[0][1] + table[1][1]);
        return (first + second) / (total(table) * total(table));
    }

    private static double total(long[][] table) {
        return table[0][0] + table[0][1] + table[1][0] + table[1][1];
    }

    private static Map<ErrorType, Double> scaled(Map<ErrorType, Long> counts, double factor) {
        Map<ErrorType, Double> shares = new EnumMap<>(ErrorType.class);
        counts.forEach((type, count) -> shares.put(type, count * factor));
        return shares;
    }
}

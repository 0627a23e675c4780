package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.MistakeAugmentation.Sources;
import org.lemmalab.mistake.MistakeAugmentation.TypeChoice;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.Samples;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

class MistakeAugmentationTest {
    private static final int DRAWS = 10_000;

    /** A draw as uneven as this by chance alone would be rarer than one in a thousand; the seeds are fixed. */
    private static final double LEAST_P = 0.001;

    private static final List<Problem> PROBLEMS = List.copyOf(
            ProblemSet.read(Samples.problems(), RejectedLines.refusing()).byId().values());

    private static LabelledAttempt wrong(String problemId, ErrorType type) {
        Solution solution = new Solution(StepSplitter.numbered(List.of("It is 5.")), Optional.of("5"));
        return new LabelledAttempt(
                new Attempt("a", problemId, "student", solution, Optional.empty()),
                "4",
                new Analysis.Wrong(1, type, "It is not."));
    }

    /** Errors of every type, and two problems with a habit of their own. */
    private static TypeCounts counts() {
        TypeCounts counts = new TypeCounts();
        for (ErrorType type : ErrorType.values()) {
            for (int i = 0; i <= type.ordinal() * 3; i++) {
                counts.add(wrong(PROBLEMS.get(2 + i % 20).id(), type), OptionalDouble.of(0.7));
            }
        }
        for (int i = 0; i < 30; i++) {
            counts.add(wrong(PROBLEMS.get(0).id(), ErrorType.CALCULATION), OptionalDouble.of(1.1));
            counts.add(wrong(PROBLEMS.get(1).id(), ErrorType.CONTEXT_VALUE), OptionalDouble.empty());
        }
        return counts;
    }

    @Test
    void theOrderOfTheWeightsChangesNoBit() {
        Map<ErrorType, Double> forth = new LinkedHashMap<>();
        forth.put(ErrorType.CALCULATION, 0.6);
        forth.put(ErrorType.COUNTING, 0.3);
        forth.put(ErrorType.OPERATOR, 0.1);
        Map<ErrorType, Double> back = new LinkedHashMap<>();
        back.put(ErrorType.OPERATOR, 0.1);
        back.put(ErrorType.COUNTING, 0.3);
        back.put(ErrorType.CALCULATION, 0.6);
        assertEquals(TypeDistribution.proportional(forth), TypeDistribution.proportional(back));
    }

    @Test
    void aQuestionIsSmoothedByTheStatedRule() {
        TypeDistribution overall = TypeDistribution.proportional(
                Map.of(ErrorType.CALCULATION, 0.6, ErrorType.COUNTING, 0.3, ErrorType.OPERATOR, 0.1));
        TypeDistribution question = overall.smoothing(Map.of(ErrorType.OPERATOR, 3L, ErrorType.MISSING_STEP, 2L), 5);
        assertEquals(5 * 0.6 / 10, question.share(ErrorType.CALCULATION), 1e-12);
        assertEquals(5 * 0.3 / 10, question.share(ErrorType.COUNTING), 1e-12);
        assertEquals((3 + 5 * 0.1) / 10, question.share(ErrorType.OPERATOR), 1e-12);
        assertEquals(2.0 / 10, question.share(ErrorType.MISSING_STEP), 1e-12);
        assertEquals(overall, overall.smoothing(Map.of(), 5));
        TypeDistribution many = overall.smoothing(Map.of(ErrorType.OPERATOR, 1_000_000L), 5);
        assertEquals(1, many.share(ErrorType.OPERATOR), 1e-4);
        assertThrows(LabException.class, () -> overall.smoothing(Map.of(), 0));
    }

    @Test
    void countsAreKeptOverallAndByGroup() {
        TypeCounts counts = counts();
        assertEquals(31, counts.overall().get(ErrorType.CALCULATION));
        assertEquals(Map.of(ErrorType.CALCULATION, 30L), counts.atTemperature(1.1));
        assertEquals(Set.of(0.7, 1.1), counts.temperatures());
        assertEquals(counts.overall(), counts.ofModel("student"));
        assertEquals(
                Map.of(ErrorType.CONTEXT_VALUE, 30L),
                counts.ofQuestion(PROBLEMS.get(1).id()));
        assertEquals(Map.of(), counts.ofQuestion("never missed"));
        assertThrows(LabException.class, () -> new TypeCounts().distribution());
    }

    @ParameterizedTest
    @EnumSource(TypeChoice.class)
    void drawnTypesFollowTheRequestedDistribution(TypeChoice choice) {
        MistakeAugmentation settings = MistakeAugmentation.standard(11).withTypes(choice);
        TypeSampler sampler = new TypeSampler(counts(), settings);
        Set<ErrorType> possible = EnumSet.complementOf(EnumSet.of(ErrorType.NONSENSICAL_OUTPUT, ErrorType.COUNTING));
        for (Problem problem : PROBLEMS.subList(0, 3)) {
            Map<ErrorType, Long> drawn = IntStream.range(0, DRAWS)
                    .mapToObj(draw -> sampler.draw(problem.id(), possible, draw).orElseThrow())
                    .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
            TypeDistribution wanted =
                    sampler.requested(problem.id()).restrictedTo(possible).orElseThrow();
            assertFollows(wanted.shares(), drawn);
        }
    }

    /** The types of injections that came about, over problems that differ in what can be injected into them. */
    @ParameterizedTest
    @EnumSource(TypeChoice.class)
    void injectedTypesFollowTheRequestedDistribution(TypeChoice choice) {
        int each = 40;
        MistakeAugmentation settings = new MistakeAugmentation(
                choice, Sources.TEACHER_ONLY, each, MistakeAugmentation.STRENGTH, OptionalInt.empty(), 5);
        TypeSampler sampler = new TypeSampler(counts(), settings);
        ProgramInjector injector = new ProgramInjector();
        Augmenter augmenter = new Augmenter(injector, sampler, settings);
        Map<ErrorType, Double> wanted = new EnumMap<>(ErrorType.class);
        Map<ErrorType, Long> injected = new EnumMap<>(ErrorType.class);
        List<Problem> problems = PROBLEMS.stream()
                .filter(problem -> !injector.injectable(problem).isEmpty())
                .filter(problem -> isAlwaysPossible(injector, problem))
                .limit(25)
                .toList();
        assertTrue(problems.size() >= 20, "problems: " + problems.size());
        for (Problem problem : problems) {
            sampler.requested(problem.id())
                    .restrictedTo(injector.injectable(problem))
                    .orElseThrow()
                    .shares()
                    .forEach((type, share) -> wanted.merge(type, share * each, Double::sum));
            augmenter
                    .into(problem)
                    .forEach(outcome ->
                            injected.merge(outcome.asOptional().orElseThrow().type(), 1L, Long::sum));
        }
        assertFollows(wanted, injected);
    }

    /** Every seed gives what is said to be injectable: else a type is dropped for a problem, and the rest is drawn more often. */
    private static boolean isAlwaysPossible(Injector injector, Problem problem) {
        return injector.injectable(problem).stream()
                .allMatch(type -> IntStream.range(0, 4)
                        .allMatch(seed ->
                                injector.inject(problem, type, seed).failure().isEmpty()));
    }

    private static void assertFollows(Map<ErrorType, Double> wanted, Map<ErrorType, Long> drawn) {
        assertTrue(wanted.keySet().containsAll(drawn.keySet()), () -> wanted + " " + drawn);
        double total = drawn.values().stream().mapToLong(Long::longValue).sum();
        double sum = wanted.values().stream().mapToDouble(Double::doubleValue).sum();
        double[] expected = wanted.values().stream()
                .mapToDouble(share -> share / sum * total)
                .toArray();
        long[] observed = wanted.keySet().stream()
                .mapToLong(type -> drawn.getOrDefault(type, 0L))
                .toArray();
        double p = ChiSquareTest.withDefaults().test(expected, observed).getPValue();
        assertTrue(p > LEAST_P, () -> "p = " + p + ", wanted " + wanted + ", drawn " + drawn);
    }

    @Test
    void switchesDecideWhoseErrorsAreInThePool() {
        List<String> student = List.of("s1", "s2", "s3");
        List<String> teacher = List.of("t1", "t2");
        MistakeAugmentation both = MistakeAugmentation.standard(3);
        assertEquals(List.of("s1", "s2", "s3", "t1", "t2"), both.pool(student, teacher));
        assertEquals(student, both.withSources(Sources.STUDENT_ONLY).pool(student, teacher));
        assertEquals(teacher, both.withSources(Sources.TEACHER_ONLY).pool(student, teacher));
        MistakeAugmentation none = both.withSources(Sources.STUDENT_ONLY);
        TypeSampler sampler = new TypeSampler(counts(), none);
        assertEquals(List.of(), new Augmenter(new ProgramInjector(), sampler, none).into(PROBLEMS.get(0)));
    }

    @Test
    void poolsOfOneSizeAreComparable() {
        List<Integer> errors = IntStream.range(0, 100).boxed().toList();
        MistakeAugmentation settings = MistakeAugmentation.standard(3);
        List<Integer> fewer = settings.sizeMatched(40).pool(errors, List.of());
        assertEquals(40, new HashSet<>(fewer).size());
        List<Integer> more = settings.sizeMatched(250).pool(errors, List.of());
        assertEquals(250, more.size());
        Map<Integer, Long> times = more.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        assertEquals(100, times.size());
        assertEquals(Set.of(2L, 3L), Set.copyOf(times.values()));
        assertEquals(fewer, settings.sizeMatched(40).pool(errors, List.of()));
        assertNotEquals(fewer, MistakeAugmentation.standard(4).sizeMatched(40).pool(errors, List.of()));
    }

    @Test
    void oneSeedOneDraw() {
        TypeSampler one = new TypeSampler(counts(), MistakeAugmentation.standard(1));
        TypeSampler other = new TypeSampler(counts(), MistakeAugmentation.standard(2));
        Set<ErrorType> all = EnumSet.allOf(ErrorType.class);
        List<Optional<ErrorType>> first =
                IntStream.range(0, 50).mapToObj(i -> one.draw("p", all, i)).toList();
        assertEquals(
                first,
                IntStream.range(0, 50).mapToObj(i -> one.draw("p", all, i)).toList());
        assertNotEquals(
                first,
                IntStream.range(0, 50).mapToObj(i -> other.draw("p", all, i)).toList());
    }

    @Test
    void badSettingsAreNamed() {
        LabException thrown = assertThrows(
                LabException.class, () -> MistakeAugmentation.standard(1).sizeMatched(0));
        assertTrue(thrown.getMessage().contains("size"), thrown.getMessage());
        assertThrows(LabException.class, () -> new TypeDistribution(Map.of(ErrorType.COUNTING, 0.5)));
    }
}

package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;

/** Holds what {@code datasets/samples/README.md} promises of the project's own problems and labelled attempts. */
class SamplesTest {
    private static final Path FOLDER = Path.of("datasets", "samples");
    private static final List<SampleProblem> PROBLEMS =
            JsonLines.readAll(FOLDER.resolve("problems.jsonl"), SampleProblem::of);
    private static final List<SampleAttempt> ATTEMPTS =
            JsonLines.readAll(FOLDER.resolve("attempts.jsonl"), SampleAttempt::of);
    private static final Map<String, SampleProblem> BY_ID =
            PROBLEMS.stream().collect(Collectors.toMap(SampleProblem::id, problem -> problem));

    private record SampleProblem(String id, String question, List<String> steps, String answer) {
        static SampleProblem of(JsonNode node) {
            List<String> lines = Fields.text(node, "answer").lines().toList();
            String last = lines.get(lines.size() - 1);
            assertTrue(last.startsWith("#### "), last);
            return new SampleProblem(
                    Fields.text(node, "id"),
                    Fields.text(node, "question"),
                    lines.subList(0, lines.size() - 1),
                    last.substring("#### ".length()));
        }
    }

    private record SampleAttempt(
            String id,
            String problemId,
            String model,
            List<String> steps,
            String answer,
            boolean correct,
            Optional<Integer> firstWrongStep,
            Optional<ErrorType> type) {
        static SampleAttempt of(JsonNode node) {
            List<String> lines = Fields.text(node, "solution").lines().toList();
            String last = lines.get(lines.size() - 1);
            assertTrue(last.startsWith("A: "), last);
            boolean marked = !node.path("first_wrong_step").isNull();
            return new SampleAttempt(
                    Fields.text(node, "id"),
                    Fields.text(node, "problem_id"),
                    Fields.text(node, "model"),
                    lines.subList(0, lines.size() - 1),
                    last.substring("A: ".length()),
                    Fields.truth(node, "is_correct"),
                    marked ? Optional.of(Fields.integer(node, "first_wrong_step")) : Optional.empty(),
                    Fields.optionalText(node, "error_type").map(ErrorType::ofLabel));
        }
    }

    @Test
    void idsAreUniqueAndJoined() {
        assertTrue(PROBLEMS.size() >= 66, PROBLEMS.size() + " problems");
        assertEquals(PROBLEMS.size(), BY_ID.size());
        assertEquals(
                ATTEMPTS.size(),
                ATTEMPTS.stream().map(SampleAttempt::id).distinct().count());
        for (SampleAttempt attempt : ATTEMPTS) {
            assertTrue(BY_ID.containsKey(attempt.problemId()), attempt.id());
            assertTrue(attempt.id().startsWith(attempt.problemId() + "/a"), attempt.id());
        }
    }

    @Test
    void everyGoldStepIsAnnotatedAndItsArithmeticIsRight() {
        for (SampleProblem problem : PROBLEMS) {
            assertTrue(problem.steps().size() >= 2 && problem.steps().size() <= 7, problem.id());
            for (String step : problem.steps()) {
                List<Annotation> annotations = Annotation.in(step);
                assertFalse(annotations.isEmpty(), problem.id() + ": " + step);
                annotations.forEach(annotation -> assertTrue(annotation.isRight(), problem.id() + ": " + step));
            }
            List<Annotation> last =
                    Annotation.in(problem.steps().get(problem.steps().size() - 1));
            assertEquals(number(problem.answer()), last.get(last.size() - 1).result(), problem.id());
        }
    }

    @Test
    void theFinalAnswerAndTheLabelsAgree() {
        for (SampleAttempt attempt : ATTEMPTS) {
            BigDecimal gold = number(BY_ID.get(attempt.problemId()).answer());
            assertEquals(attempt.correct(), number(attempt.answer()).equals(gold), attempt.id());
            assertEquals(attempt.correct(), attempt.firstWrongStep().isEmpty(), attempt.id());
            assertEquals(attempt.correct(), attempt.type().isEmpty(), attempt.id());
            attempt.firstWrongStep().ifPresent(step -> {
                assertTrue(step >= 1 && step <= attempt.steps().size(), attempt.id());
            });
        }
    }

    /** A step that only quotes a wrong value still computes rightly; wrong arithmetic stands in calculation errors alone. */
    @Test
    void wrongArithmeticStandsOnlyInTheFirstWrongStepOfACalculationError() {
        int seen = 0;
        for (SampleAttempt attempt : ATTEMPTS) {
            Set<Integer> wrong = IntStream.rangeClosed(1, attempt.steps().size())
                    .filter(step -> Annotation.in(attempt.steps().get(step - 1)).stream()
                            .anyMatch(annotation -> !annotation.isRight()))
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!wrong.isEmpty()) {
                seen++;
                assertEquals(Optional.of(ErrorType.CALCULATION), attempt.type(), attempt.id());
                assertEquals(Set.of(attempt.firstWrongStep().orElseThrow()), wrong, attempt.id());
            }
        }
        assertTrue(seen >= 8, seen + " annotated calculation errors");
    }

    @Test
    void everyProblemHasWrongAndRightAttemptsOfAllThreeStudents() {
        Map<String, List<SampleAttempt>> byProblem =
                ATTEMPTS.stream().collect(Collectors.groupingBy(SampleAttempt::problemId));
        assertEquals(BY_ID.keySet(), byProblem.keySet());
        byProblem.forEach((id, attempts) -> {
            long right = attempts.stream().filter(SampleAttempt::correct).count();
            long wrong = attempts.size() - right;
            assertTrue(attempts.size() >= 3 && attempts.size() <= 5, id);
            assertTrue(right >= 1 && wrong >= 2 && wrong <= 4, id);
            assertEquals(
                    Set.of("careful-reader", "quick-calculator", "story-teller"),
                    attempts.stream().map(SampleAttempt::model).collect(Collectors.toSet()),
                    id);
        });
    }

    @Test
    void everyErrorTypeIsThereOftenEnough() {
        Map<ErrorType, Long> counts = ATTEMPTS.stream()
                .flatMap(attempt -> attempt.type().stream())
                .collect(Collectors.groupingBy(
                        type -> type, () -> new EnumMap<>(ErrorType.class), Collectors.counting()));
        for (ErrorType type : ErrorType.values()) {
            long least = type == ErrorType.NONSENSICAL_OUTPUT ? 5 : 8;
            assertTrue(counts.getOrDefault(type, 0L) >= least, type + " in " + counts);
        }
    }

    @Test
    void noAttemptIsWrittenTwiceOrCopiesTheGoldSolution() {
        Set<String> texts = new HashSet<>();
        for (SampleAttempt attempt : ATTEMPTS) {
            assertTrue(texts.add(attempt.problemId() + attempt.steps()), attempt.id());
            assertNotEquals(BY_ID.get(attempt.problemId()).steps(), attempt.steps(), attempt.id());
        }
    }

    @Test
    void noTwoQuestionsAreNearDuplicates() {
        for (int i = 0; i < PROBLEMS.size(); i++) {
            Set<String> one = wordGrams(PROBLEMS.get(i).question(), 3);
            for (int j = 0; j < i; j++) {
                Set<String> other = wordGrams(PROBLEMS.get(j).question(), 3);
                long shared = one.stream().filter(other::contains).count();
                assertTrue(
                        shared < 0.5 * Math.min(one.size(), other.size()),
                        PROBLEMS.get(i).id() + " and " + PROBLEMS.get(j).id());
            }
        }
    }

    @Test
    void noQuestionSharesEightWordsInARowWithGsm8k() {
        String data = System.getenv("LEMMA_DATA");
        assumeTrue(
                data != null && !data.isBlank(), "skipped: LEMMA_DATA names no data folder, so GSM8K is not at hand");
        Map<String, String> ours = new HashMap<>();
        PROBLEMS.forEach(problem -> wordGrams(problem.question(), 8).forEach(gram -> ours.put(gram, problem.id())));
        for (String file : List.of("train.jsonl", "test.jsonl")) {
            for (String question :
                    JsonLines.readAll(Path.of(data, "gsm8k", file), node -> Fields.text(node, "question"))) {
                for (String gram : wordGrams(question, 8)) {
                    assertFalse(ours.containsKey(gram), ours.get(gram) + " shares '" + gram + "' with " + file);
                }
            }
        }
    }

    private static Set<String> wordGrams(String text, int n) {
        List<String> words = Arrays.stream(text.toLowerCase().split("[^a-z0-9']+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return IntStream.rangeClosed(0, words.size() - n)
                .mapToObj(i -> String.join(" ", words.subList(i, i + n)))
                .collect(Collectors.toSet());
    }

    private static BigDecimal number(String text) {
        BigDecimal value = new BigDecimal(text.replace(",", ""));
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}

package org.lemmalab.corpus.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.lemmalab.corpus.DataStatistics;
import org.lemmalab.corpus.TrainSlice;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.TripletOrigin;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

class RecipesTest {
    private static final int STEP = 200;
    private static final Teacher TEACHER = TrainSlice.teacher();

    private record Made(List<TrainingExample> examples, CorpusRun.Report report) {
        List<TrainingExample> ofKind(String kind) {
            return examples.stream()
                    .filter(each -> kind.equals(each.facts().get("kind")))
                    .toList();
        }
    }

    private static Made make(String recipe, List<ProblemContext> materials, long seed) {
        List<TrainingExample> examples = new ArrayList<>();
        CorpusRun run = new CorpusRun(Recipes.named(recipe), TrainSlice.staff(seed, 3), 2);
        return new Made(examples, run.run(materials, examples::add, done -> {}));
    }

    private static List<ProblemContext> bare() {
        return TrainSlice.every(STEP).stream().map(ProblemContext::of).toList();
    }

    /** Wrong attempts by injection and right ones, as a student would give them. */
    private static List<Attempt> attempts(Problem problem) {
        List<Attempt> attempts = new ArrayList<>();
        for (Injection injection : injections(problem)) {
            attempts.add(attempt(problem, attempts.size(), injection.solution()));
        }
        for (long seed = 1; seed <= 3; seed++) {
            int number = attempts.size();
            TrainSlice.staff(1, 1)
                    .author()
                    .solve(problem, seed)
                    .asOptional()
                    .ifPresent(found -> attempts.add(attempt(problem, number, found)));
        }
        return attempts;
    }

    private static Attempt attempt(Problem problem, int number, Solution solution) {
        return new Attempt(problem.id() + "/s/" + number, problem.id(), "s", solution, Optional.empty());
    }

    private static List<Injection> injections(Problem problem) {
        List<Injection> found = new ArrayList<>();
        for (ErrorType type : TEACHER.injectable(problem).stream().sorted().toList()) {
            TEACHER.inject(problem, type, 3).asOptional().ifPresent(found::add);
        }
        return found;
    }

    private static List<Triplet> triplets(Problem problem, boolean truncated) {
        List<Triplet> triplets = new ArrayList<>();
        for (Injection injection : injections(problem)) {
            ErrorSource source = triplets.size() % 4 < 2 ? ErrorSource.STUDENT : ErrorSource.TEACHER;
            ErroneousAttempt whole = new ErroneousAttempt(
                    injection.solution().steps(),
                    injection.firstWrongStep(),
                    injection.type(),
                    source,
                    injection.explanation(),
                    injection.solution().answer().orElseThrow());
            ErroneousAttempt attempt = truncated ? whole.truncated() : whole;
            TEACHER.fix(problem, attempt.truncated(), 1)
                    .asOptional()
                    .ifPresent(fixed -> add(triplets, problem, attempt, fixed));
            TEACHER.restart(problem, attempt.truncated(), 1)
                    .asOptional()
                    .ifPresent(fresh -> add(triplets, problem, attempt, fresh));
        }
        return triplets;
    }

    private static void add(List<Triplet> triplets, Problem problem, ErroneousAttempt attempt, Correction correction) {
        TEACHER.link(problem, attempt.truncated(), correction, 1)
                .asOptional()
                .ifPresent(link -> triplets.add(new Triplet(
                        problem.id() + "/" + triplets.size(),
                        problem,
                        attempt,
                        Reflection.of(link, ConnectionStyle.SMOOTH),
                        correction,
                        new TripletOrigin("none", "program", 1, Map.of(), "test"))));
    }

    /** Material is made once: it does not change. */
    private static final Map<String, List<ProblemContext>> MADE = new ConcurrentHashMap<>();

    private static List<ProblemContext> withAttempts() {
        return MADE.computeIfAbsent("attempts", name -> makeAttempts());
    }

    private static List<ProblemContext> withTriplets(boolean truncated) {
        return MADE.computeIfAbsent("triplets " + truncated, name -> makeTriplets(truncated));
    }

    private static List<ProblemContext> makeAttempts() {
        List<Problem> problems = TrainSlice.every(STEP);
        return ProblemContexts.of(
                problems,
                problems.stream().flatMap(each -> attempts(each).stream()).toList(),
                List.of());
    }

    private static List<ProblemContext> makeTriplets(boolean truncated) {
        List<Problem> problems = TrainSlice.every(STEP);
        return ProblemContexts.of(
                problems,
                List.of(),
                problems.stream()
                        .flatMap(each -> triplets(each, truncated).stream())
                        .toList());
    }

    private static List<ProblemContext> materialFor(Recipe recipe) {
        return recipe.needs().contains(Recipe.Need.TRIPLETS)
                ? withTriplets(!recipe.name().equals("lemma-no-truncation"))
                : recipe.needs().contains(Recipe.Need.ATTEMPTS) ? withAttempts() : bare();
    }

    private static String masked(TrainingExample example) {
        int[] points = example.output().codePoints().toArray();
        StringBuilder text = new StringBuilder();
        example.masked().forEach(span -> text.append(new String(points, span.start(), span.end() - span.start())));
        return text.toString();
    }

    @Test
    void everyRecipeEndsInTheRightAnswerSaysWhyItRefusesAndHangsOnItsSeed() {
        Map<String, Problem> problems = new HashMap<>();
        TrainSlice.every(STEP).forEach(problem -> problems.put(problem.id(), problem));
        for (Recipe recipe : Recipes.all()) {
            if (recipe.name().equals("lemma-model-aware")) {
                continue;
            }
            List<ProblemContext> materials = materialFor(recipe);
            Made made = make(recipe.name(), materials, 1);
            assertTrue(made.examples().size() > materials.size() / 3, recipe.name() + " " + made.report());
            assertEquals(made.examples().size(), made.report().examples());
            Set<String> ids = new HashSet<>();
            for (TrainingExample example : made.examples()) {
                assertTrue(ids.add(example.id()), example.id());
                assertFalse(example.output().contains("<<"), example.output());
                assertRight(recipe, example, problems.get(example.facts().get("problem")));
            }
            assertEquals(made, make(recipe.name(), materials, 1), recipe.name());
        }
    }

    private static void assertRight(Recipe recipe, TrainingExample example, Problem problem) {
        String output = example.output();
        for (String stop : recipe.inference().stop()) {
            assertTrue(output.contains(stop), recipe.name());
            output = output.substring(0, output.indexOf(stop));
        }
        String kind = example.facts().get("kind");
        String expected = example.facts().getOrDefault("answer", problem.goldAnswer());
        String found = AnswerExtractor.strict().extract(output).answer().orElseThrow();
        assertEquals(
                !kind.equals("incorrect"),
                Grader.standard().equal(found, expected),
                recipe.name() + " " + example + " " + problem.goldAnswer());
    }

    @Test
    void anotherSeedGivesAnotherCorpus() {
        List<ProblemContext> materials = bare();
        assertNotEquals(
                make("gptaug", materials, 1).examples(),
                make("gptaug", materials, 2).examples());
    }

    @Test
    void rejectionSamplingKeepsDistinctPathsThatHold() {
        Map<String, Set<EquationList>> paths = new TreeMap<>();
        Made made = make("rft", withAttempts(), 1);
        for (TrainingExample example : made.examples()) {
            List<String> lines = example.output().lines().toList();
            boolean isNew = paths.computeIfAbsent(example.facts().get("problem"), problem -> new HashSet<>())
                    .add(EquationList.of(lines));
            assertTrue(isNew, example.id());
            assertTrue(example.facts().get("kind").equals("gold") || EquationList.hold(lines), example.output());
        }
        assertTrue(made.ofKind("sampled").size() > 30);
        assertTrue(
                made.report().refused().get("the answer is wrong or missing") > 30,
                made.report().toString());
    }

    @Test
    void selfCorrectionMasksTheWrongAttemptWhole() {
        Made made = make("isc", withAttempts(), 1);
        for (TrainingExample example : made.ofKind("judged_wrong")) {
            String masked = masked(example);
            assertTrue(
                    example.output().startsWith(masked + "Checking the solution: it does not hold."), example.output());
            assertTrue(masked.matches("(?s).*The answer is: [^\\n]+\\n"), masked);
        }
        assertTrue(made.ofKind("judged_wrong").size() > 30);
        made.ofKind("judged_right").forEach(example -> assertEquals(List.of(), example.masked()));
    }

    @Test
    void stepCorrectionMasksTheWrongStepsAndNothingElse() {
        Made made = make("s3c-math", bare(), 1);
        Map<String, Set<String>> gold = new HashMap<>();
        TrainSlice.every(STEP).forEach(each -> gold.put(each.id(), Set.copyOf(Texts.goldSteps(each))));
        Map<String, Long> count = new TreeMap<>();
        for (TrainingExample example : made.ofKind("step_corrected")) {
            count.merge(example.facts().get("errors"), 1L, Long::sum);
            assertEquals(
                    example.facts().get("errors"),
                    String.valueOf(example.masked().size()));
            Set<String> right = gold.get(example.facts().get("problem"));
            masked(example).lines().forEach(line -> assertFalse(right.contains(line), line));
        }
        assertTrue(count.getOrDefault("2", 0L) > 5 && count.getOrDefault("1", 0L) > 5, count.toString());
    }

    @Test
    void lemmaKeepsTheErrorWordForWordAndMasksItOnlyWhereAsked() {
        List<ProblemContext> materials = withTriplets(true);
        Map<String, Triplet> triplets = new HashMap<>();
        materials.forEach(each -> each.triplets().forEach(triplet -> triplets.put(triplet.id(), triplet)));
        for (TrainingExample example : make("lemma-masked", materials, 1).examples()) {
            ErroneousAttempt attempt =
                    triplets.get(example.facts().get("triplet")).attempt();
            String wrong = EquationReader.withoutAnnotations(attempt.wrongStep().text());
            assertEquals(wrong.strip() + "\n", masked(example));
            int before = attempt.goodSteps().stream()
                    .map(step -> EquationReader.withoutAnnotations(step.text()).strip() + "\n")
                    .mapToInt(String::length)
                    .sum();
            assertEquals(before, example.output().indexOf(masked(example), before));
        }
        Made lemma = make("lemma", materials, 1);
        assertTrue(
                lemma.examples().stream().allMatch(example -> example.masked().isEmpty()));
        assertEquals(
                triplets.size(),
                lemma.report().examples()
                        + lemma.report().refused().values().stream()
                                .mapToLong(n -> n)
                                .sum());
    }

    @Test
    void ablationsLeaveOutWhatTheySayAndMatchedOnesReachTheSize() {
        List<ProblemContext> materials = withTriplets(true);
        long whole = make("lemma", materials, 1).examples().size();
        Made own = make("lemma-no-augmentation", materials, 1);
        assertTrue(own.examples().stream()
                .allMatch(each -> each.facts().get("source").equals("student")));
        Made fixed = make("lemma-no-restart", materials, 1);
        assertTrue(fixed.examples().stream()
                .allMatch(each -> each.facts().get("strategy").equals("fix_and_continue")));
        assertTrue(own.examples().size() < whole && fixed.examples().size() < whole);
        for (String name : List.of("lemma-no-augmentation-matched", "lemma-no-restart-matched")) {
            Made matched = make(name, materials, 1);
            assertTrue(
                    Math.abs(matched.examples().size() - whole) <= 0.02 * whole,
                    name + ": " + matched.examples().size() + " of " + whole + " " + matched.report());
        }
    }

    @Test
    void withoutTruncationTheWrongAnswerStandsBeforeTheReflection() {
        Made made = make("lemma-no-truncation", withTriplets(false), 1);
        for (TrainingExample example : made.examples()) {
            assertEquals(
                    2,
                    example.output()
                            .lines()
                            .filter(line -> line.startsWith("The answer is: "))
                            .count());
        }
        Made cut = make("lemma-no-truncation", withTriplets(true), 1);
        assertEquals(0, cut.examples().size());
        assertEquals(1, cut.report().refused().size());
    }

    @Test
    void connectionsDifferOnlyBetweenErrorAndCorrection() {
        List<ProblemContext> materials = withTriplets(true);
        Made smooth = make("lemma", materials, 1);
        Made abrupt = make("lemma-abrupt", materials, 1);
        Made phrase = make("lemma-phrase", materials, 1);
        assertTrue(abrupt.examples().stream()
                        .mapToInt(each -> each.output().length())
                        .sum()
                < phrase.examples().stream()
                        .mapToInt(each -> each.output().length())
                        .sum());
        assertTrue(phrase.examples().stream()
                        .mapToInt(each -> each.output().length())
                        .sum()
                < smooth.examples().stream()
                        .mapToInt(each -> each.output().length())
                        .sum());
        Made aware = make("lemma-model-aware", materials, 1);
        assertEquals(0, aware.examples().size());
        assertTrue(aware.report().refused().containsKey("the triplet's link was not chosen by the student"));
    }

    /** A second route: x put back into the question gives the original question. */
    @Test
    void backwardQuestionsHideOneNumberAndGiveItBack() {
        Made made = make("metamath", bare(), 1);
        Map<String, String> questions = new HashMap<>();
        TrainSlice.every(STEP).forEach(each -> questions.put(each.id(), each.question()));
        for (TrainingExample example : made.ofKind("fobar")) {
            String question = questions.get(example.facts().get("problem"));
            String masked =
                    example.instruction().substring(0, example.instruction().indexOf(" Given that the answer"));
            int at = 0;
            while (masked.charAt(at) == question.charAt(at)) {
                at++;
            }
            String end = masked.substring(at + 1);
            assertEquals('x', masked.charAt(at));
            assertTrue(question.endsWith(end), masked);
            String hidden = question.substring(at, question.length() - end.length());
            assertTrue(Grader.standard().equal(hidden, example.facts().get("answer")), hidden);
        }
        for (String kind : List.of("answer_augmentation", "rephrased", "self_verification", "fobar")) {
            assertTrue(made.ofKind(kind).size() > 10, kind + " " + made.report());
        }
    }

    @Test
    void llm2llmAddsProblemsOnlyWhereEveryAttemptFails() {
        List<Problem> problems = TrainSlice.every(STEP);
        Problem failed = problems.get(0);
        List<Attempt> attempts = new ArrayList<>();
        problems.forEach(problem -> attempts.add(attempt(
                problem,
                0,
                new Solution(
                        List.of(new Step(1, "It is so.")),
                        Optional.of(problem == failed ? "-1" : problem.goldAnswer())))));
        Made made = make("llm2llm", ProblemContexts.of(problems, attempts, List.of()), 1);
        assertEquals(problems.size(), made.ofKind("gold").size());
        assertTrue(made.ofKind("similar").stream()
                .allMatch(each -> each.facts().get("problem").equals(failed.id())));
    }

    @Test
    void whatIsMissingIsNamed() {
        LabException unknown = assertThrows(LabException.class, () -> Recipes.named("sgd"));
        assertTrue(unknown.getMessage().contains("sft, rft, metamath"), unknown.getMessage());
        List<ProblemContext> materials = bare();
        LabException none = assertThrows(LabException.class, () -> make("rft", materials, 1));
        assertEquals("recipe rft: expected a student's attempts of these problems, found none", none.getMessage());
    }

    @Test
    void statisticsCountWhatIsThere() {
        DataStatistics.Counter counter = DataStatistics.Counter.ofWords("SFT");
        counter.add(new TrainingExample("a", "Add 1+2.", "It is 30.", List.of(), Map.of("problem", "p")));
        counter.add(
                new TrainingExample("b", "Go", "No", List.of(new TrainingExample.Span(0, 1)), Map.of("problem", "p")));
        assertEquals(new DataStatistics("SFT", 2, 1, 5.5, 0.25, "words"), counter.statistics());
    }
}

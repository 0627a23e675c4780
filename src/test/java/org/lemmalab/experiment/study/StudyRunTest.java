package org.lemmalab.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.experiment.study.Finding.Verdict;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.WordTokenizer;

/** Whole runs with a student of two layers that knows nothing. */
class StudyRunTest {
    private static final SyntheticProblems PROBLEMS = new SyntheticProblems(Split.DEVELOPMENT);
    private static final StudyBudget TINY = new StudyBudget(
            "tiny",
            2,
            1,
            8,
            2,
            1_000,
            1e-3,
            3,
            2,
            2,
            2,
            2,
            2,
            2,
            List.of(0.5, 1.0),
            List.of(1.0, 2.0),
            List.of(5e-4),
            3);

    @TempDir
    private static Path work;

    private static Path student;
    private static Path other;

    @BeforeAll
    static void makeStudents() {
        List<String> texts = new ArrayList<>();
        for (WordProblemSet set : List.of(WordProblemSet.RELATIONS, WordProblemSet.STORIES)) {
            for (WordProblem made : set.generate(100, Split.TRAIN, 1)) {
                texts.add(made.problem().question() + "\n" + made.problem().goldSolution() + "\nThe answer is: 1");
            }
        }
        WordTokenizer words = WordTokenizer.fromCorpus(texts, 512);
        student = random("random", words, 32);
        other = random("narrow", words, 16);
    }

    private static Path random(String name, WordTokenizer words, int width) {
        Path folder = work.resolve(name);
        ModelConfig.Size size = new ModelConfig.Size(words.size(), width, 64, 2, 2, 2, width / 2, 512);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder =
                        Decoder.random(manager, ModelConfig.llama(size, true, words.specialTokens()), 0.05, 1)) {
            CheckpointWriter.float32().write(folder, decoder, words.files());
        }
        return folder;
    }

    private static Study study(List<BaseStudent> bases, StudyBudget budget, Path store, Consumer<String> told) {
        return new Study(bases, PROBLEMS, budget, StudyTeachers.only(PROBLEMS.teacher()), new StudyStore(store), told);
    }

    private static List<Outcome> run(Path folder, String experiments, Consumer<String> told) {
        return run(List.of(student), folder, experiments, told);
    }

    private static List<Outcome> run(List<Path> students, Path folder, String experiments, Consumer<String> told) {
        List<Outcome> found = new ArrayList<>();
        try (Study study =
                study(students.stream().map(BaseStudent::of).toList(), TINY, folder.resolve("store"), told)) {
            new StudyRun(study, experiments, folder).run(found::add);
        }
        return found;
    }

    private static String outcome(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("outcome.json"))
                + Files.readString(folder.resolve(name).resolve("raw.jsonl"));
    }

    @Test
    void aRunThatWasKilledGoesOnAndEndsAsOneThatWasNot() throws IOException {
        Path whole = work.resolve("whole");
        List<String> all = new ArrayList<>();
        Outcome outcome = run(whole, "T4", all::add).get(0);
        assertTrue(outcome.measures().stream().anyMatch(each -> each.method().equals("LEMMA-Hard")));
        assertTrue(outcome.measures().stream()
                .filter(each -> each.method().equals("LEMMA") && each.metric().equals("accuracy"))
                .allMatch(each -> each.seeds() == 2));

        assertEquals(
                Map.of("RFT", 6L, "LEMMA", 6L, "DART-Math-Hard", 4L, "LEMMA-Hard", 4L),
                outcome.measures().stream()
                        .filter(each ->
                                each.metric().equals("accuracy") && each.set().equals("in distribution"))
                        .collect(Collectors.toMap(Measure::method, Measure::count)));
        assertTrue(
                outcome.contrasts().stream().allMatch(each -> each.problems() == 4),
                "a side method is compared on the problems that it was asked");

        Path killed = work.resolve("killed");
        int[] left = {all.size() / 2};
        assertThrows(
                IllegalStateException.class,
                () -> run(killed, "T4", what -> {
                    if (left[0]-- == 0) {
                        throw new IllegalStateException("killed");
                    }
                }));
        assertFalse(Files.exists(killed.resolve("difficulty-aware").resolve("outcome.json")));
        List<String> rest = new ArrayList<>();
        run(killed, "T4", rest::add);
        assertEquals(all.size() - all.size() / 2, rest.size(), "what was finished is not made again");
        assertEquals(outcome(whole, "difficulty-aware"), outcome(killed, "difficulty-aware"));
    }

    @Test
    void whatWasFoundIsReadAgainWithoutARun() {
        Path folder = work.resolve("read");
        Outcome written = run(folder, "F4,T7,F10", what -> {}).get(0);
        List<Outcome> read = StudyRun.read(folder);
        assertEquals(
                List.of("F4", "T7", "F10/F11"),
                read.stream().map(Outcome::experiment).toList());
        assertEquals(written.measures(), read.get(0).measures());
        assertEquals(written.findings(), read.get(0).findings());
    }

    @Test
    void aSecondStudentConfirmsTheMainComparison() {
        Outcome outcome = run(List.of(student, other), work.resolve("two"), "T2", what -> {})
                .get(0);
        assertTrue(outcome.scale().startsWith("students random and narrow, "), outcome.scale());
        Map<String, Set<String>> methods = outcome.measures().stream()
                .collect(Collectors.groupingBy(Measure::base, Collectors.mapping(Measure::method, Collectors.toSet())));
        assertTrue(methods.get("random").contains("S3C-Math"));
        assertTrue(methods.get("narrow").containsAll(Set.of("base", "SFT", "LEMMA", "w/o Error Aug.")));
        assertFalse(methods.get("narrow").contains("S3C-Math"), "a side method is the first student's");
        Finding first = outcome.findings().stream()
                .filter(each -> each.claim().equals("LEMMA is better than SFT on as many tokens."))
                .findFirst()
                .orElseThrow();
        assertTrue(first.why().contains("random: LEMMA") && first.why().contains("narrow: LEMMA"), first.why());
    }

    @Test
    void studentsOfOneNameAreRefusedBeforeAnythingRuns() {
        String message = assertThrows(
                        LabException.class,
                        () -> run(List.of(student, student), work.resolve("twice"), "F3", what -> {}))
                .getMessage();
        assertTrue(message.contains("different names") && message.contains("[random, random]"), message);
    }

    @Test
    void trainingTokensAreVariedAndTheirStudentIsSharedWhereTheyAreTheBudgets() {
        List<String> told = new ArrayList<>();
        Path folder = work.resolve("tokens");
        Outcome outcome = run(folder, "tokens", told::add).get(0);
        List<Measure> accuracies = outcome.measures().stream()
                .filter(each -> each.metric().equals("accuracy"))
                .toList();
        assertEquals(
                List.of(
                        "relations, 1000 tokens",
                        "stories, 1000 tokens",
                        "relations, 2000 tokens",
                        "stories, 2000 tokens"),
                accuracies.stream().map(Measure::set).distinct().toList());
        assertTrue(accuracies.stream().allMatch(each -> each.count() == TINY.sideProblems()));
        assertTrue(told.contains("training of random, LEMMA, seed 1"), told.toString());
        assertTrue(told.contains("training of random, LEMMA, seed 1, 200 % of the tokens"), told.toString());

        List<String> more = new ArrayList<>();
        run(folder, "F10", more::add);
        assertEquals(List.of(), more, "LEMMA's main student and its answers are there");
    }

    @Test
    void eachMethodIsComparedAtTheRateThatDevelopmentProblemsChose() {
        Outcome outcome = run(work.resolve("rates"), "rates", what -> {}).get(0);
        for (String method : List.of("SFT", "LEMMA", "w/o Error Aug.")) {
            Map<String, Double> chosenBy = outcome.measures().stream()
                    .filter(each -> each.method().startsWith(method + " at ")
                            && each.set().equals("development"))
                    .collect(Collectors.toMap(Measure::method, Measure::value));
            assertEquals(Set.of(method + " at 0.0005", method + " at 0.001"), chosenBy.keySet());
            double best =
                    chosenBy.values().stream().mapToDouble(each -> each).max().orElseThrow();
            List<String> reported = outcome.measures().stream()
                    .filter(each -> each.method().startsWith(method + " at ")
                            && each.set().equals("in distribution"))
                    .map(Measure::method)
                    .toList();
            assertEquals(1, reported.size(), method);
            assertEquals(best, chosenBy.get(reported.get(0)), method);
        }
        assertEquals(
                2,
                outcome.findings().stream()
                        .filter(each -> each.claim().contains("at its own rate"))
                        .count());
        assertTrue(outcome.contrasts().stream().allMatch(each -> each.seeds() == 2 && each.problems() >= 3));
    }

    @Test
    void developmentProblemsAreNeitherLearntNorReported() {
        Set<String> questions = PROBLEMS.development(1, 20).stream()
                .flatMap(set -> set.problems().stream())
                .map(Problem::question)
                .collect(Collectors.toSet());
        assertEquals(40, questions.size());
        PROBLEMS.training(1, 200).forEach(each -> assertFalse(questions.contains(each.question()), each.id()));
        PROBLEMS.sets(50, 1).stream()
                .flatMap(set -> set.problems().stream())
                .forEach(each -> assertFalse(questions.contains(each.question()), each.id()));
    }

    @Test
    void aMethodThatMakesNothingIsNamedWithItsReason() {
        Outcome outcome = run(work.resolve("missing"), "T8", what -> {}).get(0);
        assertTrue(
                outcome.findings().stream()
                        .anyMatch(each -> each.claim().contains("other teacher")
                                && each.verdict() == Finding.Verdict.NOT_DECIDABLE
                                && each.why().contains("there is no other teacher")),
                outcome.findings().toString());
        assertTrue(outcome.measures().stream().noneMatch(each -> each.method().contains("other teacher")));
    }

    @Test
    void aHelperLeavesNothingToBeMade() {
        Path folder = work.resolve("helped");
        try (Study study = study(List.of(BaseStudent.of(student)), TINY, folder.resolve("store"), what -> {})) {
            new StudyHelper(study, "T10,T3").run();
        }
        List<String> told = new ArrayList<>();
        assertEquals(2, run(folder, "T10,T3", told::add).size());
        assertEquals(List.of(), told, "dialogues and samples for the vote were there, too");
    }

    @Test
    void whatABudgetDoesNotVaryIsSaidAndCostsNothing() {
        StudyBudget fixed = new StudyBudget(
                "fixed", 1, 1, 8, 2, 1_000, 1e-3, 3, 2, 2, 2, 2, 2, 2, List.of(1.0), List.of(1.0), List.of(), 3);
        List<String> told = new ArrayList<>();
        List<Outcome> found = new ArrayList<>();
        try (Study study = study(List.of(BaseStudent.of(student)), fixed, work.resolve("fixed/store"), told::add)) {
            StudyRun run = new StudyRun(study, "tokens,rates", work.resolve("fixed"));
            assertEquals(0, run.plan().runs());
            assertEquals(0, run.plan().answers());
            run.run(found::add);
        }
        assertEquals(List.of(), told, "nothing was made");
        assertEquals(2, found.size());
        for (Outcome outcome : found) {
            assertEquals(1, outcome.findings().size(), outcome.name());
            Finding finding = outcome.findings().get(0);
            assertEquals(Verdict.NOT_DECIDABLE, finding.verdict());
            assertTrue(finding.why().contains("the budget 'fixed'"), finding.why());
            assertEquals(List.of(), outcome.measures(), outcome.name());
        }
    }

    /** What is asked of a wider student takes longer; what is asked is the same. */
    @Test
    void thePlansMinutesGrowWithTheStudent() {
        assertTrue(plan(student).minutes() > plan(other).minutes());
        assertEquals(plan(student).answers(), plan(other).answers());
    }

    private static StudyPlan plan(Path who) {
        try (Study study = study(List.of(BaseStudent.of(who)), TINY, work.resolve("plans"), what -> {})) {
            return new StudyRun(study, "all", work).plan();
        }
    }

    @Test
    void anEndpointIsNotTrainedAndTheMessageSaysWhatToDo() {
        BaseStudent endpoint = BaseStudent.endpoint("large", "http://localhost:1/v1", () -> {
            throw new IllegalStateException("nobody may ask it");
        });
        try (Study study = study(List.of(endpoint), TINY, work.resolve("endpoint"), what -> {})) {
            String message = assertThrows(LabException.class, () -> new StudyRun(study, "T2", work))
                    .getMessage();
            assertTrue(message.contains("T2/T9") && message.contains("lab export"), message);
        }
    }

    @Test
    void thePlanCountsWhatIsSharedOnce() {
        try (Study study = study(List.of(BaseStudent.of(student)), TINY, work.resolve("plan"), what -> {})) {
            StudyPlan once = new StudyRun(study, "T4", work).plan();
            StudyPlan both = new StudyRun(study, "T4,F10", work).plan();
            // RFT and LEMMA with two seeds, DART-Math-Hard and LEMMA-Hard with one.
            assertEquals(6, once.runs());
            assertEquals(6 * TINY.trainingTokens(), once.trainingTokens());
            assertEquals(once, both);
            // Two sets, of which four students are asked three problems and two the first two; two samples of
            // eight problems for each of two seeds.
            assertEquals(4 * 2 * 3 + 2 * 2 * 2 + 2 * 2 * 8, once.answers());
        }
    }
}

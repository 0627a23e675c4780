package org.lemmalab.synthetic.wordproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Program;
import org.lemmalab.solution.StepSplitter;

/** What must hold for every synthetic problem, tried on some hundreds of each set. */
class WordProblemSetTest {
    private static final int COUNT = 300;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NOT_PLURAL = Pattern.compile(
            "(?<!\\d)1 (?:%s)".formatted("more |fewer |times |hours|days|kilometers|dollars|[a-z]+s\\b"));

    private static final Map<WordProblemSet, List<WordProblem>> MADE = new EnumMap<>(WordProblemSet.class);

    private static List<WordProblem> problems(WordProblemSet set) {
        return MADE.computeIfAbsent(set, wanted -> wanted.generate(COUNT, Split.TEST, 3));
    }

    @ParameterizedTest
    @EnumSource(WordProblemSet.class)
    void programsComeToTheAnswer(WordProblemSet set) {
        for (WordProblem made : problems(set)) {
            Program read = Program.of(made.problem());
            assertEquals(made.plan().steps().size(), read.operations().size(), made.problem()::goldSolution);
            assertEquals(
                    BigFraction.of(made.plan().answer()), read.lastValue().orElseThrow(), made.problem()::toString);
            assertEquals(Long.toString(made.plan().answer()), made.problem().goldAnswer());
            for (int i = 0; i < read.operations().size(); i++) {
                Equation equation = read.operations().get(i).equation();
                assertEquals(Equation.Check.EXACT, equation.check(), made.problem()::goldSolution);
                assertEquals(
                        BigFraction.of(made.plan().results().get(i)),
                        equation.computed().orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WordProblemSet.class)
    void everyNumberOfTheSolutionIsStatedOrWorkedOutBefore(WordProblemSet set) {
        for (WordProblem made : problems(set)) {
            List<String> known = new ArrayList<>(numbers(made.problem().question()));
            known.addAll(List.of("2", "3", "100"));
            boolean drill = set == WordProblemSet.ARITHMETIC;
            for (String line : made.problem().goldSolution().lines().toList()) {
                String before = line.contains("=") ? line.substring(0, line.indexOf('=')) : line;
                assertTrue(drill || known.containsAll(numbers(before)), () -> made.problem() + " knows " + known);
                known.addAll(numbers(line));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WordProblemSet.class)
    void textsAreWhole(WordProblemSet set) {
        for (WordProblem made : problems(set)) {
            String all = made.problem().question() + "\n" + made.problem().goldSolution();
            assertFalse(all.matches("(?s).*[{}].*"), all);
            assertFalse(all.contains("  "), all);
            assertFalse(NOT_PLURAL.matcher(all).find(), all);
            assertTrue(made.problem().question().endsWith(set == WordProblemSet.ARITHMETIC ? "." : "?"), all);
            all.lines().forEach(line -> assertFalse(Character.isLowerCase(line.charAt(0)), line));
            assertFalse(
                    Pattern.compile("[.?] [a-z]")
                            .matcher(made.problem().question())
                            .find(),
                    all);
        }
    }

    @ParameterizedTest
    @EnumSource(WordProblemSet.class)
    void numbersStayInRange(WordProblemSet set) {
        long largest = set.title().endsWith("large") ? 9999 : 60;
        for (WordProblem made : problems(set)) {
            assertTrue(made.plan().results().stream().allMatch(value -> value >= 2 && value <= largest));
            assertTrue(numbers(made.problem().question()).stream().allMatch(text -> Long.parseLong(text) <= largest));
        }
    }

    @ParameterizedTest
    @EnumSource(WordProblemSet.class)
    void graderAndTeacherAcceptGoldAndItsOtherOrders(WordProblemSet set) {
        ProgramAnalyst teacher = new ProgramAnalyst();
        Random random = new Random(9);
        for (WordProblem made : problems(set)) {
            String gold = made.problem().goldAnswer();
            for (String way : List.of(made.problem().goldSolution(), made.solution(random), made.solution(random))) {
                String text = way + "\nAnswer: " + gold;
                Analysis verdict = teacher.analyse(made.problem(), StepSplitter.split(text));
                assertTrue(verdict instanceof Analysis.Correct, () -> verdict + "\n" + made.problem() + "\n" + text);
            }
            assertTrue(Grader.standard().equal(gold, gold));
            assertFalse(Grader.standard().equal(Long.toString(made.plan().answer() + 1), gold));
        }
    }

    /** A slip in the last step of another order: the teacher takes no offence at the steps before it. */
    @ParameterizedTest
    @EnumSource(
            value = WordProblemSet.class,
            names = {"STORIES_SHORT", "RELATIONS"})
    void teacherFollowsOtherOrdersToAnErrorAtTheEnd(WordProblemSet set) {
        ProgramAnalyst teacher = new ProgramAnalyst();
        Random random = new Random(10);
        int found = 0;
        List<WordProblem> problems = problems(set);
        for (WordProblem made : problems) {
            long wrong = made.plan().answer() + 1;
            String way = made.solution(random).replaceFirst("=\\d+(\\D*)$", "=" + wrong + "$1");
            Analysis verdict = teacher.analyse(made.problem(), StepSplitter.split(way + "\nAnswer: " + wrong));
            boolean last = verdict instanceof Analysis.Wrong at
                    && at.firstWrongStep() == way.lines().count();
            found += last ? 1 : 0;
        }
        assertTrue(found >= 0.97 * problems.size(), found + " of " + problems.size());
    }

    @ParameterizedTest
    @EnumSource(WordProblemSet.class)
    void trainingAndTestShareNothing(WordProblemSet set) {
        WordProblemSet base = set.title().startsWith("relations")
                ? WordProblemSet.RELATIONS
                : set.title().startsWith("stories") ? WordProblemSet.STORIES : set;
        List<WordProblem> training = base.generate(1000, Split.TRAIN, 1);
        Decontamination check = Decontamination.of(training, problems(set));
        assertTrue(check.isClean(), check::toString);
        check.require();
        assertTrue(Decontamination.of(training, base.generate(100, Split.DEVELOPMENT, 1))
                .isClean());
    }

    @Test
    void sharedProblemsAreFound() {
        List<WordProblem> training = WordProblemSet.STORIES.generate(50, Split.TRAIN, 1);
        Decontamination check = Decontamination.of(training, training.subList(7, 9));
        assertEquals(2, check.questions().size());
        assertThrows(LabException.class, check::require);
    }

    @ParameterizedTest
    @EnumSource(WordProblemSet.class)
    void aSeedDecidesEverythingAndACountNothing(WordProblemSet set) {
        assertEquals(set.generate(40, Split.TRAIN, 5).subList(0, 20), set.generate(20, Split.TRAIN, 5));
        assertNotEquals(questions(set.generate(20, Split.TRAIN, 5)), questions(set.generate(20, Split.TRAIN, 6)));
    }

    @Test
    void setsAskWhatTheySay() {
        assertTrue(problems(WordProblemSet.STORIES_LONG).stream()
                .allMatch(made -> made.plan().steps().size() >= 4));
        assertTrue(problems(WordProblemSet.RELATIONS_LONG).stream()
                .allMatch(made -> made.plan().steps().size() >= 4));
        assertTrue(problems(WordProblemSet.STORIES_LARGE).stream()
                .anyMatch(made -> made.plan().answer() > 1000));
        assertTrue(problems(WordProblemSet.STORIES_UNSEEN).stream()
                .allMatch(made -> made.instance().matches("stories: (garden|workshop) .*")));
        assertTrue(problems(WordProblemSet.RELATIONS_DISTRACTED).stream()
                .allMatch(made -> made.entities().split("\\|").length >= 6));
        assertThrows(LabException.class, () -> WordProblemSet.named("nonsense"));
        for (WordProblemSet set : WordProblemSet.values()) {
            assertEquals(set, WordProblemSet.named(set.title()));
        }
    }

    /** Somebody else is in every longer story, has numbers of their own, and is in no step. */
    @Test
    void storiesTellOfSomebodyWhoDoesNotMatter() {
        Pattern aside = Pattern.compile("]'");
        for (WordProblem made : problems(WordProblemSet.STORIES)) {
            long asides = aside.matcher(made.instance()).results().count();
            assertTrue(asides >= 1 && asides <= 3, made.instance());
            int steps = made.plan().steps().size();
            assertTrue(steps >= 5 && steps <= 9, made::toString);
            // A name of somebody else stands in the question and in no step.
            assertTrue(
                    Stream.of(made.entities().split("\\|"))
                            .anyMatch(name -> Character.isUpperCase(name.charAt(0))
                                    && !made.problem().goldSolution().contains(name)),
                    made::toString);
        }
        assertTrue(problems(WordProblemSet.STORIES_SHORT).stream()
                .noneMatch(made -> aside.matcher(made.instance()).find()));
    }

    /** Both are named, and where one alone is asked for, the steps of the other are none of the solution's. */
    @Test
    void storiesOfTwoAskForBothOrForOne() {
        Pattern opening = Pattern.compile("stories: \\w+ [\\w-]+\\[[^]]*] [\\w-]+\\[[^]]*]' .*");
        List<WordProblem> stories = problems(WordProblemSet.STORIES_OF_TWO);
        assertTrue(stories.stream()
                .allMatch(made -> opening.matcher(made.instance()).matches()));
        Pattern both = Pattern.compile(".* (?:both|more)\\[]");
        long forBoth = stories.stream()
                .filter(made -> both.matcher(made.instance()).matches())
                .count();
        assertTrue(forBoth > COUNT / 2 && forBoth < COUNT, Long.toString(forBoth));
        for (WordProblem made : stories) {
            boolean ofBoth = both.matcher(made.instance()).matches();
            long starts = made.plan().steps().stream()
                    .filter(step -> step.needs().isEmpty())
                    .count();
            assertTrue(!ofBoth || starts >= 2, made::toString);
        }
    }

    @Test
    void manyProblemsHaveSeveralRightOrders() {
        for (WordProblemSet set : List.of(WordProblemSet.STORIES, WordProblemSet.RELATIONS)) {
            long several = problems(set).stream()
                    .filter(made -> made.plan().orders() > 1)
                    .count();
            assertTrue(several > COUNT / 10, set + ": " + several);
        }
        WordProblem wide = problems(WordProblemSet.RELATIONS_LONG).stream()
                .filter(made -> made.plan().orders() > 5)
                .findFirst()
                .orElseThrow();
        Random random = new Random(2);
        long seen = IntStream.range(0, 4000)
                .mapToObj(i -> wide.plan().randomOrder(random))
                .distinct()
                .count();
        assertEquals(wide.plan().orders(), seen);
    }

    @Test
    void everyFragmentIsUsed() {
        String all = Stream.of(
                        WordProblemSet.STORIES,
                        WordProblemSet.STORIES_SHORT,
                        WordProblemSet.STORIES_UNSEEN,
                        WordProblemSet.STORIES_OF_TWO)
                .flatMap(set -> set.generate(2000, Split.TRAIN, 2).stream())
                .map(WordProblem::instance)
                .collect(Collectors.joining("\n"));
        for (StoryWorld world : StoryWorld.ALL) {
            for (List<StoryFragment> kind : List.of(world.openings(), world.events(), world.closings())) {
                kind.forEach(fragment -> assertTrue(
                        Pattern.compile(world.name() + " .*" + Pattern.quote(fragment.name() + "["))
                                .matcher(all)
                                .find(),
                        world.name() + " " + fragment.name()));
            }
            assertEquals(world.isSeen(), !world.pairClosings().isEmpty(), world.name());
        }
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> questions(List<WordProblem> problems) {
        return problems.stream().map(made -> made.problem().question()).toList();
    }
}

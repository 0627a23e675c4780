package org.lemmalab.synthetic.wordproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drills say what their questions say, and the programs of stories follow every right solution. */
class DrillTest {
    private static final Pattern ASKED = Pattern.compile("Check (?:what the question says of )?the (.+)\\.");

    private static List<String> asked(String task) {
        Matcher matcher =
                ASKED.matcher(task.lines().reduce((before, last) -> last).orElseThrow());
        assertTrue(matcher.matches(), task);
        return List.of(matcher.group(1).split(", the "));
    }

    @Test
    void readingSaysAgainWhatTheQuestionSays() {
        for (Drill drill : RecitationDrills.generate(WordProblemSet.RELATIONS, 50, Split.TRAIN, 3)) {
            List<String> replies = drill.reply().lines().toList();
            assertEquals(asked(drill.task()).size(), replies.size());
            assertTrue(drill.task().lines().toList().containsAll(replies), drill.toString());
        }
    }

    @Test
    void lookingBackFindsWhatIsKnownAndSaysWhatIsNot() {
        int unknown = 0;
        int worked = 0;
        int given = 0;
        for (Drill drill : KnowledgeDrills.generate(200, 6, Split.TRAIN, 3)) {
            List<String> names = asked(drill.task());
            List<String> replies = drill.reply().lines().toList();
            assertEquals(names.size(), replies.size());
            for (int i = 0; i < names.size(); i++) {
                String label = Sentences.capitalised(names.get(i)) + ": ";
                String value = replies.get(i).substring(label.length()).replace(".", "");
                assertTrue(replies.get(i).startsWith(label), drill.toString());
                boolean isWorked = drill.task().contains("(" + label + value + ").");
                boolean isGiven = drill.task().contains(label + value + ".\n")
                        || drill.task().contains(label + value + " in all.\n");
                assertEquals(
                        value.equals("not known yet"),
                        !drill.task().contains("(" + label) && !isGiven,
                        drill.toString());
                unknown += value.equals("not known yet") ? 1 : 0;
                worked += isWorked ? 1 : 0;
                given += isGiven ? 1 : 0;
            }
        }
        assertTrue(unknown > 50 && worked > 50 && given > 50, unknown + " " + worked + " " + given);
    }

    /** Without what is said twice, each is a right solution; with it, its last step is the answer all the same. */
    @ParameterizedTest
    @EnumSource(
            value = WordProblemSet.class,
            names = {"STORIES", "RELATIONS"})
    void repetitionsAreRightSolutionsAgain(WordProblemSet set) {
        int over = 0;
        List<Drill> drills = RepetitionDrills.generate(set, 60, Split.TRAIN, 3);
        for (Drill drill : drills) {
            List<String> equations = Pattern.compile("[\\d+*/-]+=\\d+")
                    .matcher(drill.reply())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            boolean isAll = drill.task().endsWith("\nCheck every step again.");
            assertTrue(isAll || drill.task().endsWith("\nCheck one step again."), drill.task());
            assertTrue(equations.size() > Set.copyOf(equations).size(), drill.reply());
            if (set == WordProblemSet.STORIES && !isAll) {
                assertEquals(Set.copyOf(equations).size() + 1, equations.size(), drill.reply());
            }
            over += isAll ? 1 : 0;
        }
        assertTrue(over > 15 && over < 45, Integer.toString(over));
        assertEquals(60, drills.stream().map(Drill::id).distinct().count());
    }

    @Test
    void aProgramFollowsEveryRightSolutionAndGoesOnFromAnyPoint() {
        Random random = new Random(4);
        for (WordProblem made : WordProblemSet.STORIES.generate(100, Split.TRAIN, 8)) {
            List<String> lines = made.solution(random).lines().toList();
            PlanProgress now = PlanProgress.start(made.plan());
            for (String line : lines) {
                List<String> rest = now.rest(random);
                assertEquals(lines.size() - now.done().size(), rest.size());
                assertTrue(rest.get(rest.size() - 1).contains("=" + made.plan().answer()), rest.toString());
                now = now.after(line).orElseThrow(() -> new AssertionError(made + "\n" + line));
            }
            assertTrue(now.rest(random).isEmpty());
        }
    }

    @Test
    void aStepCanBeTakenOnlyRightlyInTimeAndOnce() {
        Term three = new Term.Given(3);
        Plan plan = new Plan(List.of(
                new PlannedStep(List.of(three, new Term.Given(4)), "*", List.of("Nuts: {=}.")),
                new PlannedStep(List.of(new Term.Result(0), three), "-", List.of("Left: {=}."))));
        PlanProgress start = PlanProgress.start(plan);
        assertTrue(start.after("That is 12-3=9.").isEmpty(), "too early");
        assertTrue(start.after("That is 3*4=11.").isEmpty() && start.isMiscalculated("That is 3*4=11."));
        assertTrue(start.after("That is 3+4=7.").isEmpty() && !start.isMiscalculated("That is 3+4=7."));
        assertTrue(start.after("That is 2*3*4=12.").isEmpty()
                && start.after("Nuts.").isEmpty());
        PlanProgress one = start.after("They are 4*3=12 nuts.").orElseThrow();
        assertEquals(List.of(0), one.done());
        assertTrue(one.after("They are 3*4=12 nuts.").isEmpty(), "once only");
        assertTrue(one.after("3-12=9").isEmpty(), "operands of a difference stay");
        assertEquals(List.of("Left: 12-3=9."), one.rest(new Random(1)));
    }
}
